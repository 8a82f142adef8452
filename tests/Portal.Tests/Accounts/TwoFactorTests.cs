using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Accounts;

public sealed class TwoFactorTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task Switched_on_it_asks_for_a_code_and_takes_each_recovery_code_once()
    {
        var (key, recovery) = await SwitchOnAsync(AccountsHost.Agent);

        var visitor = await host.SignInAsync(AccountsHost.Agent);
        Assert.StartsWith("/account/sign-in/code", visitor.Path, StringComparison.Ordinal);
        await visitor.SubmitAsync("code", ("Input.Code", "000000"));
        Assert.Contains("That code is not right", visitor.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync("code", ("Input.Code", Totp.Code(key, DateTimeOffset.UtcNow)));
        Assert.Equal("/", visitor.Path);

        Assert.Equal("/", (await RecoverAsync(AccountsHost.Agent, recovery[0])).Path);
        Assert.Contains("was used already", (await RecoverAsync(AccountsHost.Agent, recovery[0])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_page_without_a_password_before_it_leads_back()
    {
        var visitor = await host.Visit().GoAsync("/account/sign-in/code");

        Assert.Equal("/account/sign-in", visitor.Path);
    }

    [Fact]
    public async Task Key_and_recovery_codes_are_sealed_in_the_database()
    {
        var (key, recovery) = await SwitchOnAsync("aisha@kanal.example");

        await using var db = host.Database.Open();
        var kept = await db.UserTokens.Select(t => t.Value!).ToListAsync();
        Assert.NotEmpty(kept);
        Assert.All(kept, value => Assert.DoesNotContain(key, value, StringComparison.OrdinalIgnoreCase));
        Assert.All(kept, value => Assert.DoesNotContain(recovery[0], value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Switching_it_off_needs_the_password()
    {
        await SwitchOnAsync("tom@sierra.example", out var visitor);
        await visitor.GoAsync("/account/two-factor");
        await visitor.SubmitAsync("off", ("Password", "not the password"));
        Assert.Contains("still on", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("off", ("Password", AccountsHost.Password));

        Assert.Contains("Two-factor sign-in is off", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await host.SignInAsync("tom@sierra.example")).Path);
    }

    private Task<(string Key, IReadOnlyList<string> Recovery)> SwitchOnAsync(string email) => SwitchOnAsync(email, out _);

    private Task<(string Key, IReadOnlyList<string> Recovery)> SwitchOnAsync(string email, out Visitor visitor)
    {
        var someone = visitor = host.Visit();
        return RunAsync();

        async Task<(string, IReadOnlyList<string>)> RunAsync()
        {
            await someone.SignInAsync(email, AccountsHost.Password, "/account/two-factor");
            await someone.SubmitAsync("begin");
            Assert.NotNull(someone.Page.QuerySelector("[role=img] svg"));
            var key = someone.Page.QuerySelector("ol code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
            await someone.SubmitAsync("on", ("Code", Totp.Code(key, DateTimeOffset.UtcNow)));
            Assert.Contains("Two-factor sign-in is on", someone.Text, StringComparison.Ordinal);
            return (key, [.. someone.Page.QuerySelectorAll(".account-codes code").Select(code => code.TextContent)]);
        }
    }

    private async Task<Visitor> RecoverAsync(string email, string code)
    {
        var visitor = await host.SignInAsync(email);
        await visitor.GoAsync("/account/sign-in/recovery");
        return await visitor.SubmitAsync("recovery", ("Input.Code", code));
    }
}
