using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>Who sits at a page, read once per circuit: as whom they act, and how they read times and money.</summary>
/// <param name="Actor">Handed to every verb.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="AgencyName">Null for admins, who belong to no agency.</param>
/// <param name="TimeZone">IANA zone of the agency, else UTC.</param>
/// <param name="Channel">The sales channel they sell through, when there is exactly one.</param>
public sealed record Seat(Actor Actor, string Role, string? AgencyName, string TimeZone, string? Channel)
{
    public bool IsAdmin => Role == Roles.Admin;
}

/// <summary>Reads the seat of a signed-in user.</summary>
public sealed class ReadSeat(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such user any more.</returns>
    public async Task<Seat?> RunAsync(Guid userId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var user = await db.Users.AsNoTracking().Where(u => u.Id == userId)
            .Select(u => new { u.DisplayName, u.AgencyId, Agency = u.Agency!.Name, Zone = u.Agency!.TimeZone })
            .SingleOrDefaultAsync(cancellation);
        if (user is null)
            return null;
        var role = await (from held in db.UserRoles
                          join known in db.Roles on held.RoleId equals known.Id
                          where held.UserId == userId
                          select known.Name).FirstOrDefaultAsync(cancellation) ?? Roles.Agent;
        var channels = await db.Connections.Where(c => c.IsEnabled && c.ChannelId != null)
            .Join(db.Channels, c => c.ChannelId, ch => ch.Id, (_, ch) => ch.Name).Distinct().Take(2).ToListAsync(cancellation);
        var actor = user.AgencyId is { } agency ? Actor.Agent(userId, agency, user.DisplayName) : Actor.Admin(userId, user.DisplayName);
        return new Seat(actor, role, user.Agency, user.Zone ?? "UTC", channels.Count == 1 ? channels[0] : null);
    }
}
