namespace Portal.Core.Languages;

/// <summary>Pages on which nothing is asked: thanks, for now, closed, a wrong link, too many at once.</summary>
public sealed record EndWords
{
    public required string ThanksTitle { get; init; }
    public required string ThanksBody { get; init; }
    public required string NextHead { get; init; }
    public required string NextPassedOn { get; init; }
    public required string NextTickets { get; init; }
    public required string NextIfMore { get; init; }
    public required string ShowsNoMore { get; init; }
    public required string LaterTitle { get; init; }
    public required string LaterBody { get; init; }
    public required string LaterUntil { get; init; }
    public required string LaterContinue { get; init; }
    public required string ClosedTitle { get; init; }
    public required string ClosedBody { get; init; }
    public required string OverTitle { get; init; }
    public required string OverBody { get; init; }
    public required string OverWay { get; init; }
    public required string BusyTitle { get; init; }
    public required Counted BusyBody { get; init; }
    public required string BusyKept { get; init; }
    public required string BusyAgain { get; init; }
}
