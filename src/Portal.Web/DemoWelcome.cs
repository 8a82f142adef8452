using System.Globalization;
using System.Text;
using Portal.Db.Demo;
using Portal.Web.Account;

namespace Portal.Web;

/// <summary>Says on the console, once the demo portal listens, where it is and who can sign in.</summary>
internal static class DemoWelcome
{
    public static void Announce(this WebApplication app, DemoSettings demo, Uri? sandbox) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var said = new StringBuilder("\n  Portal is ready:  ").AppendJoin("  ", app.Urls).AppendLine();
        if (sandbox is not null)
            said.Append(CultureInfo.InvariantCulture, $"  Sandbox and mails: {sandbox}\n");
        said.Append(CultureInfo.InvariantCulture, $"\n  Demo sign-ins, all with the password  {demo.Password}\n\n");
        foreach (var person in DemoPeople.All)
            said.Append(CultureInfo.InvariantCulture, $"    {person.Email,-24}{RoleWords.Of(person.Role),-16}{person.Agency}\n");
        Console.WriteLine(said);
    });
}
