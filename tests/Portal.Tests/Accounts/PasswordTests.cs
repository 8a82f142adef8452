using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Accounts;

public sealed class PasswordTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_through_the_mailed_link_which_works_once()
    {
        const string email = "aisha@kanal.example";
        for (var i = 0; i < 5; i++)
            await host.SignInAsync(email, "not the password");
        await AskAsync(email);
        var link = await host.MailedLinkAsync(email);

        var visitor = await ChooseAsync(link, "a quite new password");
        Assert.Equal("/account/sign-in?done=password", visitor.Path);
        Assert.Equal("/", (await host.SignInAsync(email, "a quite new password")).Path);

        var again = await ChooseAsync(link, "yet another password");
        Assert.Contains("The password was not changed", again.Text, StringComparison.Ordinal);
        Assert.Equal("/", (await host.SignInAsync(email, "a quite new password")).Path);
    }

    [Fact]
    public async Task Asking_for_an_address_without_account_answers_the_same_and_sends_nothing()
    {
        var known = (await AskAsync("tom@sierra.example")).Text;
        await using var db = host.Database.Open();
        var before = await db.OutboxMails.CountAsync();

        var unknown = (await AskAsync("nobody@nowhere.example")).Text;

        Assert.Equal(known, unknown);
        Assert.Equal(before, await db.OutboxMails.CountAsync());
    }

    [Fact]
    public async Task No_usable_link_lies_in_the_database()
    {
        await AskAsync("carlos@sierra.example");
        var link = await host.MailedLinkAsync("carlos@sierra.example");
        var token = link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..];

        await using var db = host.Database.Open();
        Assert.All(await db.OutboxMails.ToListAsync(), mail => Assert.DoesNotContain(token, mail.SealedData, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_password_is_refused_at_its_field()
    {
        await AskAsync("lucia@sierra.example");

        var visitor = await ChooseAsync(await host.MailedLinkAsync("lucia@sierra.example"), "short");

        Assert.Contains("10 to 200 characters", visitor.Page.QuerySelector("#new-password-fault")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changes_ones_own_password_and_other_browsers_are_signed_out()
    {
        var here = await host.SignInAsync(AccountsHost.Manager);
        var elsewhere = await host.SignInAsync(AccountsHost.Manager);
        await here.GoAsync("/account/password");
        await here.SubmitAsync("password", ("Input.Present", "wrong"), ("Input.Password", "another password"), ("Input.Again", "another password"));
        Assert.Contains("The present password is not right", here.Text, StringComparison.Ordinal);

        await here.SubmitAsync("password", ("Input.Present", AccountsHost.Password), ("Input.Password", "another password"), ("Input.Again", "another password"));

        Assert.Contains("Your password is changed", here.Text, StringComparison.Ordinal);
        Assert.Equal("/account", (await here.GoAsync("/account")).Path);
        Assert.StartsWith("/account/sign-in", (await elsewhere.GoAsync("/account")).Path, StringComparison.Ordinal);
    }

    private async Task<Visitor> AskAsync(string email)
    {
        var visitor = await host.Visit().GoAsync("/account/forgot-password");
        return await visitor.SubmitAsync("forgot-password", ("Input.Email", email));
    }

    private async Task<Visitor> ChooseAsync(string link, string password)
    {
        var visitor = await host.Visit().GoAsync(link);
        return await visitor.SubmitAsync("choose-password", ("Input.Password", password), ("Input.Again", password));
    }
}
