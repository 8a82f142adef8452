using Portal.Core.Audit;
using Portal.Core.Agencies;

namespace Portal.Core.Enablement;

/// <summary>What came of a decision about what is sold: done when there is no problem; else nothing was changed.</summary>
public sealed record SwitchOutcome(string? Problem)
{
    public static readonly SwitchOutcome Done = new((string?)null);

    internal static readonly SwitchOutcome OnlyAdmins = new("Only an administrator decides what is sold and booked. Nothing was changed.");

    internal static readonly SwitchOutcome Gone = new("It is no longer there. Nothing was changed. Read the page again.");

    public bool IsDone => Problem is null;

    internal static SwitchOutcome Overtaken(string what) => new($"Somebody else changed {what} meanwhile. Nothing of yours was changed there. Look at how it stands now, then decide again.");
}

/// <summary>How both switches of a promoter or channel shall stand.</summary>
/// <param name="Id">The promoter or channel.</param>
/// <param name="Version">As it was read: somebody else's later decision is never overwritten unseen.</param>
public sealed record Switching(Guid Id, bool SellingOn, bool BookingOn, long Version);

/// <summary>What a history says of a switch.</summary>
internal static class SwitchHistory
{
    public static HistoryEntry Of(Actor actor, Guid of, string said, DateTime now) => new() { At = now, By = actor.Name, SwitchOf = of, Said = said };

    /// <param name="whose">For instance <c>the promoter Ajax</c>.</param>
    public static string Said(string whose, bool sold, bool booked, Switching now)
    {
        var moved = new List<string>();
        if (sold != now.SellingOn)
            moved.Add($"selling switched {OnOff(now.SellingOn)}");
        if (booked != now.BookingOn)
            moved.Add($"booking switched {OnOff(now.BookingOn)}");
        return $"For {whose}: {(moved.Count > 0 ? string.Join(", ", moved) : $"left as it is, selling {OnOff(sold)}, booking {OnOff(booked)}")}.";
    }

    public static string OnOff(bool isOn) => isOn ? "on" : "off";
}
