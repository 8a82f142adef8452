namespace Portal.Core.Agencies;

/// <summary>What came of a request about a person: done when there is no problem; else nothing was changed or sent.</summary>
public sealed record PersonOutcome(Guid? UserId, IReadOnlyList<string> Problems)
{
    public bool IsDone => Problems.Count == 0;

    public static PersonOutcome Done(Guid userId) => new(userId, []);

    public static PersonOutcome Not(params IEnumerable<string> problems) => new(null, [.. problems.Distinct()]);
}
