using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <summary>One row of the page of people.</summary>
public sealed record PersonRow(Guid Id, string Name, string? Email, string Role, string? Agency, bool IsActive, bool HasPassword);

/// <summary>What the page of people shows, and the agencies that its actor may invite to.</summary>
public sealed record People(IReadOnlyList<PersonRow> Rows, IReadOnlyList<(Guid Id, string Name)> Agencies);

/// <summary>Reads the people whom the actor may see, by agency and name.</summary>
public sealed class ReadPeople(IDbContextFactory<PortalDb> databases)
{
    public async Task<People> RunAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await (
            from user in db.Users.VisibleTo(actor)
            join membership in db.UserRoles on user.Id equals membership.UserId
            join role in db.Roles on membership.RoleId equals role.Id
            orderby user.Agency!.Name, user.DisplayName
            select new PersonRow(user.Id, user.DisplayName, user.Email, role.Name!, user.Agency!.Name, user.IsActive, user.PasswordHash != null))
            .ToListAsync(cancellation);
        var agencies = await db.Agencies.Where(a => actor.SeesAll || a.Id == actor.AgencyId).OrderBy(a => a.Name)
            .Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        return new People(rows, [.. agencies.Select(a => (a.Id, a.Name))]);
    }
}
