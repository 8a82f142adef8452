using Portal.Core.Agencies;

namespace Portal.Web.Account;

/// <summary>The roles as people read them.</summary>
internal static class RoleWords
{
    public static string Of(string role) => role == Roles.Manager ? "Agency manager" : role;
}
