using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;
using Portal.Web.Parts;

namespace Portal.Web.Pages.Carts;

/// <summary>What a cart says about its holds.</summary>
internal static class CartWords
{
    public static string Tickets(int count) => count == 1 ? "1 ticket" : $"{count} tickets";

    public static ShownState Shown(LineState state) => state switch
    {
        LineState.NotHeld => ShownState.NotHeld,
        LineState.Checking => ShownState.Checking,
        LineState.Held or LineState.Ending => ShownState.Held,
        LineState.Expired => ShownState.Expired,
        LineState.Refused => ShownState.Refused,
        LineState.InCheckout => ShownState.Waiting,
        _ => ShownState.Unknown,
    };

    /// <summary>One sentence on how the hold stands; null where the badge and the clock say it all.</summary>
    public static string? Standing(CartCard card, string? zone) => card.State switch
    {
        LineState.Checking => card.Asked switch
        {
            Asked.Hold => $"{card.Provider} is being asked to hold the places.",
            Asked.Change => $"{card.Provider} is being asked to change the hold.",
            Asked.Release => $"{card.Provider} is being asked to let the places go.",
            Asked.Guests => $"The guest data are being sent to {card.Provider}.",
            _ => $"{card.Provider} is being asked.",
        },
        LineState.Ending => $"Too little time is left to book safely. {card.Provider} keeps the places until {Clock(card.ExpiresAt, zone)}; hold them again now, the names are kept.",
        LineState.Expired when card.ExpiresAt is { } at => $"Your hold ran out at {VenueWords.Clock(at, zone)}. Nothing was booked or charged. The names are kept.",
        LineState.Expired => "Your hold ran out. Nothing was booked or charged. The names are kept.",
        LineState.NotHeld => "Not held. Nothing is booked or charged.",
        LineState.InCheckout => null,
        LineState.Held => card.Clock switch
        {
            HoldClock.Stepped => "The clock is frozen for longer when checkout begins.",
            HoldClock.Sliding => "The clock starts anew when something is added.",
            _ => null,
        },
        _ => null,
    };

    /// <summary>What is said when a hold's question stayed unanswered.</summary>
    public static RefusalSentences Silent(CartCard card, string? zone)
    {
        var attempted = card.Asked switch
        {
            Asked.Change => Attempted.Change, Asked.Release => Attempted.Release, Asked.Guests => Attempted.SendGuests, _ => Attempted.Hold,
        };
        var words = RefusalWords.Silent(card.Provider, attempted, card.KnownBy is { } by ? VenueWords.Clock(by, zone) : null);
        return card.MayBeHeldUntil is { } until && attempted is Attempted.Hold or Attempted.Change
            ? words with { NotDone = $"They may be held until {Clock(card.MayBeHeldUntil, zone)}; nothing is booked or charged." }
            : words;
    }

    private static string Clock(DateTime? utc, string? zone) => utc is { } at ? VenueWords.Clock(at, zone) : "some minutes from now";
}
