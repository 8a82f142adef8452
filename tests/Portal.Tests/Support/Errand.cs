using Portal.Core.Agencies;

namespace Portal.Tests.Support;

/// <summary>One question that another process shall ask on somebody's behalf, as it stands on that process's command line.</summary>
internal sealed record Errand(Actor Actor, Questioned Question, IReadOnlyList<string> Words)
{
    private const string End = "--";

    public IEnumerable<string> Written => [$"{Actor.AgencyId}", $"{Actor.UserId}", $"{Question}", .. Words, End];

    public static IReadOnlyList<Errand> Read(IReadOnlyList<string> written)
    {
        var errands = new List<Errand>();
        for (var rest = written.ToList(); rest.Count > 0;)
        {
            var one = rest.TakeWhile(w => w != End).ToList();
            rest.RemoveRange(0, Math.Min(rest.Count, one.Count + 1));
            errands.Add(new(Actor.Agent(Guid.Parse(one[1]), Guid.Parse(one[0]), "Ann"), Enum.Parse<Questioned>(one[2]), one[3..]));
        }
        return errands;
    }
}
