using Portal.Core.Providers;
using Portal.Providers.EGuma.Wire;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>
/// The adapter of e-guma (its page: providers/eguma). A product is an event, its slot or day a session, its person category an offer. A
/// reservation of an hour keeps places of one slot and cannot be changed or read; the price is the provider's at the moment of booking;
/// a booking is a sale, with its tickets, made idempotent by a key.
/// </summary>
public sealed partial class EGumaProvider(ProviderHttp http, TimeProvider time) : IProvider, IQuotesSessions, IAsksBuyer, IReplaysCommits, ICancels, IIssuesTickets
{
    public const string ProviderKind = "EGuma";

    private static readonly BuyerWish[] Wishes =
        [new(BuyerField.FirstName, true), new(BuyerField.LastName, true), new(BuyerField.Email, true), new(BuyerField.Language, false)];

    public string Kind => ProviderKind;

    public ProviderTraits Traits { get; } = new("e-guma")
    {
        HoldClock = HoldClock.Fixed,
        HoldLength = EGumaDeadline.HoldLength,
        // The zone of expires_at is a guess.
        DefaultMargin = TimeSpan.FromMinutes(2),
        // A change reads twice, reserves and cancels.
        CallBudget = TimeSpan.FromSeconds(100),
        CatalogEvery = TimeSpan.FromMinutes(10),
        HoldChange = HoldChange.ByReplacing,
        LocksPrice = false,
        CanRelease = true,
        CanCancel = true,
        CommitCanBeUndone = true,
    };

    public IReadOnlyList<BuyerWish> BuyerFields(ConnectionFacts connection, SaleMode mode) => Wishes;

    /// <summary>One reservation for each product and slot; a second line of the same offer would not be told apart in it.</summary>
    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => open
        .Where(h => h.ExpiresAt > now)
        .Where(h => h.Lines.All(l => l.Session == line.Session && l.OfferRef != line.OfferRef))
        .OrderByDescending(h => h.ExpiresAt)
        .Select(h => (Guid?)h.HoldId)
        .FirstOrDefault();

    private Talk Open(ProviderCall call) => new(call, http.Open(call, EGumaAuth.Manners, call.Connection.CallBudget(Traits)),
        http.Open(call, EGumaAuth.BookingManners, call.Connection.CallBudget(Traits)));

    /// <summary>One question under way, with the wires it is asked on.</summary>
    private sealed class Talk(ProviderCall call, Conversation conversation, Conversation booking)
    {
        public EGumaOptions Options { get; } = EGumaOptions.Of(call.Connection);
        public ProviderCall Call => call;
        public EGumaNotes Notes { get; } = EGumaNotes.Of(call.References);
        public DateTime Now => conversation.Now;
        public ProductWire Products => new(conversation);
        public SaleWire Sales => new(conversation);
        public SaleWire Bookings => new(booking);
        public OrderWire Orders => new(conversation);
    }
}
