using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Tests.Support;

namespace Portal.Tests.Tickets;

public sealed class SendTicketsTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private async Task<SendingView> SendingAsync(BookingMade made) => (await world.Get<ReadSending>().RunAsync(world.Ann, made.BookingId, CancellationToken.None))!;

    private async Task<IReadOnlyList<CustomerLink>> LinksAsync()
    {
        await using var db = world.Open();
        return await db.CustomerLinks.AsNoTracking().OrderBy(l => l.CreatedAt).ToListAsync();
    }

    private async Task<IReadOnlyList<string>> StoryAsync(BookingMade made)
    {
        await using var db = world.Open();
        return await db.History.Where(h => h.BookingId == made.BookingId && h.Said.Contains("link")).OrderBy(h => h.Id).Select(h => h.Said).ToListAsync();
    }

    [Fact]
    public async Task A_link_is_sent_that_works_until_a_month_after_the_event_and_is_kept_as_a_hash()
    {
        var made = await world.SoldAsync("A", 2);

        var token = await world.SentAsync(made);

        Assert.Equal(2, (await world.OpenedAsync(token))!.Vouchers.Count);
        var link = Assert.Single(await LinksAsync());
        Assert.Equal(64, link.TokenHash!.Length);
        Assert.DoesNotContain(token, link.TokenHash, StringComparison.Ordinal);
        Assert.InRange(link.ExpiresAt, world.Now.AddDays(70), world.Now.AddDays(70).AddHours(2));
        Assert.DoesNotContain("ada", link.SealedTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_holds_no_token_and_a_mail_that_is_rendered_twice_has_two_links_that_work()
    {
        var made = await world.SoldAsync("A", 1);
        var sent = (await world.SendAsync(made, "ada@example.org")).Value!;
        Assert.Null(Assert.Single(await LinksAsync()).TokenHash);

        var first = (await world.Get<MakeCustomerLink>().RunAsync(sent.LinkId, CancellationToken.None))!;
        var second = (await world.Get<MakeCustomerLink>().RunAsync(sent.LinkId, CancellationToken.None))!;

        Assert.NotEqual(first, second);
        Assert.NotNull(await world.OpenedAsync(first));
        Assert.NotNull(await world.OpenedAsync(second));
        Assert.True(await world.Get<RevokeTicketLink>().RunAsync(world.Ann, made.BookingId, CancellationToken.None));
        Assert.Null(await world.OpenedAsync(first));
        Assert.Null(await world.OpenedAsync(second));
    }

    [Fact]
    public async Task Sending_to_a_changed_recipient_makes_a_new_link_and_ends_the_old_one()
    {
        var made = await world.SoldAsync("A", 1);
        var old = await world.SentAsync(made, "wrong@example.org");
        var fresh = await world.SentAsync(made, "right@example.com");

        Assert.Null(await world.OpenedAsync(old));
        Assert.NotNull(await world.OpenedAsync(fresh));
        Assert.Equal(["wrong@example.org", "right@example.com"], (await world.MailsAsync()).Select(m => world.Get<MailSeal>().OpenAddress(m.SealedTo)));
        Assert.Equal("right@example.com", (await SendingAsync(made)).Last!.To);
        Assert.Equal(["A link to 1 ticket is sent to w…@e….org.", "A link to 1 ticket is sent to r…@e….com. The link that was sent before no longer works."], await StoryAsync(made));
    }

    [Fact]
    public async Task The_same_action_is_one_mail_however_often_it_comes()
    {
        var made = await world.SoldAsync("A", 1);
        var action = Guid.NewGuid();
        world.OneAtATime = false;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.SendAsync(made, "ada@example.org", action))));

        Assert.Single(answers.Select(a => a.Value!.LinkId).Distinct());
        Assert.Single(await world.MailsAsync());
        Assert.Single(await LinksAsync());
    }

    [Fact]
    public async Task Of_several_sendings_at_once_one_link_is_left()
    {
        var made = await world.SoldAsync("A", 1);
        world.OneAtATime = false;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => world.SendAsync(made, $"guest{n}@example.org"))));

        Assert.Single(await LinksAsync(), l => l.RevokedAt is null);
    }

    [Fact]
    public async Task A_link_is_over_a_month_after_the_event()
    {
        var made = await world.SoldAsync("A", 1);
        var token = await world.SentAsync(made);

        world.Clock.Advance(TimeSpan.FromDays(69));
        Assert.NotNull(await world.OpenedAsync(token));
        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Null(await world.OpenedAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@example")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org, eve@example.org")]
    [InlineData("ada@example.org\r\nBcc: eve@example.org")]
    public async Task What_is_no_address_is_refused_and_the_link_before_works_on(string to)
    {
        var made = await world.SoldAsync("A", 1);
        var token = await world.SentAsync(made);

        var answer = await world.SendAsync(made, to);

        Assert.Equal(RefusalReason.Invalid, answer.Refusal?.Reason);
        Assert.NotNull(await world.OpenedAsync(token));
        Assert.Single(await world.MailsAsync());
    }

    [Fact]
    public async Task A_colleague_may_send_and_revoke_and_the_other_agency_finds_nothing()
    {
        var made = await world.SoldAsync("A", 1);

        Assert.Equal(RefusalReason.NotFound, (await world.SendAsync(made, "eve@example.org", actor: world.Eve)).Refusal?.Reason);
        Assert.True((await world.SendAsync(made, "ada@example.org", actor: world.Ben)).IsYes);
        Assert.Null(await world.Get<ReadSending>().RunAsync(world.Eve, made.BookingId, CancellationToken.None));
        Assert.False(await world.Get<RevokeTicketLink>().RunAsync(world.Eve, made.BookingId, CancellationToken.None));
        Assert.True(await world.Get<RevokeTicketLink>().RunAsync(world.Ben, made.BookingId, CancellationToken.None));
    }

    [Fact]
    public async Task A_revoked_link_is_told_and_its_mail_is_not_sent_any_more()
    {
        var made = await world.SoldAsync("A", 1);
        var sent = (await world.SendAsync(made, "ada@example.org")).Value!;

        await world.Get<RevokeTicketLink>().RunAsync(world.Ann, made.BookingId, CancellationToken.None);

        Assert.Null(await world.Get<MakeCustomerLink>().RunAsync(sent.LinkId, CancellationToken.None));
        Assert.Equal(world.Now, (await SendingAsync(made)).Last!.RevokedAt);
        Assert.False(await world.Get<RevokeTicketLink>().RunAsync(world.Ann, made.BookingId, CancellationToken.None));
    }

    [Fact]
    public async Task The_page_knows_the_buyer_s_address_and_whether_the_link_was_opened()
    {
        var offer = await world.SellsAsync("A");
        var line = await world.AddedAsync(world.Ann, offer, 1);
        await world.Get<NoteBuyer>().RunAsync(world.Ann, line.CartId, BuyerField.Email, "ada@example.org", CancellationToken.None);
        var made = await world.CheckedOutAsync(world.Ann);
        Assert.Equal(("ada@example.org", 0, 1), ((await SendingAsync(made)).BuyerEmail, (await SendingAsync(made)).Ready, (await SendingAsync(made)).Tickets));

        var token = await world.SentAsync(made);
        Assert.Equal((null, MailState.Waiting), ((await SendingAsync(made)).Last!.SeenAt, (await SendingAsync(made)).Last!.Mail));
        await world.OpenedAsync(token);

        Assert.Equal(world.Now, (await SendingAsync(made)).Last!.SeenAt);
        Assert.Contains("the buyer", (await StoryAsync(made)).Single(), StringComparison.Ordinal);
    }

    [Theory]
    [OnEveryEngine]
    public async Task Each_engine_reads_sends_opens_and_revokes(Portal.Db.Engines.DatabaseEngine engine)
    {
        await using var there = await PortalWorld.StartAsync(engine);
        var made = await there.SoldAsync("A", 2);

        var token = await there.SentAsync(made);

        Assert.Equal(2, (await there.OpenedAsync(token))!.Vouchers.Count);
        Assert.Equal(2, (await there.Get<ReadVouchers>().RunAsync(there.Ann, made.Reference, [], CancellationToken.None))!.Ready);
        Assert.NotNull((await there.Get<ReadSending>().RunAsync(there.Ann, made.BookingId, CancellationToken.None))!.Last!.SeenAt);
        Assert.True(await there.Get<RevokeTicketLink>().RunAsync(there.Ann, made.BookingId, CancellationToken.None));
        Assert.Null(await there.OpenedAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_nobody_made_opens_nothing(string token)
    {
        await world.SendAsync(await world.SoldAsync("A", 1), "ada@example.org");

        Assert.Null(await world.OpenedAsync(token));
    }

    [Theory]
    [InlineData("ada.byron@example.org", "a…@e….org")]
    [InlineData("a@b.co.uk", "a…@b….uk")]
    [InlineData("odd", "…")]
    public void An_address_is_masked_where_it_must_not_stand(string address, string masked) => Assert.Equal(masked, TicketWords.Masked(address));
}
