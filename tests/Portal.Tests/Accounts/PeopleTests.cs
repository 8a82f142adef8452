using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Persistence;

namespace Portal.Tests.Accounts;

public sealed class PeopleTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task A_manager_invites_an_agent_who_chooses_a_password_and_signs_in()
    {
        var (mila, kanal) = await ActorAsync(AccountsHost.Manager);

        var outcome = await InviteAsync(mila, new InvitedPerson("new@kanal.example", "Noor", Roles.Agent, kanal));
        Assert.True(outcome.IsDone);
        var visitor = await host.Visit().GoAsync(await host.MailedLinkAsync("new@kanal.example"));
        await visitor.SubmitAsync("choose-password", ("Input.Password", "my first password"), ("Input.Again", "my first password"));

        Assert.Equal("/", (await host.SignInAsync("new@kanal.example", "my first password")).Path);
        Assert.Contains("already", Assert.Single((await InviteAsync(mila, new InvitedPerson("new@kanal.example", "Noor", Roles.Agent, kanal))).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AccountsHost.Manager, Roles.Admin, null)]
    [InlineData(AccountsHost.Manager, Roles.Agent, "Sierra Trips")]
    [InlineData(AccountsHost.Agent, Roles.Agent, "Kanal Travel")]
    [InlineData(AccountsHost.Admin, Roles.Agent, null)]
    public async Task Who_may_not_invite_somebody_invites_nobody(string by, string role, string? agency)
    {
        var (actor, _) = await ActorAsync(by);
        await using var db = host.Database.Open();
        var agencyId = agency is null ? (Guid?)null : (await db.Agencies.SingleAsync(a => a.Name == agency)).Id;
        var before = (await db.Users.CountAsync(), await db.OutboxMails.CountAsync());

        var outcome = await InviteAsync(actor, new InvitedPerson("x@example.org", "X", role, agencyId));

        Assert.False(outcome.IsDone);
        Assert.Equal(before, (await db.Users.CountAsync(), await db.OutboxMails.CountAsync()));
    }

    [Fact]
    public async Task A_person_who_is_switched_off_is_signed_out_and_cannot_come_back()
    {
        var (mila, _) = await ActorAsync(AccountsHost.Manager);
        var (aisha, _) = await ActorAsync("aisha@kanal.example");
        var visitor = await host.SignInAsync("aisha@kanal.example");
        Assert.Equal("/account", (await visitor.GoAsync("/account")).Path);

        Assert.True((await SwitchAsync(mila, aisha.UserId!.Value, false)).IsDone);
        Assert.StartsWith("/account/sign-in", (await visitor.GoAsync("/account")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await host.SignInAsync("aisha@kanal.example")).Path, StringComparison.Ordinal);

        Assert.True((await SwitchAsync(mila, aisha.UserId!.Value, true)).IsDone);
        Assert.Equal("/", (await host.SignInAsync("aisha@kanal.example")).Path);
    }

    [Theory]
    [InlineData(AccountsHost.Manager, AccountsHost.OtherAgent)]
    [InlineData(AccountsHost.Manager, AccountsHost.Admin)]
    [InlineData(AccountsHost.Manager, AccountsHost.Manager)]
    [InlineData(AccountsHost.Agent, "aisha@kanal.example")]
    public async Task Nobody_switches_off_whom_they_may_not(string by, string whom)
    {
        var (actor, _) = await ActorAsync(by);
        var (other, _) = await ActorAsync(whom);

        Assert.False((await SwitchAsync(actor, other.UserId!.Value, false)).IsDone);

        await using var db = host.Database.Open();
        Assert.True((await db.Users.SingleAsync(u => u.Id == other.UserId)).IsActive);
    }

    [Fact]
    public async Task People_of_another_agency_are_not_seen()
    {
        var (mila, _) = await ActorAsync(AccountsHost.Manager);

        var people = await host.WithAsync<ReadPeople, People>(read => read.RunAsync(mila, default));

        Assert.All(people.Rows, row => Assert.Equal("Kanal Travel", row.Agency));
        Assert.Equal("Kanal Travel", Assert.Single(people.Agencies).Name);
    }

    [Fact]
    public async Task An_agent_may_not_open_the_page_of_people()
    {
        var visitor = await host.SignInAsync(AccountsHost.Agent);

        Assert.StartsWith("/account/not-allowed", (await visitor.GoAsync("/people")).Path, StringComparison.Ordinal);
    }

    private Task<PersonOutcome> InviteAsync(Actor actor, InvitedPerson person) => host.WithAsync<InvitePerson, PersonOutcome>(verb => verb.RunAsync(actor, person, default));

    private Task<PersonOutcome> SwitchAsync(Actor actor, Guid id, bool isActive) => host.WithAsync<SwitchPerson, PersonOutcome>(verb => verb.RunAsync(actor, id, isActive, default));

    private Task<(Actor Actor, Guid? AgencyId)> ActorAsync(string email) => host.WithAsync<PortalDb, (Actor, Guid?)>(async db =>
    {
        var user = await db.Users.SingleAsync(u => u.Email == email);
        return (user.AgencyId is { } agency ? Actor.Agent(user.Id, agency, user.DisplayName) : Actor.Admin(user.Id, user.DisplayName), user.AgencyId);
    });
}
