using System.Globalization;
using Portal.Core.Agencies;

namespace Portal.Core.Guests;

/// <summary>How persons are named where their names are shown.</summary>
public static class GuestNames
{
    /// <summary>Stands where a name stood that was erased.</summary>
    public const string Erased = "erased";

    /// <summary>First and last name as typed; null when neither was.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> values) =>
        $"{values.GetValueOrDefault(GuestFields.FirstName)} {values.GetValueOrDefault(GuestFields.LastName)}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>A name as those read it who do not need to know it: <c>A… B…</c>.</summary>
    public static string Masked(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"{StringInfo.GetNextTextElement(word)}…"));

    /// <summary>What an agent calls a cart, for this reader: many are called after their customer.</summary>
    public static string OfCart(Actor actor, string name) => actor.SeesPersons ? name : EraseCarts.Nameless;

    /// <summary>The name for this reader.</summary>
    public static string? For(Actor actor, string? name) => name is null || actor.SeesPersons ? name : Masked(name);
}
