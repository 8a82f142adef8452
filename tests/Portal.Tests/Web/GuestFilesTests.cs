using Microsoft.EntityFrameworkCore;
using Portal.Core.Guests;
using Portal.Tests.Accounts;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.Web;

/// <summary>Guest data as files over HTTP: for the agency's people, kept by no cache, run by no spreadsheet, written to no log.</summary>
public sealed class GuestFilesTests : IAsyncLifetime
{
    private TicketsHost host = null!;
    private string reference = "";
    private Guid guest;

    public async Task InitializeAsync()
    {
        host = await TicketsHost.StartAsync();
        var made = await host.World.SoldToPersonsAsync("A", await host.AgentAsync());
        (reference, guest) = (made.Reference, (await host.World.GuestAsync(made)).Id);
        await host.World.Get<SaveGuest>().RunAsync(await host.AgentAsync(), guest, new Dictionary<string, string> { [GuestFields.Street] = "=HYPERLINK(1)" }, default);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    private string[] Paths => [$"/bookings/{reference}/guests.csv", $"/guests/{guest}/export.json"];

    [Fact]
    public async Task The_table_is_for_spreadsheets_and_nothing_in_it_is_run()
    {
        var jonas = await (await host.SignInAsync()).GoAsync(Paths[0]);

        Assert.StartsWith("Person,First name,Last name,E-mail,Phone,", jonas.Text, StringComparison.Ordinal);
        Assert.Contains("1,Wilhelmina,Łuczakova,wilhelmina@oosterend.example,\"'+31612345678\",", jonas.Text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(1)\"", jonas.Text, StringComparison.Ordinal);
        Assert.Contains("2,Bartholomeus,Zwanenburg,", jonas.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_persons_file_is_json_that_people_can_read()
    {
        var jonas = await (await host.SignInAsync()).GoAsync(Paths[1]);

        Assert.Contains("\"last_name\": \"Łuczakova\"", jonas.Text, StringComparison.Ordinal);
        Assert.Contains($"\"booking\": \"{reference}\"", jonas.Text, StringComparison.Ordinal);
        Assert.Contains("\"purpose\": \"Tickets\"", jonas.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zwanenburg", jonas.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_keeps_either_and_both_are_downloads()
    {
        using var browser = host.Portal.CreateClient();
        await new Visitor(browser).SignInAsync(AccountsHost.Agent, AccountsHost.Password);
        foreach (var path in Paths)
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(("no-store", "attachment"), ($"{answer.Headers.CacheControl}", answer.Content.Headers.ContentDisposition?.DispositionType));
            if (path.EndsWith("csv", StringComparison.Ordinal))
                Assert.Equal(System.Text.Encoding.UTF8.GetPreamble(), (await answer.Content.ReadAsByteArrayAsync())[..3]);
        }
    }

    [Fact]
    public async Task Another_agency_finds_nothing_an_admin_is_refused_and_a_stranger_must_sign_in()
    {
        var (carlos, ines) = (await host.SignInAsync("carlos@sierra.example"), await host.SignInAsync(AccountsHost.Admin));
        foreach (var path in Paths)
        {
            Assert.Equal(404, (await carlos.GoAsync(path)).Status);
            Assert.Equal(403, (await ines.GoAsync(path)).Status);
            Assert.StartsWith("/account/sign-in", (await new Visitor(host.Portal.CreateClient()).GoAsync(path)).Path, StringComparison.Ordinal);
        }
        await using var db = host.World.Open();
        Assert.Equal(0, await db.History.CountAsync(h => h.Said.Contains("exported")));
    }

    [Fact]
    public async Task A_day_of_work_with_it_leaves_no_name_in_the_log()
    {
        var jonas = await host.SignInAsync();
        foreach (var path in (string[])[.. Paths, "/bookings", "/bookings.csv", $"/bookings/{reference}", $"/bookings/{reference}/guests", $"/bookings/{reference}/vouchers", "/guests"])
            await jonas.GoAsync(path);
        await host.MailedAsync(await MailAsync());

        Assert.NotEqual("", host.Log);
        Assert.All(Personal.Typed, value => Assert.False(Spelled.In(host.Log, value), $"{value} is in the log."));
    }

    private async Task<string> MailAsync()
    {
        var made = await host.World.SoldToPersonsAsync("B", await host.AgentAsync());
        Assert.True((await host.World.SendAsync(made, Personal.Lead[GuestFields.Email], actor: await host.AgentAsync())).IsYes);
        return Personal.Lead[GuestFields.Email];
    }
}
