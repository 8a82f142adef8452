using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Core.Ledger;

/// <summary>How the list of agencies is sorted.</summary>
public enum AgencySort { Name, Balance }

/// <summary>Which agencies an admin looks for.</summary>
/// <param name="Text">Part of a name, or null.</param>
/// <param name="OverdrawnOnly">Only those who owe more than they may.</param>
/// <param name="Page">From 1.</param>
public sealed record AgencyQuery(string? Text = null, bool OverdrawnOnly = false, AgencySort Sort = AgencySort.Name, int Page = 1);

/// <summary>One agency's account in a line.</summary>
public sealed record AgencyRow(Guid Id, string Name, bool IsActive, Exposure Exposure)
{
    /// <summary>It owes more than it may.</summary>
    public bool IsOverdrawn => Exposure.Limit is { } limit && Exposure.Balance > limit;
    /// <summary>Nothing more can be held.</summary>
    public bool IsExhausted => Exposure.Free is < 0;
}

/// <summary>A page of the agencies.</summary>
public sealed record AgencyList(IReadOnlyList<AgencyRow> Rows, int Total);

/// <summary>Reads how the accounts of the agencies stand, for admins; nobody else sees one.</summary>
public sealed class ReadAgencies(IDbContextFactory<PortalDb> databases)
{
    public const int PageSize = 25;

    public async Task<AgencyList> RunAsync(Actor actor, AgencyQuery query, CancellationToken cancellation)
    {
        if (!actor.SeesAll)
            return new AgencyList([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var found = db.Agencies.AsNoTracking();
        if (query.Text is { Length: > 0 } text)
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, and it has no culture.
            found = found.Where(a => a.Name.ToUpper().Contains(text.ToUpper()));
#pragma warning restore CA1304, CA1311, CA1862
        if (query.OverdrawnOnly)
            found = found.Where(a => a.CreditLimit != null && a.Balance > a.CreditLimit);
        var total = await found.CountAsync(cancellation);
        var sorted = query.Sort == AgencySort.Balance ? found.OrderByDescending(a => a.Balance).ThenBy(a => a.Name) : found.OrderBy(a => a.Name);
        var agencies = await sorted.Skip((Math.Max(1, query.Page) - 1) * PageSize).Take(PageSize).Select(a => new { a.Id, a.Name, a.IsActive }).ToListAsync(cancellation);
        var rows = new List<AgencyRow>();
        // What the gate counts is counted the same way here: by its own questions, for this page's agencies alone.
        foreach (var agency in agencies)
            rows.Add(new(agency.Id, agency.Name, agency.IsActive, await Exposure.ReadAsync(db, agency.Id, cancellation)));
        return new AgencyList(rows, total);
    }

    /// <summary>Every agency's name, for a choice of one.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> NamesAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var names = await db.Agencies.AsNoTracking().VisibleTo(actor).OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        return [.. names.Select(a => (a.Id, a.Name))];
    }
}
