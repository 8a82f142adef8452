using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Mail;
using Portal.Core.Persistence;

namespace Portal.Core.Agencies;

/// <param name="Email">Also the name to sign in with.</param>
/// <param name="DisplayName">As colleagues read it.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="AgencyId">The agency; null for an admin.</param>
public sealed record InvitedPerson(string Email, string DisplayName, string Role, Guid? AgencyId);

/// <summary>
/// Makes an account without a password and queues the mail with the link to choose one. An admin invites anybody, a manager agents
/// and managers of their own agency.
/// </summary>
public sealed class InvitePerson(PortalDb db, UserManager<User> users, QueueMail queue)
{
    public async Task<PersonOutcome> RunAsync(Actor actor, InvitedPerson person, CancellationToken cancellation)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == person.AgencyId, cancellation);
        if (await RefusalAsync(actor, person, agency) is { } refusal)
            return PersonOutcome.Not(refusal);

        var user = new User
        {
            Id = Guid.CreateVersion7(), UserName = person.Email, Email = person.Email, DisplayName = person.DisplayName, AgencyId = agency?.Id,
        };
        // Sealed before the transaction: data protection may have to write a key of its own first, on another connection.
        await queue.RunAsync(db, $"invitation:{user.Id}", person.Email, new Invitation(user.Id, actor.Name, agency?.Name), cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var made = await users.CreateAsync(user);
        if (made.Succeeded)
            made = await users.AddToRoleAsync(user, person.Role);
        if (!made.Succeeded)
        {
            db.ChangeTracker.Clear();
            return PersonOutcome.Not(made.Errors.Select(e => e.Description));
        }
        await transaction.CommitAsync(cancellation);
        return PersonOutcome.Done(user.Id);
    }

    private async Task<string?> RefusalAsync(Actor actor, InvitedPerson person, Agency? agency)
    {
        if (!Roles.All.Contains(person.Role))
            return $"There is no role '{person.Role}'. Nobody was invited.";
        if (person.Role == Roles.Admin ? person.AgencyId is not null : agency is null)
            return "Agents and managers belong to an agency, admins to none. Nobody was invited.";
        if (actor.SeesAll)
            return null;
        var mayInvite = person.Role != Roles.Admin && person.AgencyId == actor.AgencyId
            && actor.UserId is { } id && await users.FindByIdAsync(id.ToString()) is { IsActive: true } manager
            && await users.IsInRoleAsync(manager, Roles.Manager);
        return mayInvite ? null : "Only a manager of the agency or an admin can do this. Nobody was invited.";
    }
}
