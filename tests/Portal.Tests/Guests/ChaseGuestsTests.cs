using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.GuestLinks;
using Portal.Core.Guests;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Sandbox.Xs2Event;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>Customers are asked and reminded by a job, once each time; agents are warned before it is late. The provider is the sandbox.</summary>
public sealed class ChaseGuestsTests : IAsyncLifetime
{
    private SandboxWorld world = null!;
    private Booking booking = null!;

    private Xs2EventSamples Samples => world.Sandbox.Xs2Event.Samples;

    public async Task InitializeAsync() => world = await SandboxWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    /// <summary>Two persons; the lead's address is known from before checkout, everybody's passport is wanted later.</summary>
    private async Task SoldAsync()
    {
        var line = await world.AddedAsync(await world.ListsAsync(Samples.MixedGuests), Samples.MixedGuests);
        await world.Get<PrepareGuests>().RunAsync(world.Ann, line.CartId, default);
        var lead = (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, default))!.Persons[0];
        await world.Get<SaveGuest>().RunAsync(world.Ann, lead.Id, new Dictionary<string, string>
        {
            [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron", [GuestFields.Email] = "ada@guests.example", [GuestFields.Phone] = "+44 20 1234 5678",
        }, default);
        var made = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), line.CartId, null, OnOpenAnswer.GoOn), default);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        await world.ReadBackAsync();
        await using var db = world.Open();
        booking = await db.Bookings.AsNoTracking().Include(b => b.Orders).ThenInclude(o => o.Fulfilments).SingleAsync(b => b.Id == made.Value.BookingId);
        // Forty days ahead; without a zone nothing would be computed from it.
        await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.StartUtc, world.Clock.GetUtcNow().UtcDateTime.AddDays(40)));
        await world.KeepListsAsync();
    }

    private async Task ChaseAsync(TimeSpan later = default)
    {
        world.Clock.Advance(later);
        await world.Get<ChaseGuests>().RunAsync(default);
    }

    private async Task<List<GuestMailKind>> MailsAsync()
    {
        await using var db = world.Open();
        var mails = await db.OutboxMails.Where(m => m.Template == nameof(GuestsForCustomer)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
        Assert.All(mails, m => Assert.Equal("ada@guests.example", world.Get<MailSeal>().OpenAddress(m.SealedTo)));
        return mails.ConvertAll(m => world.Get<MailSeal>().Open<GuestsForCustomer>(m.SealedData).Kind);
    }

    private async Task<List<string>> NoticesAsync()
    {
        await using var db = world.Open();
        return await db.Notices.Where(n => n.Kind == NoticeKind.GuestDataDue).OrderBy(n => n.At).Select(n => n.Said).ToListAsync();
    }

    [Fact]
    public async Task The_customer_is_asked_reminded_and_reminded_for_the_last_time_and_each_is_one_mail()
    {
        await SoldAsync();
        await ChaseAsync();
        await ChaseAsync();
        Assert.Equal([GuestMailKind.First], await MailsAsync());

        // Due in 33 days: every three days, a day before, never after.
        for (var day = 0; day < 45; day++)
            await ChaseAsync(TimeSpan.FromDays(1));

        Assert.Equal([GuestMailKind.First, .. Enumerable.Repeat(GuestMailKind.Reminder, 10), GuestMailKind.Last], await MailsAsync());
        Assert.Collection(await NoticesAsync(), warned => Assert.Contains("are missing", warned, StringComparison.Ordinal), late => Assert.Contains("were due", late, StringComparison.Ordinal));
        await using var db = world.Open();
        // Each link ended the one before it.
        Assert.Equal(1, await db.CustomerLinks.CountAsync(l => l.RevokedAt == null));
    }

    [Fact]
    public async Task Two_nodes_at_the_same_moment_send_one_mail()
    {
        await SoldAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ChaseAsync())));

        Assert.Equal([GuestMailKind.First], await MailsAsync());
    }

    [Fact]
    public async Task A_day_without_jobs_is_made_up_for_with_one_mail()
    {
        await SoldAsync();
        await ChaseAsync();

        await ChaseAsync(TimeSpan.FromDays(10));
        await ChaseAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([GuestMailKind.First, GuestMailKind.Reminder], await MailsAsync());
    }

    [Fact]
    public async Task Whoever_is_on_the_page_at_this_moment_is_reminded_when_they_have_left()
    {
        await SoldAsync();
        await ChaseAsync();
        world.Clock.Advance(TimeSpan.FromDays(3));
        await using (var db = world.Open())
            await db.CustomerLinks.ExecuteUpdateAsync(set => set.SetProperty(l => l.SeenAt, world.Clock.GetUtcNow().UtcDateTime.AddMinutes(-5)));

        await ChaseAsync();
        Assert.Single(await MailsAsync());
        await ChaseAsync(TimeSpan.FromMinutes(36));

        Assert.Equal([GuestMailKind.First, GuestMailKind.Reminder], await MailsAsync());
    }

    [Fact]
    public async Task What_the_provider_refuses_is_asked_again_of_whoever_has_the_link()
    {
        await SoldAsync();
        await ChaseAsync();
        world.Sandbox.Xs2Event.RefuseGuestValue("passport_number", "NX1234567");
        await world.CompletesAsync((await world.FormAsync(booking)).Persons[0]);
        await world.KeepListsAsync();

        await ChaseAsync();
        await ChaseAsync();

        Assert.Equal([GuestMailKind.First, GuestMailKind.Again], await MailsAsync());
    }

    [Fact]
    public async Task Once_everything_is_there_nobody_is_written_to_any_more()
    {
        await SoldAsync();
        await ChaseAsync();
        foreach (var person in (await world.FormAsync(booking)).Persons)
            await world.CompletesAsync(person);
        await world.KeepListsAsync();

        for (var day = 0; day < 45; day++)
            await ChaseAsync(TimeSpan.FromDays(1));

        Assert.Equal([GuestMailKind.First], await MailsAsync());
        Assert.Empty(await NoticesAsync());
    }

    [Fact]
    public async Task Where_no_address_is_known_the_agent_is_told_once()
    {
        booking = await world.SellsAsync((Samples.AllPreDownload, 2));
        await world.KeepListsAsync();
        await ChaseAsync();
        await ChaseAsync(TimeSpan.FromDays(4));

        Assert.Empty(await MailsAsync());
        Assert.Contains("No e-mail address", Assert.Single(await NoticesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_revoked_is_not_sent_again_by_itself()
    {
        await SoldAsync();
        await ChaseAsync();
        Assert.True(await world.Get<RevokeGuestLink>().RunAsync(world.Ann, booking.Id, null, default));

        await ChaseAsync(TimeSpan.FromDays(4));

        Assert.Single(await MailsAsync());
    }
}
