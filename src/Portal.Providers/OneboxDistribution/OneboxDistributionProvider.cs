using Portal.Core.Providers;
using Portal.Providers.Onebox;
using Portal.Providers.OneboxDistribution.Wire;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxDistribution;

/// <summary>
/// The adapter of Onebox Distribution (its page: providers/onebox-distribution), with the Catalog and Orders-mgmt APIs beside it. A hold is
/// an order in its basket, ten minutes from its last change; pre-confirming freezes it for longer and can be taken back; confirming sells
/// it. It sells only: no way from a booking to a sale is documented.
/// </summary>
public sealed partial class OneboxDistributionProvider(ProviderHttp http, OneboxTokens tokens)
    : IProvider, IDrawsSeats, ITakesEarlyGuests, ITakesBuyer, IDelivers, ITakesPromotions, IPrepares, ICancels
{
    public const string ProviderKind = "OneboxDistribution";

    // What is about to run out is no place for another line: the call that adds it might come too late.
    private static readonly TimeSpan LeastToJoin = TimeSpan.FromSeconds(45);

    private static readonly WireManners Manners = new("Onebox Distribution")
    {
        ThrottleStatuses = new HashSet<int> { 429, 503 },
        SecretSettings = OneboxAccount.SecretSettings,
        // What Onebox asks for when it is to find a call again.
        KeptHeaders = ["ob-audit-trace-id"],
        // Free maps of what is known of a person: they go as a whole.
        PersonalFields = ["buyer_data", "attendee", "field"],
    };

    public string Kind => ProviderKind;

    public ProviderTraits Traits { get; } = new("Onebox Distribution")
    {
        HoldClock = HoldClock.Sliding,
        HoldLength = TimeSpan.FromMinutes(10),
        HoldChange = HoldChange.ByDelta,
        DefaultMargin = TimeSpan.FromSeconds(30),
        SettlesAfter = TimeSpan.FromSeconds(60),
        Preparing = Preparing.Releasable,
        CanRelease = true,
        CanBook = false,
        CanCancel = true,
        // Refunds may keep surcharges and delivery back: not without cost.
        CommitCanBeUndone = false,
    };

    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => open
        .Where(h => h.ExpiresAt - now >= LeastToJoin)
        // Items are told apart by price type and rate alone.
        .Where(h => h.Lines.All(l => l.OfferRef != line.OfferRef && l.Mode == line.Mode))
        .OrderByDescending(h => h.ExpiresAt)
        .Select(h => (Guid?)h.HoldId)
        .FirstOrDefault();

    private Talk Open(ProviderCall call) => new(new BearerConversation(http.Open(call, Manners, call.Connection.CallBudget(Traits)), tokens));

    /// <summary>One question under way, with the wires it is asked on.</summary>
    private sealed class Talk(BearerConversation conversation)
    {
        public DistributionOptions Options { get; } = DistributionOptions.Of(conversation.Call.Connection);
        public DateTime Now => conversation.Now;
        public CatalogWire Catalog => new(conversation);
        public OrderWire Orders => new(conversation);
        public ManagementWire Management => new(conversation);
    }
}
