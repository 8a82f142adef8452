using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Mail;

namespace Portal.Tests.Accounts;

public sealed class StartTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task The_demo_is_made_once_however_often_the_portal_starts()
    {
        await host.Visit().GoAsync("/account/sign-in");
        await using var db = host.Database.Open();
        var before = (await db.Users.CountAsync(), await db.Agencies.CountAsync(), await db.PriceRules.CountAsync());

        await using var again = host.Start();
        await new Visitor(again.CreateClient()).GoAsync("/account/sign-in");

        Assert.Equal((7, 2, 2), before);
        Assert.Equal(before, (await db.Users.CountAsync(), await db.Agencies.CountAsync(), await db.PriceRules.CountAsync()));
    }

    [Fact]
    public void The_sandbox_never_starts_outside_development()
    {
        using var production = host.Start(("environment", "Production"), ("Sandbox:Enabled", "true"), ("Mail:PublicUrl", "https://portal.example"));

        var refused = Assert.Throws<InvalidOperationException>(() => production.CreateClient());

        Assert.Contains("Sandbox:Enabled is true in Production", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_without_an_admin_invites_its_first_one()
    {
        await using var empty = await Support.PortalDatabase.CreateAsync();
        await using var portal = host.Start(("Database:ConnectionString", empty.ConnectionString), ("Demo:Seed", "false"), ("Accounts:FirstAdmin", "boss@portal.example"));

        portal.CreateClient().Dispose();

        await using var db = empty.Open();
        Assert.Equal("boss@portal.example", portal.Services.GetRequiredService<MailSeal>().OpenAddress((await db.OutboxMails.SingleAsync()).SealedTo));
    }
}
