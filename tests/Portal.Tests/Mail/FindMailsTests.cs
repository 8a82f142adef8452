using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Deadlines;
using Portal.Core.Mail;
using Portal.Db.Engines;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.Mail;

/// <summary>Who sees what became of which mails.</summary>
public sealed class FindMailsTests
{
    private static readonly Actor Admin = EnablementSetUp.Admin;

    [Theory, OnEveryEngine]
    public async Task An_admin_sees_all_a_manager_what_is_about_the_agency_s_bookings_and_an_agent_nothing(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.ManagesAsync(world.Ann);
        await world.ManagesAsync(world.Eve);
        var (ours, theirs) = (await world.SoldAsync("A", 2), await world.SoldAsync("E", 1, agent: world.Eve));
        await world.WritesAsync("reset");
        await world.SendAsync(ours, "ada.lovelace@guests.example");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SendAsync(theirs, "bo@guests.example", actor: world.Eve);

        var all = await world.FoundAsync(Admin);
        Assert.Equal((3, 3), (all.Total, all.Rows.Count));
        Assert.Equal([theirs.Reference, ours.Reference, null], all.Rows.Select(r => r.Reference));
        var mine = Assert.Single((await world.FoundAsync(world.Ann)).Rows);
        Assert.Equal((ours.Reference, "Sunny Trips", "a…@g….example", "Tickets for the customer", MailState.Waiting, 0), (mine.Reference, mine.Agency, mine.To, mine.What, mine.State, mine.Tries));
        Assert.Equal(theirs.Reference, Assert.Single((await world.FoundAsync(world.Eve)).Rows).Reference);
        Assert.Equal((0, 0), ((await world.FoundAsync(world.Ben)).Total, (await world.FoundAsync(world.Ben)).Rows.Count));
    }

    [Fact]
    public async Task Every_mail_about_a_booking_says_whose_it_is()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.HasMailAsync(world.Ann);
        var sold = await world.SoldAsync("A", 1);
        await world.SendAsync(sold, "ada@example.org");
        var bought = await world.BookedAsync(1, "P");
        await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), bought.Id, []), default);
        var kept = await world.BookedAsync(1, "K");
        world.GoTo(kept.KeptUntil!.Value.AddHours(-5));
        await world.Get<ChaseDeadlines>().RunAsync(default);
        await world.RuleAsync(ConversionRule.BeforeDeadline, hoursBefore: 24, limit: 1m);
        await world.ConvertAsync();

        var mails = await SoldBooking.MailsAsync(world);

        Assert.Equal(["deadline", "purchased", "tickets", "unbought"], mails.Select(m => m.Intent.Split(':')[0]).Distinct().Order());
        Assert.All(mails, m => Assert.Equal((world.AgencyId, true), (m.AgencyId, m.BookingId is not null)));
    }

    [Fact]
    public async Task They_are_told_apart_by_what_became_of_them()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.WritesAsync("sent");
        await world.PostAsync();
        await world.WritesAsync("failed");
        await world.PostAsync(MailsSeen.Nowhere);
        await world.WritesAsync("later");
        await world.PostAsync(new KeptMail { Before = () => throw new MailNotTakenException("The mail server answered 421.", isForGood: false) });
        await world.WritesAsync("waiting");

        var failed = Assert.Single((await world.FoundAsync(Admin, MailFilter.Failed)).Rows);
        Assert.Equal((MailState.Failed, 1, "The mail server refused the address (550)."), (failed.State, failed.Tries, failed.Problem));
        Assert.Equal(world.Now, Assert.Single((await world.FoundAsync(Admin, MailFilter.Sent)).Rows).SentAt);
        var waiting = (await world.FoundAsync(Admin, MailFilter.Waiting)).Rows;
        Assert.Equal(["The mail server answered 421.", null], waiting.OrderByDescending(r => r.Tries).Select(r => r.Problem));
        var all = await world.FoundAsync(Admin);
        Assert.Equal((4, 1), (all.Total, all.Failed));
    }

    [Fact]
    public async Task Many_are_read_page_by_page_the_newest_first()
    {
        await using var world = await PortalWorld.StartAsync();
        for (var number = 0; number < FindMails.PageSize + 3; number++)
        {
            await world.WritesAsync($"{number}", to: $"{(char)('a' + number % 26)}@example.org");
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var (first, second) = (await world.FoundAsync(Admin), await world.FoundAsync(Admin, page: 2));

        Assert.Equal((FindMails.PageSize, 3, FindMails.PageSize + 3, false), (first.Rows.Count, second.Rows.Count, second.Total, second.IsCapped));
        var rows = first.Rows.Concat(second.Rows).ToList();
        Assert.Equal(rows.OrderByDescending(r => r.CreatedAt), rows);
    }

    [Theory]
    [InlineData("", MailFilter.All, 1)]
    [InlineData("state=failed&page=3", MailFilter.Failed, 3)]
    [InlineData("state=waiting", MailFilter.Waiting, 1)]
    [InlineData("state=lost&page=-2", MailFilter.All, 1)]
    public void A_query_goes_into_the_address_and_back(string address, MailFilter filter, int page)
    {
        var query = MailQuery.Parse("?" + address);

        Assert.Equal(new MailQuery { Filter = filter, Page = page }, query);
        Assert.Equal(query, MailQuery.Parse(query.ToQueryString()));
    }

    [Fact]
    public void Every_kind_has_words_of_its_own_and_a_new_one_is_spelled_out()
    {
        foreach (var kind in typeof(MailContent).Assembly.GetTypes().Where(t => t.BaseType == typeof(MailContent)))
            Assert.Contains(' ', MailWords.Of(kind.Name));
        Assert.Equal("Something new", MailWords.Of("SomethingNew"));
    }
}
