using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;
using Portal.Web.Parts;

namespace Portal.Web.Pages.Carts;

/// <summary>What a cart says about its holds.</summary>
internal static class CartWords
{
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
            Asked.Buyer => $"Buyer and delivery are being sent to {card.Provider}.",
            Asked.Prepare => $"{card.Provider} is being asked for its longer hold.",
            _ => $"{card.Provider} is being asked.",
        },
        LineState.Ending => $"Too little time is left to book safely. {card.Provider} keeps the places until {Clock(card.ExpiresAt, zone)}; hold them again now, the names are kept.",
        LineState.Expired when card.ExpiresAt is { } at => $"Your hold ran out at {VenueWords.Clock(at, zone)}. Nothing was booked or charged. The names are kept.",
        LineState.Expired => "Your hold ran out. Nothing was booked or charged. The names are kept.",
        LineState.NotHeld => "Not held. Nothing is booked or charged.",
        LineState.InCheckout => null,
        LineState.Held => card.Clock switch
        {
            _ when card.IsFrozen => "Kept for the longer time. Nothing in it can be changed or given back any more: check it out, or it lapses by itself.",
            HoldClock.Stepped => "A longer time begins with checkout, or when you ask for it.",
            HoldClock.Sliding => "The clock starts anew when something is added.",
            _ => null,
        },
        _ => null,
    };

    /// <summary>What a change of quantity may cost on the way, said before it is asked for.</summary>
    public static string WhatAChangeDoes(CartCard card, int from, int to) => card.State != LineState.Held ? "" : card.Change switch
    {
        HoldChange.ByReplacing => $"{card.Provider} cannot change a hold: a new one is made first, then the old one is let go. For a moment both are kept, so the last places may not suffice; then it stays as it is.",
        HoldChange.ByDelta when to > from => "What you have stays held; only the added places are asked for.",
        HoldChange.ByDelta => "Single places are given back; which ones, the provider decides.",
        _ => "If the provider says no, the hold stays as it is.",
    };

    /// <summary>The very places of a line, short: sector, row and seats.</summary>
    public static string Places(IReadOnlyList<HeldSeat> places) => string.Join("; ", places.GroupBy(p => (p.Section, p.Row)).Select(g => string.Join(", ",
        new[] { g.Key.Section, g.Key.Row is { } row ? $"row {row}" : null, string.Join(" and ", g.Select(p => p.Seat).OfType<string>()) is { Length: > 0 } seats ? $"seat {seats}" : null }.OfType<string>())));

    /// <summary>What is said when a hold's question stayed unanswered.</summary>
    public static RefusalSentences Silent(CartCard card, string? zone)
    {
        var attempted = card.Asked switch
        {
            Asked.Change => Attempted.Change, Asked.Release => Attempted.Release, Asked.Guests => Attempted.SendGuests, Asked.Buyer => Attempted.SendBuyer, Asked.Prepare => Attempted.Prepare, _ => Attempted.Hold,
        };
        var words = RefusalWords.Silent(card.Provider, attempted, card.KnownBy is { } by ? VenueWords.Clock(by, zone) : null);
        return card.MayBeHeldUntil is { } until && attempted is Attempted.Hold or Attempted.Change
            ? words with { NotDone = $"They may be held until {Clock(card.MayBeHeldUntil, zone)}; nothing is booked or charged." }
            : words;
    }

    private static string Clock(DateTime? utc, string? zone) => utc is { } at ? VenueWords.Clock(at, zone) : "some minutes from now";
}
