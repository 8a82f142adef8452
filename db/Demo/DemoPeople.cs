using Portal.Core.Agencies;

namespace Portal.Db.Demo;

/// <summary>Somebody of the demo.</summary>
/// <param name="Email">To sign in with.</param>
/// <param name="Name">As colleagues read it.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Agency">Their agency's name; null for the admin.</param>
public sealed record DemoPerson(string Email, string Name, string Role, string? Agency);

/// <summary>Who is there to try the portal with.</summary>
public static class DemoPeople
{
    internal const string Kanal = "Kanal Travel";
    /// <summary>The sales channel that the development settings tie connections to.</summary>
    internal const string Desks = "Agency desks";
    internal const string Sierra = "Sierra Trips";

    public static readonly IReadOnlyList<DemoPerson> All =
    [
        new("admin@portal.example", "Ines Keller", Roles.Admin, null),
        new("mila@kanal.example", "Mila de Boer", Roles.Manager, Kanal),
        new("jonas@kanal.example", "Jonas Visser", Roles.Agent, Kanal),
        new("aisha@kanal.example", "Aisha El Amrani", Roles.Agent, Kanal),
        new("carlos@sierra.example", "Carlos Ortega", Roles.Manager, Sierra),
        new("lucia@sierra.example", "Lucía Moreno", Roles.Agent, Sierra),
        new("tom@sierra.example", "Tom Baker", Roles.Agent, Sierra),
    ];
}
