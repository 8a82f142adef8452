using Portal.Core.Mail;
using Portal.Db.Engines;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>Senders that are other processes, killed while they send or two at once: counted in the mail server's own mailbox.</summary>
public sealed class KilledSenderTests
{
    private static readonly TimeSpan ClaimsOver = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("smtp/rcpt", ScenarioKind.SilentBefore, 1, 0)]
    [InlineData("smtp/data", ScenarioKind.SilentBefore, 1, 1)]
    [InlineData("smtp/data", ScenarioKind.SilentAfter, 2, 1)]
    public async Task A_sender_killed_before_the_text_has_left_has_sent_nothing_and_after_it_one_copy_at_most(string operation, ScenarioKind kind, int copies, int doubts)
    {
        await using var office = await PostOffice.StartAsync();
        office.Server.Scenarios.Add(new Scenario(operation, kind) { Silence = Silence.Hang });
        await office.QueueAsync(1);

        await KillAtAsync(office, operation);
        var left = Assert.Single(await office.MailsAsync());
        Assert.Equal((MailState.Sending, doubts), (left.State, left.Doubts));
        Assert.Equal(0, await office.Sender().RunAsync(default));
        office.Clock.Advance(ClaimsOver);
        await office.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        Assert.Equal(copies, office.Taken.Count);
        Assert.Equal(1, office.MessageIds);
        Assert.Equal(MailState.Sent, Assert.Single(await office.MailsAsync()).State);
    }

    [Theory]
    [InlineData("smtp/rcpt", ScenarioKind.SilentBefore, 1, MailState.Sent)]
    [InlineData("smtp/data", ScenarioKind.SilentAfter, 2, MailState.Failed)]
    public async Task However_often_its_senders_are_killed_a_mail_goes_out_twice_at_most_and_never_where_none_had_the_text_out(
        string operation, ScenarioKind kind, int copies, MailState end)
    {
        await using var office = await PostOffice.StartAsync();
        await office.QueueAsync(1);
        for (var killed = 0; killed < 2; killed++)
        {
            office.Server.Scenarios.Add(new Scenario(operation, kind) { Silence = Silence.Hang });
            office.Server.Ledger.ForgetCalls();
            await KillAtAsync(office, operation);
            await office.LapseClaimsAsync();
        }

        await office.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        Assert.Equal(copies, office.Taken.Count);
        Assert.Equal(1, office.MessageIds);
        Assert.Equal(end, Assert.Single(await office.MailsAsync()).State);
    }

    [Fact]
    public async Task A_sender_killed_in_the_middle_of_its_job_loses_nothing()
    {
        await using var office = await PostOffice.StartAsync();
        foreach (var (number, kind) in new[] { (4, ScenarioKind.SilentAfter), (5, ScenarioKind.SilentBefore) })
            office.Server.Scenarios.Add(new Scenario("smtp/data", kind) { Match = PostOffice.Address(number), Silence = Silence.Hang });
        await office.QueueAsync(10);

        await KillAtAsync(office, "smtp/data", PostOffice.Address(4));
        office.Server.Scenarios.Clear();
        office.Clock.Advance(ClaimsOver);
        await office.PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        Assert.All(await office.MailsAsync(), m => Assert.Equal(MailState.Sent, m.State));
        Assert.Equal(10, office.MessageIds);
        var copies = office.Taken.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(10, copies.Count);
        Assert.Equal(2, copies["04"]);
        // Beside it only what travelled with it can have gone twice.
        Assert.All(copies.Values, n => Assert.InRange(n, 1, 2));
        Assert.InRange(copies.Values.Count(n => n == 2), 1, SendMail.AtOnce);
    }

    [Theory]
    [OnEveryEngine]
    public async Task Two_nodes_at_once_send_each_of_fifty_mails_once(DatabaseEngine engine)
    {
        await using var office = await PostOffice.StartAsync(engine);
        await office.QueueAsync(50);

        using var one = office.StartProcess();
        using var other = office.StartProcess();
        await Task.WhenAll(one.WaitForExitAsync(), other.WaitForExitAsync());

        Assert.True((one.ExitCode, other.ExitCode) == (0, 0), await one.StandardError.ReadToEndAsync() + await other.StandardError.ReadToEndAsync());
        Assert.Equal((50, 50), (office.Taken.Count, office.MessageIds));
        Assert.All(await office.MailsAsync(), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Attempts)));
    }

    private static async Task KillAtAsync(PostOffice office, string operation, string? about = null)
    {
        var reached = ReachedAsync(office, operation, about);
        using var process = office.StartProcess();
        var first = await Task.WhenAny(reached, process.WaitForExitAsync());
        Assert.True(first == reached, first == reached ? "" : await process.StandardError.ReadToEndAsync());
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
    }

    // Once the mail server has been reached with what it does not answer.
    private static async Task ReachedAsync(PostOffice office, string operation, string? about)
    {
        for (; ; )
        {
            var next = office.Server.Ledger.NextCallOf(operation);
            if (office.Server.Ledger.CallsOf(operation).Any(c => c.Status is null && (about is null || c.Path == about)))
                return;
            await next;
        }
    }
}
