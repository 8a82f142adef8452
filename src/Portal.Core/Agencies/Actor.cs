namespace Portal.Core.Agencies;

public enum ActorKind { Person, Customer, Job }

/// <summary>
/// Whoever asks for something, jobs included. Handed to every verb: there is no ambient current user, because a circuit outlives
/// requests and a job has none.
/// </summary>
/// <param name="Kind">Person, customer by link, or job.</param>
/// <param name="Name">For the history.</param>
/// <param name="UserId">Set for persons.</param>
/// <param name="AgencyId">Set for agents and managers; null sees no agency's data unless <paramref name="SeesAll"/>.</param>
/// <param name="SeesAll">Admins and jobs.</param>
public sealed record Actor(ActorKind Kind, string Name, Guid? UserId, Guid? AgencyId, bool SeesAll)
{
    /// <summary>May read what is known of guests and customers: an agency's own people, its customers, and jobs. Whoever runs the portal sees counts and states.</summary>
    public bool SeesPersons => Kind == ActorKind.Job || AgencyId is not null;

    public static Actor Job(string name) => new(ActorKind.Job, name, null, null, true);

    public static Actor Agent(Guid userId, Guid agencyId, string name) => new(ActorKind.Person, name, userId, agencyId, false);

    public static Actor Admin(Guid userId, string name) => new(ActorKind.Person, name, userId, null, true);
}
