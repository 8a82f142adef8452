namespace Portal.Core.Agencies;

/// <summary>What an agency wants to happen to what it booked.</summary>
/// <param name="Rule">When it is bought by itself.</param>
/// <param name="HoursBefore">With <see cref="ConversionRule.BeforeDeadline"/>.</param>
/// <param name="FirstReminderHours">Before a deadline; 0 for none.</param>
/// <param name="LastReminderHours">Before a deadline; 0 for none.</param>
public sealed record ConversionSettings(ConversionRule Rule, int HoursBefore, int FirstReminderHours, int LastReminderHours)
{
    public static ConversionSettings Of(Agency agency) => new(agency.Conversion, agency.ConvertHoursBefore, agency.FirstReminderHours, agency.LastReminderHours);

    /// <summary>What is wrong with it, for the person who typed it; null when nothing is.</summary>
    public string? Fault =>
        !Enum.IsDefined(Rule) ? "There is no such rule."
        : HoursBefore is < 1 or > 720 ? "Buying before the deadline begins 1 to 720 hours before it."
        : FirstReminderHours is < 0 or > 720 || LastReminderHours is < 0 or > 720 ? "A reminder comes 0 (none) to 720 hours before the deadline."
        : FirstReminderHours > 0 && LastReminderHours >= FirstReminderHours ? "The last reminder comes after the first: give it fewer hours."
        : null;

    /// <summary>As the history and people read it.</summary>
    public override string ToString() => $"{RuleWords.Of(Rule, HoursBefore)}; {Reminders}";

    private string Reminders => (FirstReminderHours, LastReminderHours) switch
    {
        (0, 0) => "no reminders",
        (0, _) or (_, 0) => $"one reminder {FirstReminderHours + LastReminderHours} h before",
        _ => $"reminders {FirstReminderHours} h and {LastReminderHours} h before",
    };
}

/// <summary>The rules in words.</summary>
public static class RuleWords
{
    public static string Of(ConversionRule rule, int hoursBefore) => rule switch
    {
        ConversionRule.WhenPaid => "bought by itself once the customer's payments cover the booking",
        ConversionRule.BeforeDeadline => $"bought by itself from {hoursBefore} h before the deadline, as far as the credit goes",
        _ => "never bought by itself: an agent decides",
    };
}
