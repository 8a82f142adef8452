namespace Portal.Core.Languages;

/// <summary>The page on which guests are asked for their data.</summary>
public sealed record PageWords
{
    public required string Language { get; init; }
    /// <summary>How a day and a time of that day are said together.</summary>
    public required string DayAndTime { get; init; }
    public required string AtVenue { get; init; }
    public required string DateMayChange { get; init; }
    public required string Title { get; init; }
    /// <summary>Of the link that is one guest's own.</summary>
    public required string OwnTitle { get; init; }
    public required string Booking { get; init; }
    public required string Intro { get; init; }
    public required string OwnIntro { get; init; }
    public required string AskedAgain { get; init; }
    public required string Due { get; init; }
    /// <summary>The date has passed.</summary>
    public required string DueLate { get; init; }
    public required string Saves { get; init; }
    public required string Person { get; init; }
    public required string Lead { get; init; }
    public required string Complete { get; init; }
    public required Counted Missing { get; init; }
    public required string People { get; init; }
    /// <summary>Some of what is asked is wanted for these events only.</summary>
    public required string ForEvent { get; init; }
    public required string Saved { get; init; }
    public required string SavedNow { get; init; }
    public required string NotSaved { get; init; }
    public required string Change { get; init; }
    public required string ChangeField { get; init; }
    public required string KeepsIfEmpty { get; init; }
    public required string Choose { get; init; }
    public required string Day { get; init; }
    public required string Month { get; init; }
    public required string Year { get; init; }
    public required string Continue { get; init; }
    public required string Finish { get; init; }
    public required string Back { get; init; }
    public required Counted FaultsHead { get; init; }
    public required string FaultsRest { get; init; }
    public required string GoOnWithout { get; init; }
    /// <summary>A form that could not be taken, with all that was typed still in it.</summary>
    public required string PressAgain { get; init; }
    public required string PassOn { get; init; }
    public required string Questions { get; init; }
    public required string QuestionsByMail { get; init; }
}
