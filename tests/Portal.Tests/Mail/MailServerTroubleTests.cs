using Portal.Core.Mail;
using Portal.Sandbox;

namespace Portal.Tests.Mail;

/// <summary>What becomes of mail while its server is down, slow, or dies with a mail in its hands; over real SMTP.</summary>
public sealed class MailServerTroubleTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_an_hour_without_a_mail_server_each_mail_is_sent_once_in_the_order_they_were_due(bool isBusy)
    {
        await using var office = await PostOffice.StartAsync();
        if (isBusy)
            office.Server.Scenarios.Add(new Scenario("smtp/connect", ScenarioKind.Throttled) { Times = null });
        else
            await office.CloseAsync();
        await office.QueueAsync(20);

        await office.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromSeconds(30));
        Assert.Empty(office.Taken);
        Assert.All(await office.MailsAsync(), m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Doubts)));
        var due = (await office.MailsAsync()).OrderBy(m => m.DueAt).Select(m => m.Intent).ToList();
        if (isBusy)
            office.Server.Scenarios.Clear();
        else
            await office.OpenAsync();
        await office.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromSeconds(30));

        Assert.Equal(20, office.Taken.Count);
        Assert.Equal(20, office.Taken.Distinct().Count());
        // A few travel at once: none is taken while more than those before it are not.
        Assert.All(office.Taken.Select((intent, place) => (Due: due.IndexOf(intent), Place: place)), m => Assert.InRange(m.Due, 0, m.Place + SendMail.AtOnce - 1));
        Assert.All(await office.MailsAsync(), m => Assert.Equal((MailState.Sent, (string?)null), (m.State, m.LastProblem)));
    }

    [Fact]
    public async Task A_server_that_dies_after_taking_the_mail_gets_it_once_more_under_the_same_message_id()
    {
        await using var office = await PostOffice.StartAsync();
        office.Server.Scenarios.Add(new Scenario("smtp/data", ScenarioKind.SilentAfter));
        await office.QueueAsync(1);

        await office.PassAsync(TimeSpan.FromHours(6), TimeSpan.FromMinutes(10));

        Assert.Equal(["00", "00"], office.Taken);
        Assert.Equal(1, office.MessageIds);
        Assert.Equal(MailState.Sent, Assert.Single(await office.MailsAsync()).State);
    }

    [Fact]
    public async Task A_server_that_dies_so_each_time_gets_no_third_copy_and_a_person_is_asked()
    {
        await using var office = await PostOffice.StartAsync();
        office.Server.Scenarios.Add(new Scenario("smtp/data", ScenarioKind.SilentAfter) { Times = null });
        await office.QueueAsync(1);

        await office.PassAsync(TimeSpan.FromHours(6), TimeSpan.FromMinutes(10));

        Assert.Equal(["00", "00"], office.Taken);
        Assert.Equal(1, office.MessageIds);
        var mail = Assert.Single(await office.MailsAsync());
        Assert.Equal((MailState.Failed, 2), (mail.State, mail.Doubts));
        Assert.Contains("nobody knows whether it arrived", mail.LastProblem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clear_no_after_the_text_is_no_doubt_and_is_tried_until_it_is_taken()
    {
        await using var office = await PostOffice.StartAsync();
        office.Server.Scenarios.Add(new Scenario("smtp/data", ScenarioKind.ServerErrorBefore) { Times = 5 });
        await office.QueueAsync(1);

        await office.PassAsync(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));

        Assert.Equal(["00"], office.Taken);
        Assert.Equal((MailState.Sent, 6), (Assert.Single(await office.MailsAsync()).State, Assert.Single(await office.MailsAsync()).Attempts));
    }

    [Fact]
    public async Task One_mail_whose_line_hangs_does_not_keep_the_others_waiting()
    {
        await using var office = await PostOffice.StartAsync();
        office.Server.Scenarios.Add(new Scenario("smtp/rcpt", ScenarioKind.SilentBefore) { Match = PostOffice.Address(0), Silence = Silence.Hang });
        await office.QueueAsync(12);
        var last = office.Server.Mailbox.NextTo(PostOffice.Address(11));

        var run = office.Sender(TimeSpan.FromSeconds(10)).RunAsync(default);
        Assert.Same(last, await Task.WhenAny(last, run));

        Assert.Equal(11, await run);
        Assert.Equal("The mail server gave no answer in 10 seconds.", (await office.MailsAsync())[0].LastProblem);
        Assert.Equal(11, office.Taken.Count);
    }

    [Fact]
    public async Task A_run_before_a_server_that_hangs_ends_in_time_for_what_has_become_due_meanwhile()
    {
        await using var office = await PostOffice.StartAsync();
        office.Server.Scenarios.Add(new Scenario("smtp/connect", ScenarioKind.SilentBefore) { Times = null, Silence = Silence.Hang });
        await office.QueueAsync(50);

        await office.Sender(TimeSpan.FromSeconds(1)).RunAsync(default);

        var tried = (await office.MailsAsync()).Where(m => m.Attempts > 0).ToList();
        Assert.InRange(tried.Count, 1, 3 * SendMail.AtOnce);
        Assert.All(tried, m => Assert.Equal((MailState.Waiting, 0), (m.State, m.Doubts)));
        office.Server.Scenarios.Clear();
        await office.PassAsync(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1));
        Assert.Equal((50, 50), (office.Taken.Count, office.MessageIds));
    }
}
