using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Wire;

namespace Portal.Providers.Xs2Event;

/// <summary>
/// The adapter of XS2Event (its page: providers/xs2event). A hold is a reservation of ten minutes that locks the price; selling is on
/// invoice; tickets follow days or weeks later. It keeps nothing without payment and cancels nothing through its API.
/// </summary>
public sealed partial class Xs2EventProvider(ProviderHttp http)
    : IProvider, IStatesGuestRequirements, ITakesEarlyGuests, ITakesLateGuests, IIssuesTickets, IIssuesInvoices
{
    public const string ProviderKind = "XS2Event";

    // A line that joins a hold shares what is left of its ten minutes; with less than this a guest form cannot be filled in.
    private static readonly TimeSpan LeastToJoin = TimeSpan.FromMinutes(4);

    public string Kind => ProviderKind;

    public ProviderTraits Traits { get; } = new("XS2Event")
    {
        HoldClock = HoldClock.Fixed,
        HoldLength = Xs2EventDeadline.HoldLength,
        DefaultMargin = TimeSpan.FromSeconds(45),
        SettlesAfter = TimeSpan.FromSeconds(60),
        CanRelease = true,
        CanCancel = false,
        AsksGuestsByCountry = true,
        CommitCanBeUndone = false,
    };

    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => open
        .Where(h => h.ExpiresAt - now >= LeastToJoin)
        // Two lines of one ticket in one reservation could not be told apart in its guest lists.
        .Where(h => h.Lines.All(l => l.OfferRef != line.OfferRef))
        .OrderByDescending(h => h.ExpiresAt)
        .Select(h => (Guid?)h.HoldId)
        .FirstOrDefault();

    private Talk Open(ProviderCall call) => new(http.Open(call, Xs2EventAuth.Manners, call.Connection.CallBudget(Traits)));

    /// <summary>One question under way, with the wires it is asked on.</summary>
    private sealed class Talk(Conversation conversation)
    {
        public Xs2EventOptions Options { get; } = Xs2EventOptions.Of(conversation.Call.Connection);
        public DateTime Now => conversation.Now;
        public CatalogWire Catalog => new(conversation, Options.PageSize);
        public ReservationWire Reservations => new(conversation, Options.PageSize);
        public BookingWire Bookings => new(conversation, Options.PageSize);
        public DocumentWire Documents => new(conversation);
    }
}
