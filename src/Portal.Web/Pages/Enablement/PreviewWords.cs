using System.Globalization;
using Portal.Core.Enablement;

namespace Portal.Web.Pages.Enablement;

/// <summary>What saving would do, as a sentence.</summary>
internal static class PreviewWords
{
    public static string Of(EnablementPreview preview)
    {
        var said = new List<string>();
        Say(preview.BecomeSellable, "becomes sellable", "become sellable");
        Say(preview.StopBeingSellable, "is no longer sold", "are no longer sold");
        Say(preview.BecomeBookable, "becomes bookable", "become bookable");
        Say(preview.StopBeingBookable, "is no longer booked", "are no longer booked");
        return said.Count == 0 ? "No event to come changes by this." : $"{string.Join(", ", said)}.";

        void Say(int count, string one, string many)
        {
            if (count > 0)
                said.Add(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "event" : "events")} to come {(count == 1 ? one : many)}"));
        }
    }
}
