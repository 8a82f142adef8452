using Microsoft.EntityFrameworkCore;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.Mail;

/// <summary>A person has a failed mail tried again.</summary>
public sealed class RetryMailTests
{
    [Fact]
    public async Task A_failed_mail_is_tried_again_under_its_message_id_and_the_booking_s_story_tells_who_wanted_it()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.ManagesAsync(world.Ann);
        var sold = await world.SoldAsync("A", 1);
        await world.SendAsync(sold, "ada@example.org");
        await world.PostAsync(MailsSeen.Nowhere);
        var failed = Assert.Single((await world.FoundAsync(world.Ann, MailFilter.Failed)).Rows);

        Assert.Equal(MailState.Waiting, (await world.Get<RetryMail>().RunAsync(world.Ann, failed.Id, failed.Version, default)).Value);
        var server = new KeptMail();
        Assert.Equal(1, await world.PostAsync(server));

        Assert.Equal(Assert.Single(await SoldBooking.MailsAsync(world)).MessageId, Assert.Single(server.Taken).MessageId);
        var sent = Assert.Single((await world.FoundAsync(world.Ann)).Rows);
        Assert.Equal((MailState.Sent, 1, null), (sent.State, sent.Tries, sent.Problem));
        await using var db = world.Open();
        var told = Assert.Single(await db.History.Where(h => h.BookingId == sold.BookingId && h.Said.Contains("tried again")).ToListAsync());
        Assert.Equal(("Ann", "The mail 'Tickets for the customer' to a…@e….org is tried again."), (told.By, told.Said));
    }

    [Fact]
    public async Task What_was_in_doubt_twice_goes_out_once_more_when_a_person_wants_it()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.WritesAsync("reset");
        var server = new KeptMail { After = () => throw new MailNotTakenException("The mail server broke off after it had the text.", isForGood: false) { IsInDoubt = true } };
        for (var run = 0; run < 5; run++)
        {
            await world.PostAsync(server);
            world.Clock.Advance(TimeSpan.FromHours(1));
        }
        Assert.Equal(2, server.Taken.Count);
        var failed = Assert.Single((await world.FoundAsync(EnablementSetUp.Admin, MailFilter.Failed)).Rows);

        server.After = () => { };
        await world.Get<RetryMail>().RunAsync(EnablementSetUp.Admin, failed.Id, failed.Version, default);
        await world.PostAsync(server);

        Assert.Equal(3, server.Taken.Count);
        Assert.Single(server.Taken.Select(m => m.MessageId).Distinct());
    }

    [Theory, OnEveryEngine]
    public async Task Of_many_who_want_it_again_at_once_one_is_heard(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        await world.WritesAsync("reset");
        await world.PostAsync(MailsSeen.Nowhere);
        var failed = Assert.Single((await world.FoundAsync(EnablementSetUp.Admin)).Rows);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.Get<RetryMail>().RunAsync(EnablementSetUp.Admin, failed.Id, failed.Version, default))));

        Assert.Single(answers, a => a.IsYes);
        Assert.All(answers.Where(a => !a.IsYes), a => Assert.Equal(RefusalReason.Busy, a.Refusal!.Reason));
        await using var db = world.Open();
        Assert.Equal(1, await db.History.CountAsync(h => h.Said.Contains("is tried again")));
        // It fails again: a click that saw the first failure is no wish for a third try.
        await world.PostAsync(MailsSeen.Nowhere);
        Assert.Equal(RefusalReason.Busy, (await world.Get<RetryMail>().RunAsync(EnablementSetUp.Admin, failed.Id, failed.Version, default)).Refusal?.Reason);
    }

    [Fact]
    public async Task Nobody_tries_what_they_do_not_see_and_nothing_that_has_not_failed()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.ManagesAsync(world.Ann);
        await world.ManagesAsync(world.Eve);
        var sold = await world.SoldAsync("A", 1);
        await world.SendAsync(sold, "ada@example.org");
        await world.WritesAsync("reset");
        var waiting = Assert.Single((await world.FoundAsync(world.Ann)).Rows);
        Assert.Equal(RefusalReason.Busy, (await world.Get<RetryMail>().RunAsync(world.Ann, waiting.Id, waiting.Version, default)).Refusal?.Reason);
        await world.PostAsync(MailsSeen.Nowhere);
        var failed = (await world.FoundAsync(EnablementSetUp.Admin, MailFilter.Failed)).Rows;
        Assert.Equal(2, failed.Count);

        foreach (var mail in failed)
            foreach (var nobody in new[] { world.Ben, world.Eve })
                Assert.Equal(RefusalReason.NotFound, (await world.Get<RetryMail>().RunAsync(nobody, mail.Id, mail.Version, default)).Refusal?.Reason);
        var ofAccount = failed.Single(m => m.Reference is null);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<RetryMail>().RunAsync(world.Ann, ofAccount.Id, ofAccount.Version, default)).Refusal?.Reason);
        Assert.Equal(2, (await world.FoundAsync(EnablementSetUp.Admin, MailFilter.Failed)).Total);
    }
}
