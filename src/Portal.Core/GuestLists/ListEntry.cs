namespace Portal.Core.GuestLists;

/// <summary>What a list says of one person.</summary>
/// <param name="Line">The row, as a spreadsheet counts it.</param>
/// <param name="Values">Field → what was read; absent where the list says nothing. Personal data: never logged.</param>
public sealed record ListEntry(int Line, IReadOnlyDictionary<string, ListValue> Values)
{
    /// <summary>Some value cannot be right.</summary>
    public bool IsFaulty => Values.Values.Any(v => v.Fault is not null);
    /// <summary>The name as read; empty when the row has none.</summary>
    public string Name => string.Join(' ', new[] { Of(Guests.GuestFields.FirstName), Of(Guests.GuestFields.LastName) }.Where(part => part.Length > 0));

    /// <summary>The value of a field; empty when the list says nothing.</summary>
    public string Of(string field) => Values.TryGetValue(field, out var value) ? value.Value : "";
}

/// <summary>One value as it was read.</summary>
/// <param name="Typed">As it stands in the list.</param>
/// <param name="Value">As a guest form takes it; what cannot be brought into that form stays as it was typed.</param>
/// <param name="Note">How it was understood, where that is a guess: 'read as 4 May 1990'.</param>
/// <param name="Fault">What is wrong with it, in words that follow the field's label.</param>
public sealed record ListValue(string Typed, string Value, string? Note, string? Fault);
