using Portal.Core.Agencies;
using Portal.Core.Guests;

namespace Portal.Tests.Guests;

/// <summary>Who is written to when. Days count from the moment something became missing; the deadline is on day 20.</summary>
public sealed class GuestChaseTests
{
    private static readonly DateTime Start = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly GuestRule Rule = new(SendsLinks: true, DueDays: 7, RemindDays: 3, WarnHours: 48, EraseDays: 30, "en");
    private static readonly DateTime Due = Start.AddDays(20);

    private static GuestProgress Missing(DateTime? due = null, int refused = 0)
    {
        var progress = GuestProgress.Of(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Start);
        progress.Record(new GuestCount(2, 0, 6, 0, 0, due ?? Due, null, IsOver: false, AllAccepted: false), Start);
        if (refused > 0)
            progress.Record(new GuestCount(2, 0, 6, 4, refused, due ?? Due, null, IsOver: false, AllAccepted: false), Start);
        return progress;
    }

    /// <summary>Runs the decisions from each to the next, as the job does, until none is left.</summary>
    private static List<(double Day, CustomerStep Customer, AgentStep Agent)> Run(GuestProgress progress, GuestRule rule, int most = 50)
    {
        var done = new List<(double, CustomerStep, AgentStep)>();
        for (DateTime? now = Start; now is { } at && most-- > 0;)
        {
            progress.Record(new GuestCount(2, 0, 6, 0, 0, progress.DueAt, null, IsOver: false, AllAccepted: false), at);
            var chase = GuestChase.Of(progress, rule, at);
            if (chase is not { Customer: CustomerStep.None, Agent: AgentStep.None })
                done.Add(((at - Start).TotalDays, chase.Customer, chase.Agent));
            progress.Record(chase, progress.Reopened, at);
            Assert.True(chase.Next is null || chase.Next > at);
            now = chase.Next;
        }
        Assert.True(most > 0);
        return done;
    }

    [Fact]
    public void Customers_are_asked_at_once_reminded_every_three_days_and_a_day_before_and_the_agent_is_warned_and_told() => Assert.Equal(
    [
        (0, CustomerStep.First, AgentStep.None), (3, CustomerStep.Reminder, AgentStep.None), (6, CustomerStep.Reminder, AgentStep.None), (9, CustomerStep.Reminder, AgentStep.None),
        (12, CustomerStep.Reminder, AgentStep.None), (15, CustomerStep.Reminder, AgentStep.None), (18, CustomerStep.Reminder, AgentStep.Warn), (19, CustomerStep.Last, AgentStep.None),
        (20, CustomerStep.None, AgentStep.Late),
    ], Run(Missing(), Rule));

    [Fact]
    public void An_agency_that_sends_by_hand_is_warned_and_nobody_else_is_written_to() =>
        Assert.Equal([(18, CustomerStep.None, AgentStep.Warn), (20, CustomerStep.None, AgentStep.Late)], Run(Missing(), Rule with { SendsLinks = false }));

    [Fact]
    public void What_an_agent_sent_by_hand_is_reminded_of_too()
    {
        var progress = Missing(Start.AddDays(4));
        progress.AskedAt = Start;

        Assert.Equal([(2, CustomerStep.None, AgentStep.Warn), (3, CustomerStep.Last, AgentStep.None), (4, CustomerStep.None, AgentStep.Late)], Run(progress, Rule with { SendsLinks = false }));
    }

    [Fact]
    public void Without_reminders_there_is_the_first_mail_alone() =>
        Assert.Equal([(0, CustomerStep.First, AgentStep.None), (18, CustomerStep.None, AgentStep.Warn), (20, CustomerStep.None, AgentStep.Late)], Run(Missing(), Rule with { RemindDays = 0 }));

    [Fact]
    public void What_was_refused_is_asked_again_at_once_and_not_a_second_time()
    {
        var progress = Missing();
        progress.Record(GuestChase.Of(progress, Rule, Start), progress.Reopened, Start);
        progress.Record(new GuestCount(2, 0, 6, 4, 2, Due, null, IsOver: false, AllAccepted: false), Start.AddHours(1));

        var again = GuestChase.Of(progress, Rule, Start.AddHours(1));
        progress.Record(again, progress.Reopened, Start.AddHours(1));

        Assert.Equal(CustomerStep.Again, again.Customer);
        Assert.Equal(CustomerStep.None, GuestChase.Of(progress, Rule, Start.AddHours(2)).Customer);
    }

    [Fact]
    public void Where_no_day_is_known_customers_are_reminded_and_nothing_is_ever_late()
    {
        var progress = GuestProgress.Of(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Start);
        progress.Record(new GuestCount(1, 0, 1, 0, 0, null, null, IsOver: false, AllAccepted: false), Start);
        progress.Record(GuestChase.Of(progress, Rule, Start), 0, Start);

        Assert.Equal(Start.AddDays(3), progress.NextChaseAt);
        var later = GuestChase.Of(progress, Rule, Start.AddDays(300));
        Assert.Equal((CustomerStep.Reminder, AgentStep.None), (later.Customer, later.Agent));
    }

    [Fact]
    public void Once_everything_is_there_nobody_is_written_to()
    {
        var progress = Missing();
        progress.Record(new GuestCount(2, 2, 6, 6, 0, Due, null, IsOver: false, AllAccepted: true), Start);

        Assert.Equal(new GuestChase(CustomerStep.None, AgentStep.None, null), GuestChase.Of(progress, Rule, Start.AddDays(19)));
    }

    [Fact]
    public void What_is_complete_but_not_accepted_warns_the_agent_alone()
    {
        var progress = Missing();
        progress.Record(new GuestCount(2, 2, 6, 6, 0, Due, null, IsOver: false, AllAccepted: false), Start);

        Assert.Equal((CustomerStep.None, AgentStep.Warn), (GuestChase.Of(progress, Rule, Start.AddDays(18)).Customer, GuestChase.Of(progress, Rule, Start.AddDays(18)).Agent));
    }

    [Theory]
    [InlineData(60, 7, 53), InlineData(8.5, 7, 1.5), InlineData(7.5, 7, 1), InlineData(3, 7, 1), InlineData(1, 7, 1 - 2 / 24.0), InlineData(0.05, 7, 0.05), InlineData(10, 0, 10)]
    public void Data_are_due_the_agency_s_days_before_or_as_soon_as_is_fair(double startsIn, int daysBefore, double dueIn) =>
        Assert.Equal(Start.AddDays(dueIn), GuestDeadline.Of(Start.AddDays(startsIn), Start, daysBefore)!.Value, TimeSpan.FromSeconds(1));

    [Fact]
    public void Nothing_is_computed_from_a_time_that_is_not_known() => Assert.Null(GuestDeadline.Of(null, Start, 7));
}
