using Portal.Core.Carts;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>What is to be asked of whom, with what was typed so far: everybody once, however many lists want to know of them.</summary>
/// <param name="Id">The cart's, or the booking's.</param>
/// <param name="Name">The cart's name, or the booking's reference.</param>
/// <param name="Parts">One per line that has a list.</param>
/// <param name="Persons">Everybody on a list, then those who were typed and are on none now.</param>
public sealed record GuestForm(Guid Id, string Name, IReadOnlyList<GuestFormPart> Parts, IReadOnlyList<GuestPerson> Persons)
{
    /// <summary>Of a booking: when what is known of its persons is looked at for erasing, UTC; null before the sale.</summary>
    public DateTime? EraseAt { get; init; }
    /// <summary>When it was erased.</summary>
    public DateTime? ErasedAt { get; init; }
    /// <summary>Values read as those read them who do not need to know them; nothing is typed here.</summary>
    public bool IsMasked { get; init; }
    /// <summary>Fields that are wanted by then.</summary>
    public int Wanted(GuestDue due) => Persons.Sum(p => p.Fields.Count(f => f.Due <= due));
    /// <summary>Of those, how many are there and without a fault.</summary>
    public int Done(GuestDue due) => Persons.Sum(p => p.Fields.Count(f => f.Due <= due && f.IsDone));
    /// <summary>Who is on the list of a part, in its order.</summary>
    public IEnumerable<GuestPerson> On(GuestFormPart part) => Persons.Where(p => p.Seats.Any(s => s.LineId == part.LineId)).OrderBy(p => p.Seats.First(s => s.LineId == part.LineId).Slot);
    public bool IsDone(GuestDue due) => Wanted(due) == Done(due);
    /// <summary>Until when the weakest of the holds can be checked out, UTC.</summary>
    public DateTime? CommitBy => Parts.Where(p => p.State == LineState.Held).Min(p => p.CommitBy);
    /// <summary>Every field that is asked of somebody or was typed, in the order a form asks them.</summary>
    public IReadOnlyList<GuestField> Columns => [.. Persons.SelectMany(p => p.Fields).Select(f => f.Field).DistinctBy(f => f.Name)
        .OrderBy(f => GuestFields.Order(f.Name)).ThenBy(f => f.Name, StringComparer.Ordinal)];
}

/// <summary>The list of one line, as its provider wants it.</summary>
/// <param name="Persons">How many places the list has.</param>
public sealed record GuestFormPart(Guid LineId, string Provider, EventAndTime What, string OfferName, int Quantity, int Persons)
{
    public LineState State { get; init; }
    public Guid? HoldId { get; init; }
    public DateTime? CommitBy { get; init; }
    /// <summary>The provider has accepted everything as it is typed now.</summary>
    public bool IsAccepted { get; init; }
    /// <summary>The part of an order that its provider delivers by itself; null before the sale.</summary>
    public Guid? FulfilmentId { get; init; }
}

/// <summary>A person, with the union of what their lists ask, in the order a form asks it.</summary>
/// <param name="Number">Zero-based, among the persons of the form.</param>
/// <param name="IsLead">The provider of at least one list turns to this person.</param>
public sealed record GuestPerson(Guid Id, int Number, bool IsLead, IReadOnlyList<GuestFormField> Fields)
{
    /// <summary>The lists the person is on.</summary>
    public IReadOnlyList<GuestSeat> Seats { get; init; } = [];
    /// <summary>When what was known of the person was erased; nothing is asked or typed from then on.</summary>
    public DateTime? ErasedAt { get; init; }
    /// <summary>The person can be looked at but not typed into.</summary>
    public bool IsReadOnly { get; init; }
    /// <summary>As read; what changed since is not overwritten unseen.</summary>
    public long Version { get; init; }
    /// <summary>The name typed so far; empty when none was.</summary>
    public string Name => string.Join(' ', new[] { GuestFields.FirstName, GuestFields.LastName }
        .Select(name => Fields.FirstOrDefault(f => f.Field.Name == name)?.Value).Where(v => !string.IsNullOrWhiteSpace(v)));
    public bool IsDone => Fields.All(f => f.IsDone);
    public GuestFormField? Find(string field) => Fields.FirstOrDefault(f => f.Field.Name == field);
}

/// <summary>A person's place on one list.</summary>
/// <param name="IsAccepted">The provider has what is typed now.</param>
public sealed record GuestSeat(Guid LineId, int Slot, bool IsLead, bool IsAccepted);

/// <summary>Who wants a field to be known: which list, by when, and of whom.</summary>
public sealed record GuestWant(Guid LineId, string Provider, string Event, GuestDue Due);

/// <summary>One field of one person.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Due">By when the first who wants it does; null when it was typed but is not wanted.</param>
/// <param name="Value">What was typed; empty when nothing was.</param>
/// <param name="Fault">What is wrong with it, in words that follow the label; 'is needed' when it is only missing.</param>
public sealed record GuestFormField(GuestField Field, GuestDue? Due, string Value, string? Fault)
{
    /// <summary>The fault is what a provider answered, not what our own check found.</summary>
    public bool IsComplaint { get; init; }
    /// <summary>Who wants it; empty when nobody does any more.</summary>
    public IReadOnlyList<GuestWant> Wants { get; init; } = [];
    public bool IsMissing => Due is not null && string.IsNullOrWhiteSpace(Value);
    public bool IsDone => Fault is null && !IsMissing;
}
