namespace Portal.Core.Ledger;

/// <summary>What came of a decision about an agency's account: done when there is no problem; else nothing was changed.</summary>
/// <param name="Problem">What is wrong and what to do about it; null when it is done.</param>
/// <param name="Said">What follows, in words for people.</param>
public sealed record AccountOutcome(string? Problem, string? Said)
{
    internal static readonly AccountOutcome OnlyAdmins = Not("Only an administrator decides about an agency's account. Nothing was changed.");

    internal static readonly AccountOutcome Gone = Not("There is no such agency. Nothing was changed. Read the page again.");

    public bool IsDone => Problem is null;

    internal static AccountOutcome Done(string said) => new(null, said);

    internal static AccountOutcome Not(string problem) => new(problem, null);
}
