using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Deadlines;
using Portal.Core.Mail;
using Portal.Core.Payments;
using Portal.Tests.Support;

namespace Portal.Tests.Deadlines;

/// <summary>Agents are reminded of deadlines twice, each time once.</summary>
public sealed class ChaseDeadlinesTests
{
    [Fact]
    public async Task Twice_as_long_before_as_the_agency_wants_and_never_again()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.HasMailAsync(world.Ann);
        var order = await world.BookedAsync(1);

        Assert.Empty(await AtAsync(world, order, TimeSpan.FromHours(48) + TimeSpan.FromMinutes(1)));
        Assert.Single(await AtAsync(world, order, TimeSpan.FromHours(48)));
        Assert.Single(await AtAsync(world, order, TimeSpan.FromHours(20)));
        var mails = await AtAsync(world, order, TimeSpan.FromHours(6));
        Assert.Equal(2, (await AtAsync(world, order, TimeSpan.FromMinutes(5))).Count);

        var said = mails.Select(m => world.Get<MailSeal>().Open<DeadlineReminder>(m.SealedData)).ToList();
        Assert.Equal([false, true], said.Select(s => s.IsLast));
        Assert.All(said, s => Assert.Equal(("Ann", "€50.00", order.Booking!.Reference), (s.Name, s.Unpaid, s.Reference)));
        Assert.Contains("Event K (1 place at ", said[0].What, StringComparison.Ordinal);
        Assert.Contains("you decide; if nobody buys it, it will lapse on", said[0].Prospect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_however_many_nodes_look()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.HasMailAsync(world.Ann);
        var order = await world.BookedAsync(1);
        world.GoTo(order.KeptUntil!.Value.AddHours(-30));
        world.OneAtATime = false;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.Get<ChaseDeadlines>().RunAsync(default))));

        Assert.Single(await world.MailsAsync());
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_bought_given_up_or_lapsed()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.HasMailAsync(world.Ann);
        world.Keeping.Frees = false;
        var (bought, given) = (await world.BookedAsync(1, "B"), await world.BookedAsync(1, "G"));
        Assert.True((await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), bought.Id, []), default)).IsYes);
        Assert.True((await world.Get<GiveUpItems>().RunAsync(world.Ann, new(Guid.NewGuid(), given.Id, []), default)).IsYes);

        Assert.Empty(await AtAsync(world, given, TimeSpan.FromHours(3)));
        Assert.Empty(await AtAsync(world, given, TimeSpan.FromHours(-1)));
    }

    [Fact]
    public async Task What_is_paid_is_called_paid_and_an_agent_who_left_is_answered_for_by_the_agency()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        await using (var db = world.Open())
            await db.Agencies.ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, "desk@sunny.example"));
        Assert.True((await world.Get<RecordPayment>().RunAsync(world.Ann, new PaymentTyped(Guid.NewGuid(), order.BookingId, PaymentMethod.Card, 50m, null, DateOnly.FromDateTime(world.Now)), default)).IsYes);

        var mail = Assert.Single(await AtAsync(world, order, TimeSpan.FromHours(40)));

        Assert.Equal("desk@sunny.example", world.Get<MailSeal>().OpenAddress(mail.SealedTo));
        Assert.Null(world.Get<MailSeal>().Open<DeadlineReminder>(mail.SealedData).Unpaid);
    }

    [Theory]
    [InlineData(100, null, 52.0)]
    [InlineData(47, ReminderStage.First, 41.0)]
    [InlineData(5, ReminderStage.Last, null)]
    [InlineData(-1, null, null)]
    public void The_schedule_follows_the_hours_left(int hoursLeft, ReminderStage? due, double? nextIn)
    {
        var now = new DateTime(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

        var schedule = ReminderSchedule.Of(now.AddHours(hoursLeft), now.AddDays(-30), 48, 6, now);

        Assert.Equal((due, nextIn is { } hours ? now.AddHours(hours) : (DateTime?)null), (schedule.Due, schedule.Next));
    }

    [Fact]
    public void A_moment_that_had_passed_when_it_was_booked_reminds_of_nothing()
    {
        var now = new DateTime(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

        Assert.Equal(new ReminderSchedule(null, null), ReminderSchedule.Of(now.AddHours(5), now, 48, 6, now));
        Assert.Equal(new ReminderSchedule(null, now.AddHours(14)), ReminderSchedule.Of(now.AddHours(20), now, 48, 6, now));
        Assert.Equal(new ReminderSchedule(null, null), ReminderSchedule.Of(now.AddHours(20), now.AddDays(-9), 0, 0, now));
    }

    private static async Task<IReadOnlyList<OutboxMail>> AtAsync(PortalWorld world, Order order, TimeSpan before)
    {
        world.GoTo(order.KeptUntil!.Value - before);
        await world.Get<ChaseDeadlines>().RunAsync(default);
        return await world.MailsAsync();
    }
}
