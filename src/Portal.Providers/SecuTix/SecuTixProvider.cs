using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix;

/// <summary>
/// The adapter of SecuTix S-360 (its page: providers/secutix), over REST or SOAP as the connection says. A hold is an open order whose
/// clock starts anew with each addition; it is frozen, then closed as a sale told as paid in full, or as a reservation or option that is
/// converted into a sale, or freed, later.
/// </summary>
public sealed partial class SecuTixProvider(ProviderHttp http, TimeProvider time) : IProvider, IPrepares, IPurchasesBookings, ICancels, IAsksBuyer, IQuotesSessions, IKeepsPapers
{
    public const string ProviderKind = "SecuTix";

    private static readonly TimeSpan UsualDelay = TimeSpan.FromMinutes(15);

    // A hold near the end of its lifespan no longer slides; what joins it then could not be sold in time.
    private static readonly TimeSpan LeastToJoin = TimeSpan.FromMinutes(4);

    private readonly SecuTixTokens tokens = new(time);
    private readonly SecuTixMemory memory = new(time);

    public string Kind => ProviderKind;

    public ProviderTraits Traits { get; } = new("SecuTix")
    {
        HoldClock = HoldClock.Sliding,
        HoldLength = UsualDelay,
        DefaultMargin = TimeSpan.FromSeconds(30),
        CanRelease = true,
        CanBook = true,
        CanCancel = true,
        CommitCanBeUndone = false,
        HoldChange = HoldChange.ByDelta,
        Preparing = Preparing.Releasable,
        OffersKeptFor = TimeSpan.FromMinutes(1),
        CatalogEvery = SecuTixMemory.CatalogueEvery,
        // The order keeps the price it was made at: what the hold answers is what is charged.
        LocksPrice = true,
    };

    /// <summary>One order per mode: its type says from the start whether it sells or keeps.</summary>
    public Guid? ChooseHold(HoldLine line, IReadOnlyList<OpenHold> open, DateTime now) => open
        .Where(h => h.Lines.All(l => l.Mode == line.Mode) && h.ExpiresAt - now >= LeastToJoin)
        .OrderByDescending(h => h.ExpiresAt).Select(h => (Guid?)h.HoldId).FirstOrDefault();

    /// <summary>The wire takes a contact's reference and nothing of the person; only where that is the e-mail address it is asked for.</summary>
    public IReadOnlyList<BuyerWish> BuyerFields(ConnectionFacts connection, SaleMode mode) =>
        new SecuTixOptions(connection) is { ContactIsBuyersEmail: true } options ? [new BuyerWish(BuyerField.Email, options.ContactReference is null)] : [];

    private SecuTixTalk Open(ProviderCall call) => new(http, call, call.Connection.CallBudget(Traits), tokens);

    /// <summary>The id that every order and availability call names.</summary>
    private async Task<Answer<string>> PointOfSalesIdAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        if (talk.Options.PointOfSalesId is { } set)
            return set;
        var pos = await memory.PointOfSaleAsync(talk, cancellation);
        if (!pos.IsYes)
            return pos.Refusal;
        return pos.Value.PosId is { } id ? id : new Refusal(RefusalReason.Invalid, "SecuTix does not tell the id of the point of sale. Nothing was done; an admin enters PointOfSalesId under Connections.");
    }

    /// <summary>The order as it stands; null with the reason when it could not be read.</summary>
    private static async Task<(OrderDetailsDto? Order, Refusal? Unread)> ReadAsync(SecuTixTalk talk, string id, CancellationToken cancellation)
    {
        var answer = await talk.Orders.ReadAsync(id, cancellation);
        return answer.Value is { } result
            ? result.OrderDetailsData is { } order ? (order, null) : throw WireJson.Unreadable(result.Reply!, "it holds no order")
            : (null, answer.Refusal ?? SecuTixRefusals.OfRead(answer.No!));
    }
}
