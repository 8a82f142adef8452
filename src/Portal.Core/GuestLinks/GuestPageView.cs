using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Links;

namespace Portal.Core.GuestLinks;

/// <summary>What a customer's page for guest data is about.</summary>
public enum GuestPageState
{
    /// <summary>Something is missing, or was refused.</summary>
    Asking,
    /// <summary>All is there: the page says thanks and shows nothing else.</summary>
    Complete,
    /// <summary>Nothing is collected any more.</summary>
    Closed,
}

/// <summary>What a customer sees of a booking with a link: what is asked, of whom, for what and by when. Never a value that is saved.</summary>
/// <param name="Agency">Who sold it.</param>
/// <param name="AgencyEmail">Where the customer may ask; null when not known.</param>
/// <param name="Language">Of the link, ISO 639-1.</param>
/// <param name="State">Only while something is asked is there anything below.</param>
public sealed record GuestPageView(string Agency, string? AgencyEmail, string Language, GuestPageState State)
{
    public string Reference { get; init; } = "";
    /// <summary>The link is one guest's own.</summary>
    public bool IsOwn { get; init; }
    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<EventAndTime> Events { get; init; } = [];
    /// <summary>By when what is missing is due, UTC; null while no day is known.</summary>
    public DateTime? DueAt { get; init; }
    /// <summary>IANA zone in which that is told.</summary>
    public string? DueZone { get; init; }
    /// <summary>That moment has passed.</summary>
    public bool IsLate { get; init; }
    /// <summary>Of whom something is asked, those who are complete too.</summary>
    public IReadOnlyList<GuestPagePerson> Persons { get; init; } = [];
    /// <summary>Lets whoever has this page open go on typing when the last field was saved meanwhile (<see cref="GuestPagePass"/>).</summary>
    public string Pass { get; init; } = "";

    public int Done => Persons.Count(p => p.IsDone);
    /// <summary>A provider has refused something.</summary>
    public bool IsAskedAgain => Persons.Any(p => p.Fields.Any(f => f.Complaint is not null));
    public GuestPagePerson? Find(int? number) => Persons.FirstOrDefault(p => p.Number == number);
    /// <summary>The first person of whom something is missing.</summary>
    public GuestPagePerson? FirstOpen => Persons.FirstOrDefault(p => !p.IsDone);
    /// <summary>The next person after that one of whom something is missing.</summary>
    public GuestPagePerson? OpenAfter(int number) => Persons.FirstOrDefault(p => p.Number > number && !p.IsDone);
    public GuestPagePerson? Before(int number) => Persons.LastOrDefault(p => p.Number < number);

    /// <summary>As the reader of a link may see it: while nothing is asked, nothing of the booking.</summary>
    internal GuestPageView For(CustomerLink link, GuestPagePass pass) => State == GuestPageState.Asking
        ? this with { Language = link.Language, Pass = pass.Of(link.Id) }
        : new GuestPageView(Agency, AgencyEmail, link.Language, State);
}

/// <summary>A person of whom something is asked.</summary>
/// <param name="Number">By which the page's address names the person: it stays with them, also when somebody else is cancelled.</param>
/// <param name="IsLead">The provider turns to this person.</param>
/// <param name="Initial">The first letter of the first name as it is saved; null when none is.</param>
/// <param name="Fields">What is asked, in the order a form asks it.</param>
public sealed record GuestPagePerson(int Number, bool IsLead, string? Initial, IReadOnlyList<GuestPageField> Fields)
{
    /// <summary>From 1, among those of whom something is asked.</summary>
    public int Position { get; init; } = 1;
    public bool IsDone => Open == 0;
    /// <summary>How many fields are missing or refused.</summary>
    public int Open => Fields.Count(f => f.IsOpen);
}

/// <summary>One field that is asked of a person.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Hint">Lets whoever typed it recognise what is saved; null when nothing is.</param>
public sealed record GuestPageField(GuestField Field, string? Hint)
{
    /// <summary>What our own check finds wrong with what is saved; null for nothing, and when nothing is saved.</summary>
    public GuestFaultKind? Fault { get; init; }
    /// <summary>What a provider says against what is saved, in its words; null for nothing.</summary>
    public string? Complaint { get; init; }
    /// <summary>The events for which it is asked, where others of the booking do not ask it; else empty.</summary>
    public IReadOnlyList<string> OnlyFor { get; init; } = [];
    public bool IsOpen => Hint is null || Fault is not null || Complaint is not null;
}
