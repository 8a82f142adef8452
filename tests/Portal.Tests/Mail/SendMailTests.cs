using Portal.Core.Mail;

namespace Portal.Tests.Mail;

public sealed class SendMailTests
{
    [Fact]
    public async Task A_due_mail_is_sent_once_and_recorded()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");

        Assert.Equal(1, await room.Sender().RunAsync(default));
        Assert.Equal(0, await room.Sender().RunAsync(default));

        Assert.Single(room.Server.Taken);
        var mail = await room.ReadAsync("a");
        Assert.Equal((MailState.Sent, room.GetUtcNow().UtcDateTime), (mail.State, mail.SentAt));
    }

    [Fact]
    public async Task A_server_that_is_down_is_asked_again_later_and_nothing_is_lost()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        await room.QueueAsync("b");
        room.Server.Before = () => throw new MailNotTakenException("The mail server could not be reached.", isForGood: false);

        Assert.Equal(0, await room.Sender().RunAsync(default));
        var waiting = await room.ReadAsync("a");
        Assert.Equal((MailState.Waiting, "The mail server could not be reached."), (waiting.State, waiting.LastProblem));
        Assert.Equal(0, await room.Sender().RunAsync(default));

        room.Server.Before = () => { };
        room.Wait(SendMail.PauseAfter(1));
        Assert.Equal(2, await room.Sender().RunAsync(default));
        Assert.Equal(2, room.Server.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.Null((await room.ReadAsync("a")).LastProblem);
    }

    [Fact]
    public async Task Killed_between_sent_and_recorded_it_goes_once_more_under_the_same_message_id()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        // The process ends after the server's yes: nothing after it runs.
        room.Server.After = () => throw new OperationCanceledException();
        await Assert.ThrowsAsync<OperationCanceledException>(() => room.Sender().RunAsync(default));
        room.Server.After = () => { };

        Assert.Equal(0, await room.Sender().RunAsync(default));
        room.Wait(room.Server.Patience + TimeSpan.FromMinutes(2));
        Assert.Equal(1, await room.Sender().RunAsync(default));
        room.Wait(TimeSpan.FromDays(1));
        Assert.Equal(0, await room.Sender().RunAsync(default));

        Assert.Equal(2, room.Server.Taken.Count);
        Assert.Single(room.Server.Taken.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        await using var room = await MailRoom.OpenAsync();
        for (var i = 0; i < 12; i++)
            await room.QueueAsync($"mail {i}");

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => room.Sender().RunAsync(default))));

        Assert.Equal(12, sent.Sum());
        Assert.Equal(12, room.Server.Taken.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(12, room.Server.Taken.Count);
    }

    [Fact]
    public async Task What_a_slow_sender_learns_after_its_claim_does_not_overwrite_the_next_ones_record()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        room.Server.Before = () =>
        {
            // While the first sender hangs, its claim runs out and a second one sends the mail.
            room.Server.Before = () => { };
            room.Wait(room.Server.Patience + TimeSpan.FromMinutes(2));
            Assert.Equal(1, room.Sender().RunAsync(default).GetAwaiter().GetResult());
            throw new MailNotTakenException("Too late.", isForGood: true);
        };

        await room.Sender().RunAsync(default);

        Assert.Equal(MailState.Sent, (await room.ReadAsync("a")).State);
    }

    [Fact]
    public async Task After_ten_tries_it_is_failed_for_all_to_see()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        room.Server.Before = () => throw new MailNotTakenException("The mail server answered 451.", isForGood: false);

        for (var i = 0; i < 20; i++)
        {
            await room.Sender().RunAsync(default);
            room.Wait(TimeSpan.FromHours(2));
        }

        var mail = await room.ReadAsync("a");
        Assert.Equal((MailState.Failed, SendMail.GivesUpAfter, "The mail server answered 451."), (mail.State, mail.Attempts, mail.LastProblem));
    }

    [Fact]
    public async Task A_mail_that_kills_its_sender_is_given_up_too()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        room.Server.Before = () => throw new OperationCanceledException();

        for (var i = 0; i <= SendMail.GivesUpAfter; i++)
        {
            await Record.ExceptionAsync(() => room.Sender().RunAsync(default));
            room.Wait(TimeSpan.FromHours(2));
        }

        Assert.Equal(MailState.Failed, (await room.ReadAsync("a")).State);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_not_tried_again()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        room.Server.Before = () => throw new MailNotTakenException("The mail server refused the address (550).", isForGood: true);

        await room.Sender().RunAsync(default);

        Assert.Equal(MailState.Failed, (await room.ReadAsync("a")).State);
    }

    [Fact]
    public async Task One_mail_that_cannot_be_rendered_does_not_keep_the_others_waiting()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a");
        await using (var db = room.Database.Open())
        {
            db.OutboxMails.Single().SealedData = "not sealed by us";
            await db.SaveChangesAsync();
        }
        await room.QueueAsync("b");

        Assert.Equal(1, await room.Sender().RunAsync(default));
        Assert.Equal(MailState.Waiting, (await room.ReadAsync("a")).State);
    }

    [Fact]
    public async Task A_link_for_somebody_who_is_gone_is_not_sent()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a", new PasswordReset(Guid.Empty));

        Assert.Equal(0, await room.Sender().RunAsync(default));

        Assert.Equal(MailState.Failed, (await room.ReadAsync("a")).State);
        Assert.Empty(room.Server.Taken);
    }
}
