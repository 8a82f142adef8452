using Portal.Core.Agencies;
using Portal.Core.Deadlines;

namespace Portal.Tests.Deadlines;

/// <summary>The rules as tables: what will become of a booked place, by rule, time left, payment and provider.</summary>
public sealed class OutlookTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(ConversionRule.ByHand, 24.0, false, false, false, Prospect.YouDecide, null, 24.0, false)]
    [InlineData(ConversionRule.ByHand, 24.0, true, false, true, Prospect.YouDecide, null, 24.0, false)]
    [InlineData(ConversionRule.WhenPaid, 24.0, false, false, false, Prospect.BoughtOncePaid, null, 24.0, false)]
    [InlineData(ConversionRule.WhenPaid, 24.0, false, false, true, Prospect.BoughtOncePaid, null, 23.7, true)]
    [InlineData(ConversionRule.WhenPaid, 24.0, true, false, true, Prospect.BeingBought, null, 23.7, true)]
    [InlineData(ConversionRule.BeforeDeadline, 24.0, false, false, false, Prospect.BoughtIfCreditAllows, 18.0, 24.0, false)]
    [InlineData(ConversionRule.BeforeDeadline, 5.0, false, false, true, Prospect.BeingBought, null, 4.7, true)]
    [InlineData(ConversionRule.BeforeDeadline, 5.0, true, true, true, Prospect.GivenUp, null, 5.0, false)]
    [InlineData(ConversionRule.WhenPaid, -0.1, true, false, true, Prospect.Over, null, -0.1, false)]
    [InlineData(ConversionRule.ByHand, -0.1, true, true, true, Prospect.Over, null, -0.1, false)]
    public void What_will_become_of_a_booked_place(
        ConversionRule rule, double hoursLeft, bool isPaid, bool isGivenUp, bool canFree, Prospect prospect, double? atIn, double endsIn, bool isFreed)
    {
        // A margin of three minutes and a quarter of an hour before it: 0.3 hours.
        var times = DeadlineTimes.Of(Now.AddHours(hoursLeft), Now.AddDays(-3), TimeSpan.FromMinutes(3), 6);

        var outlook = Outlook.Of(rule, times, isPaid, isGivenUp, canFree, Now);

        Assert.Equal((prospect, atIn is { } hours ? Now.AddHours(hours) : (DateTime?)null, isFreed), (outlook.Prospect, outlook.At, outlook.IsFreed));
        Assert.Equal(Now.AddHours(endsIn), outlook.Ends!.Value, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void While_no_deadline_is_told_nothing_ends()
    {
        Assert.Equal(new Outlook(Prospect.BoughtOncePaid, null, null, true), Outlook.Of(ConversionRule.WhenPaid, null, false, false, true, Now));
        Assert.Equal(new Outlook(Prospect.BoughtIfCreditAllows, null, null, false), Outlook.Of(ConversionRule.BeforeDeadline, null, false, false, false, Now));
    }

    [Fact]
    public void What_is_kept_for_minutes_only_is_given_up_half_way_and_never_at_once()
    {
        var times = DeadlineTimes.Of(Now.AddMinutes(20), Now, TimeSpan.Zero, 6);

        Assert.Equal((Now.AddMinutes(20), Now.AddMinutes(10)), (times.BuyUntil, times.GiveUpAt));
    }
}
