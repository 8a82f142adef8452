using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Tests.Accounts;

public sealed class SignInTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/account")]
    [InlineData("/no-such-page")]
    public async Task Every_page_asks_for_a_sign_in_first(string path)
    {
        var visitor = await host.Visit().GoAsync(path);

        Assert.StartsWith("/account/sign-in?returnUrl=", visitor.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_in_one_is_where_one_wanted_to_go()
    {
        var visitor = await host.Visit().SignInAsync(AccountsHost.Agent, AccountsHost.Password, "/account/password");

        Assert.Equal("/account/password", visitor.Path);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task But_never_at_another_site(string returnUrl)
    {
        var visitor = await host.Visit().SignInAsync(AccountsHost.Agent, AccountsHost.Password, returnUrl);

        Assert.Equal("/", visitor.Path);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_closed_account_sound_the_same()
    {
        await CloseAsync("tom@sierra.example");

        var wrong = (await host.SignInAsync(AccountsHost.Agent, "not the password")).Page.QuerySelector("[role=alert]")!.TextContent;
        var unknown = (await host.SignInAsync("nobody@kanal.example")).Page.QuerySelector("[role=alert]")!.TextContent;
        var closed = (await host.SignInAsync("tom@sierra.example")).Page.QuerySelector("[role=alert]")!.TextContent;

        Assert.Contains("You are not signed in", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, unknown);
        Assert.Equal(wrong, closed);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_until_the_lock_ends()
    {
        const string email = "carlos@sierra.example";
        for (var i = 0; i < 5; i++)
            await host.SignInAsync(email, "not the password");

        Assert.StartsWith("/account/sign-in", (await host.SignInAsync(email)).Path, StringComparison.Ordinal);

        await ChangeAsync(email, user => user.LockoutEnd = user.LockoutEnd!.Value.AddMinutes(-15));
        Assert.Equal("/", (await host.SignInAsync(email)).Path);
    }

    [Fact]
    public async Task Signed_out_one_is_out()
    {
        var visitor = await host.SignInAsync(AccountsHost.Agent);
        await visitor.GoAsync("/account");

        await visitor.SubmitAsync("sign-out");

        Assert.Contains("You are signed out", visitor.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await visitor.GoAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var client = host.Portal.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["Input.Email"] = AccountsHost.Agent, ["Input.Password"] = AccountsHost.Password,
        });

        using var response = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var client = host.Portal.CreateClient(new() { AllowAutoRedirect = false });
        var visitor = new Visitor(client);
        using var page = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        await visitor.GoAsync("/account/sign-in");
        var token = visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in", ["__RequestVerificationToken"] = token, ["Input.Email"] = AccountsHost.Agent, ["Input.Password"] = AccountsHost.Password,
        });

        using var response = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("portal.sign-in=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Many_tries_from_one_address_are_turned_away()
    {
        await using var strict = host.Start(("Accounts:SignInsPerMinute", "3"));
        var visitor = new Visitor(strict.CreateClient());
        for (var i = 0; i < 3; i++)
            Assert.Equal(200, (await visitor.SignInAsync($"guess{i}@kanal.example", "guess guess guess")).Status);

        Assert.Equal(429, (await visitor.SignInAsync(AccountsHost.Agent, AccountsHost.Password)).Status);
        Assert.Equal(200, (await visitor.GoAsync("/account/sign-in")).Status);
    }

    [Fact]
    public async Task A_restarted_portal_knows_who_is_signed_in()
    {
        var handler = new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler();
        var before = new Visitor(host.Portal.CreateDefaultClient(handler));
        await before.SignInAsync(AccountsHost.Agent, AccountsHost.Password);

        await using var restarted = host.Start();
        var after = new Visitor(restarted.CreateDefaultClient(new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(handler.Container)));

        Assert.Equal("/account", (await after.GoAsync("/account")).Path);
        await using var db = host.Database.Open();
        Assert.NotEmpty(await db.DataProtectionKeys.ToListAsync());
    }

    [Fact]
    public async Task Switching_the_agency_off_ends_its_peoples_visits()
    {
        var visitor = await host.SignInAsync(AccountsHost.OtherAgent);
        Assert.Equal("/account", (await visitor.GoAsync("/account")).Path);

        await SwitchAgencyAsync("Sierra Trips", false);
        Assert.StartsWith("/account/sign-in", (await visitor.GoAsync("/account")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await host.SignInAsync(AccountsHost.OtherAgent)).Path, StringComparison.Ordinal);

        await SwitchAgencyAsync("Sierra Trips", true);
        Assert.Equal("/", (await host.SignInAsync(AccountsHost.OtherAgent)).Path);
    }

    private Task CloseAsync(string email) => ChangeAsync(email, user => user.IsActive = false);

    private Task ChangeAsync(string email, Action<User> change) => host.WithAsync<PortalDb, int>(async db =>
    {
        change(await db.Users.SingleAsync(u => u.Email == email));
        return await db.SaveChangesAsync();
    });

    private Task SwitchAgencyAsync(string name, bool isActive) => host.WithAsync<PortalDb, int>(db =>
        db.Agencies.Where(a => a.Name == name).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsActive, isActive)));
}
