using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.GuestLinks;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.GuestLinks;

public sealed class SendGuestLinkTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private async Task<IReadOnlyList<CustomerLink>> LinksAsync()
    {
        await using var db = world.Open();
        return await db.CustomerLinks.AsNoTracking().OrderBy(l => l.CreatedAt).ToListAsync();
    }

    private async Task<IReadOnlyList<string>> StoryAsync(BookingMade made)
    {
        await using var db = world.Open();
        return await db.History.Where(h => h.BookingId == made.BookingId && (h.Said.Contains("link") || h.Said.Contains("reminder"))).OrderBy(h => h.Id).Select(h => h.Said).ToListAsync();
    }

    private async Task<IReadOnlyList<GuestLinkSending>> SendingsAsync(BookingMade made) => (await world.Get<ReadGuestSending>().RunAsync(world.Ann, made.BookingId, CancellationToken.None))!;

    [Fact]
    public async Task A_link_is_sent_that_works_until_the_event_begins_and_is_kept_as_a_hash()
    {
        var made = await world.AskedAsync(2);

        var token = await world.SentGuestsAsync(made, language: "de");

        var view = (await world.OpenedGuestsAsync(token))!;
        Assert.Equal((GuestPageState.Asking, "de", made.Reference, 2), (view.State, view.Language, view.Reference, view.Persons.Count));
        var link = Assert.Single(await LinksAsync());
        Assert.Equal((LinkPurpose.Guests, "de", 64), (link.Purpose, link.Language, link.TokenHash!.Length));
        Assert.DoesNotContain("ada", link.SealedTo, StringComparison.Ordinal);
        world.Clock.Advance(link.ExpiresAt - world.Now - TimeSpan.FromMinutes(1));
        Assert.NotNull(await world.OpenedGuestsAsync(token));
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await world.OpenedGuestsAsync(token));
        await using var db = world.Open();
        Assert.Equal(link.ExpiresAt, await db.Sessions.Where(s => s.Event!.Name == "Event L").Select(s => s.StartUtc).SingleAsync());
    }

    [Fact]
    public async Task A_link_works_at_most_half_a_year_whenever_the_event_is()
    {
        var made = await world.AskedAsync(1);
        await using (var db = world.Open())
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.StartUtc, world.Now.AddYears(1)));

        var sent = await world.SendGuestsAsync(made);

        Assert.Equal(world.Now.AddDays(180), sent.Value!.Until);
    }

    [Fact]
    public async Task Sending_again_makes_a_new_link_and_ends_the_one_before_and_the_history_holds_no_address()
    {
        var made = await world.AskedAsync(1);
        var old = await world.SentGuestsAsync(made, "wrong@example.org");
        var fresh = await world.SentGuestsAsync(made, "right@example.com", language: "ca");

        Assert.Null(await world.OpenedGuestsAsync(old));
        Assert.NotNull(await world.OpenedGuestsAsync(fresh));
        Assert.Equal(["wrong@example.org", "right@example.com"], (await world.OutboxAsync()).Select(m => world.Get<MailSeal>().OpenAddress(m.SealedTo)));
        Assert.Equal(["A link to the page for guest data is sent to w…@e….org, in English.", "A link to the page for guest data is sent to r…@e….com, in Catalan. The link that was sent before no longer works."], await StoryAsync(made));
        Assert.Equal([("right@example.com", true, "ca"), ("wrong@example.org", false, "en")], (await SendingsAsync(made)).Select(s => (s.To, s.IsAlive, s.Language)));
    }

    [Fact]
    public async Task Each_guest_may_have_a_link_of_their_own_beside_the_booking_s()
    {
        var made = await world.AskedAsync(3);
        var guests = await world.GuestsAsync(made);
        var whole = await world.SentGuestsAsync(made);
        var second = await world.SentGuestsAsync(made, "bob@example.org", guests[1].Id);
        var third = await world.SentGuestsAsync(made, "eve@example.org", guests[2].Id);

        Assert.Equal([1, 2, 3], (await world.OpenedGuestsAsync(whole))!.Persons.Select(p => p.Number));
        var view = (await world.OpenedGuestsAsync(second))!;
        Assert.Equal((true, 2, 1), (view.IsOwn, Assert.Single(view.Persons).Number, view.Persons[0].Position));
        Assert.True(await world.Get<RevokeGuestLink>().RunAsync(world.Ann, made.BookingId, guests[1].Id, CancellationToken.None));
        Assert.Null(await world.OpenedGuestsAsync(second));
        Assert.NotNull(await world.OpenedGuestsAsync(third));
        Assert.NotNull(await world.OpenedGuestsAsync(whole));
        Assert.Equal([3, 2, null], (await SendingsAsync(made)).Select(s => s.Number));
    }

    [Fact]
    public async Task The_outbox_holds_no_token_and_a_mail_that_is_rendered_twice_has_two_links_of_one_guest_that_work()
    {
        var made = await world.AskedAsync(2);
        var guest = (await world.GuestsAsync(made))[1].Id;
        var sent = (await world.SendGuestsAsync(made, guest: guest, language: "it")).Value!;
        Assert.Null(Assert.Single(await LinksAsync()).TokenHash);

        var first = (await world.Get<MakeCustomerLink>().RunAsync(sent.LinkId, CancellationToken.None))!;
        var second = (await world.Get<MakeCustomerLink>().RunAsync(sent.LinkId, CancellationToken.None))!;

        Assert.NotEqual(first, second);
        foreach (var token in new[] { first, second })
            Assert.Equal(("it", 2), ((await world.OpenedGuestsAsync(token))!.Language, (await world.OpenedGuestsAsync(token))!.Persons.Single().Number));
        Assert.Single(await SendingsAsync(made));
        Assert.True(await world.Get<RevokeGuestLink>().RunAsync(world.Ann, made.BookingId, guest, CancellationToken.None));
        Assert.Null(await world.OpenedGuestsAsync(first));
        Assert.Null(await world.OpenedGuestsAsync(second));
        Assert.False((await SendingsAsync(made)).Single().IsAlive);
    }

    [Fact]
    public async Task A_link_to_tickets_opens_no_guest_data_and_the_other_way_round()
    {
        var made = await world.AskedAsync(1);
        var (tickets, guests) = (await world.SentAsync(made), await world.SentGuestsAsync(made));

        Assert.Null(await world.OpenedGuestsAsync(tickets));
        Assert.Null(await world.OpenedAsync(guests));
        Assert.NotNull(await world.OpenedAsync(tickets));
    }

    [Fact]
    public async Task The_same_action_is_one_mail_however_often_it_comes_and_of_several_at_once_one_link_is_left()
    {
        var made = await world.AskedAsync(1);
        var action = Guid.NewGuid();
        world.OneAtATime = false;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.SendGuestsAsync(made, actionId: action))));
        Assert.Single(answers.Select(a => a.Value!.LinkId).Distinct());
        Assert.Single(await world.OutboxAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => world.SendGuestsAsync(made, $"guest{n}@example.org"))));

        Assert.Single(await LinksAsync(), l => l.RevokedAt is null);
    }

    [Fact]
    public async Task The_buyer_is_greeted_by_name_and_nobody_else_by_the_buyer_s()
    {
        var offer = await world.SellsAsync("L", by: world.Listing);
        world.Wants("L", 1, (_, _) => ["first_name", "last_name"]);
        var line = await world.AddedAsync(world.Ann, offer, 1);
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@example.org") })
            await world.Get<NoteBuyer>().RunAsync(world.Ann, line.CartId, field, value, CancellationToken.None);
        var made = await world.CheckedOutAsync(world.Ann);
        await world.ReportAsync(made, offer, item => item, FulfilmentStatus.Processing);
        await world.ListsReadAsync(made);

        await world.SendGuestsAsync(made, "ada@example.org", kind: GuestMailKind.Reminder);
        await world.SendGuestsAsync(made, "bob@example.org", kind: GuestMailKind.Last);

        var mails = (await world.OutboxAsync()).Select(m => world.Get<MailSeal>().Open<GuestsForCustomer>(m.SealedData)).ToList();
        Assert.Equal([("Ada Byron", GuestMailKind.Reminder, 1, 2), (null, GuestMailKind.Last, 1, 2)], mails.Select(m => (m.Name, m.Kind, m.Persons, m.Fields)));
        Assert.Contains("Event L, ", Assert.Single(mails[0].Lines), StringComparison.Ordinal);
        Assert.NotNull(mails[0].DueAt);
        Assert.Contains(await StoryAsync(made), said => said.StartsWith("A reminder with a link", StringComparison.Ordinal) && said.Contains("a…@e….org, the buyer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada@example")]
    [InlineData("ada@example.org\r\nBcc: eve@example.org")]
    public async Task What_is_no_address_is_refused_and_the_link_before_works_on(string to)
    {
        var made = await world.AskedAsync(1);
        var token = await world.SentGuestsAsync(made);

        Assert.Equal(RefusalReason.Invalid, (await world.SendGuestsAsync(made, to)).Refusal?.Reason);
        Assert.NotNull(await world.OpenedGuestsAsync(token));
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_asked_and_to_another_agency_the_booking_is_none()
    {
        var made = await world.AskedAsync(1);
        Assert.Equal(RefusalReason.NotFound, (await world.SendGuestsAsync(made, actor: world.Eve)).Refusal?.Reason);
        Assert.Null(await world.Get<ReadGuestSending>().RunAsync(world.Eve, made.BookingId, CancellationToken.None));
        Assert.False(await world.Get<RevokeGuestLink>().RunAsync(world.Eve, made.BookingId, null, CancellationToken.None));
        Assert.Equal(RefusalReason.NotAllowed, (await world.SendGuestsAsync(made, guest: Guid.NewGuid())).Refusal?.Reason);

        var token = await world.SentGuestsAsync(made);
        await world.TypedAsync(token, 1, null, ("first_name", "Ada"), ("last_name", "Byron"));
        Assert.Equal(RefusalReason.NotAllowed, (await world.SendGuestsAsync(made)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await world.SendGuestsAsync(await world.SoldAsync("P", 1))).Refusal?.Reason);
        Assert.Single(await world.OutboxAsync());
    }

    [Fact]
    public async Task What_was_opened_within_half_an_hour_is_in_use_and_the_progress_knows_when_the_customer_was_asked()
    {
        var made = await world.AskedAsync(1);
        var token = await world.SentGuestsAsync(made);
        var asked = world.Now;
        Assert.False((await SendingsAsync(made)).Single().IsInUse);

        await world.OpenedGuestsAsync(token);
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        await world.TypedAsync(token, 1, null, ("first_name", "Ada"));
        world.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.True((await SendingsAsync(made)).Single().IsInUse);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.False((await SendingsAsync(made)).Single().IsInUse);

        await using var db = world.Open();
        Assert.Equal(asked, (await db.GuestProgress.SingleAsync(p => p.BookingId == made.BookingId)).AskedAt);
    }
}
