using Portal.Core.Providers;
using Portal.Providers.Onebox;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>
/// The adapter of Onebox Channels (rest2; its page: providers/onebox-channels). A hold is a cart that lives ten minutes after its last
/// call; createOrder freezes it for 45 minutes and cannot be taken back; a booking is kept unpaid until the event's own time and bought
/// item by item. Nothing is cancelled or refunded through this API.
/// </summary>
public sealed partial class OneboxChannelsProvider(ProviderHttp http, OneboxTokens tokens, TimeProvider time)
    : IProvider, IDrawsSeats, ITakesBuyer, ITakesPromotions, IDelivers, IPrepares, IPurchasesBookings, IIssuesTickets
{
    public const string ProviderKind = "OneboxChannels";

    public string Kind => ProviderKind;

    public ProviderTraits Traits { get; } = new("Onebox Channels")
    {
        HoldClock = HoldClock.Stepped,
        HoldLength = TimeSpan.FromMinutes(10),
        DefaultMargin = TimeSpan.FromSeconds(30),
        SettlesAfter = TimeSpan.FromSeconds(60),
        CanRelease = true,
        HoldChange = HoldChange.ByDelta,
        Preparing = Preparing.LockedUntilItLapses,
        CanBook = true,
        CanCancel = false,
        CommitCanBeUndone = false,
    };

    // A cart becomes one order of one type, so each mode has its own. Two lines of one offer could not be told apart in it.
    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => open
        .Where(h => h.Lines.All(l => l.Mode == line.Mode && l.OfferRef != line.OfferRef))
        .OrderByDescending(h => h.ExpiresAt)
        .Select(h => (Guid?)h.HoldId)
        .FirstOrDefault();

    private OneboxChannelsTalk Open(ProviderCall call) => new(http, tokens, time, call, call.Connection.CallBudget(Traits));
}
