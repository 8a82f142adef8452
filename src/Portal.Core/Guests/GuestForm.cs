using Portal.Core.Carts;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>What is to be asked of whom, with what was typed so far.</summary>
/// <param name="Id">The cart's, or the fulfilment's.</param>
/// <param name="Name">The cart's name, or the booking's reference.</param>
/// <param name="Parts">One per line that has persons.</param>
public sealed record GuestForm(Guid Id, string Name, IReadOnlyList<GuestFormPart> Parts)
{
    public IEnumerable<GuestPerson> Persons => Parts.SelectMany(p => p.Persons);
    /// <summary>Fields that are wanted by then.</summary>
    public int Wanted(GuestDue due) => Persons.Sum(p => p.Fields.Count(f => f.Due <= due));
    /// <summary>Of those, how many are there and without a fault.</summary>
    public int Done(GuestDue due) => Persons.Sum(p => p.Fields.Count(f => f.Due <= due && f.IsDone));
    public bool IsDone(GuestDue due) => Wanted(due) == Done(due);
    /// <summary>Until when the weakest of the holds can be checked out, UTC.</summary>
    public DateTime? CommitBy => Parts.Where(p => p.State == LineState.Held).Min(p => p.CommitBy);
}

/// <summary>The persons of one line, as its provider wants them.</summary>
public sealed record GuestFormPart(Guid LineId, string Provider, EventAndTime What, string OfferName, int Quantity, IReadOnlyList<GuestPerson> Persons)
{
    public LineState State { get; init; }
    public Guid? HoldId { get; init; }
    public DateTime? CommitBy { get; init; }
    /// <summary>The provider has accepted everything as it is typed now.</summary>
    public bool IsAccepted { get; init; }
}

/// <summary>A person, with the fields in the order a form asks them.</summary>
public sealed record GuestPerson(Guid Id, int Slot, bool IsLead, IReadOnlyList<GuestFormField> Fields)
{
    /// <summary>The name typed so far; empty when none was.</summary>
    public string Name => string.Join(' ', new[] { GuestFields.FirstName, GuestFields.LastName }
        .Select(name => Fields.FirstOrDefault(f => f.Field.Name == name)?.Value).Where(v => !string.IsNullOrWhiteSpace(v)));
    public bool IsDone => Fields.All(f => f.IsDone);
}

/// <summary>One field of one person.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Due">By when it is wanted; null when it was typed but is not wanted.</param>
/// <param name="Value">What was typed; empty when nothing was.</param>
/// <param name="Fault">What is wrong with it, in words that follow the label; 'is needed' when it is only missing.</param>
public sealed record GuestFormField(GuestField Field, GuestDue? Due, string Value, string? Fault)
{
    /// <summary>The fault is what the provider answered, not what our own check found.</summary>
    public bool IsComplaint { get; init; }
    public bool IsMissing => Due is not null && string.IsNullOrWhiteSpace(Value);
    public bool IsDone => Fault is null && !IsMissing;
}
