using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>
/// Who sits at a page, read once per circuit for showing: name, place, and how times and money are read there. Says nothing about what
/// they may do; that is asked anew with each verb's actor.
/// </summary>
/// <param name="Name">What colleagues call them.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="AgencyName">Null for admins, who belong to no agency.</param>
/// <param name="TimeZone">IANA zone of the agency, else UTC.</param>
/// <param name="Currency">ISO 4217 of the agency; null for admins.</param>
/// <param name="Channel">The sales channel their agency sells through; without one, the channel of all connections when there is exactly one.</param>
public sealed record Seat(string Name, string Role, string? AgencyName, string TimeZone, string? Currency, string? Channel)
{
    public bool IsAdmin => Role == Roles.Admin;
    /// <summary>In which language the agency writes to customers unless somebody chooses another, ISO 639-1.</summary>
    public string CustomerLanguage { get; init; } = "en";
}

/// <summary>Reads the seat of a signed-in user.</summary>
public sealed class ReadSeat(IDbContextFactory<PortalDb> databases)
{
    /// <returns>Null when there is no such user any more.</returns>
    public async Task<Seat?> RunAsync(Guid userId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var user = await db.Users.AsNoTracking().Where(u => u.Id == userId)
            .Select(u => new { u.DisplayName, Agency = u.Agency!.Name, Zone = u.Agency!.TimeZone, u.Agency!.Currency, u.Agency!.ChannelId, Language = u.Agency!.CustomerLanguage })
            .SingleOrDefaultAsync(cancellation);
        if (user is null)
            return null;
        var role = await (from held in db.UserRoles
                          join known in db.Roles on held.RoleId equals known.Id
                          where held.UserId == userId
                          select known.Name).FirstOrDefaultAsync(cancellation) ?? Roles.Agent;
        var channels = await db.Channels.Where(ch => user.ChannelId != null ? ch.Id == user.ChannelId : db.Connections.Any(c => c.IsEnabled && c.ChannelId == ch.Id))
            .Select(ch => ch.Name).OrderBy(name => name).Take(2).ToListAsync(cancellation);
        return new Seat(user.DisplayName, role, user.Agency, user.Zone ?? "UTC", user.Currency, channels.Count == 1 ? channels[0] : null) { CustomerLanguage = user.Language ?? "en" };
    }
}
