using Portal.Core.Reports;

namespace Portal.Web.Pages.Reports;

/// <summary>What the parts of a report are called.</summary>
internal static class ReportWords
{
    public static string Group(ReportGroup group) => group switch
    {
        ReportGroup.Event => "Event", ReportGroup.Agent => "Agent", ReportGroup.Agency => "Agency", ReportGroup.Time => "Time", _ => "Provider",
    };

    public static string Step(ReportStep step) => step switch { ReportStep.Week => "Weeks", ReportStep.Month => "Months", _ => "Days" };
}
