namespace Portal.Core.Languages;

/// <summary>Mails to customers.</summary>
public sealed record MailWords
{
    public required string Greeting { get; init; }
    public required string GreetingByName { get; init; }
    public required string FirstSubject { get; init; }
    public required string FirstBody { get; init; }
    public required string ReminderSubject { get; init; }
    public required string ReminderBody { get; init; }
    public required string LastSubject { get; init; }
    public required string LastBody { get; init; }
    public required string AgainSubject { get; init; }
    public required string AgainBody { get; init; }
    public required string Missing { get; init; }
    public required string Due { get; init; }
    public required string Button { get; init; }
    public required string AboutLink { get; init; }
    public required string TicketsSubject { get; init; }
    public required string TicketsBody { get; init; }
    public required string TicketsNoneYet { get; init; }
    public required string TicketsSomeYet { get; init; }
    public required Counted TicketsLine { get; init; }
    public required string TicketsAboutLink { get; init; }
    public required string TicketsButton { get; init; }
}
