namespace Portal.Core.Agencies;

public static class PeopleQueries
{
    /// <summary>Whom the actor may see: their agency's people, or everybody for those who see all.</summary>
    public static IQueryable<User> VisibleTo(this IQueryable<User> users, Actor actor) => actor.SeesAll
        ? users
        : users.Where(u => u.AgencyId != null && u.AgencyId == actor.AgencyId);
}
