using System.Text.Json;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>What an agent wants of one offer, with the quote frozen for it. Guest data hang on the line and outlive its hold.</summary>
public sealed class CartLine
{
    public Guid Id { get; set; }
    public Guid CartId { get; set; }
    public Cart? Cart { get; set; }
    public Guid SessionId { get; set; }
    public Session? Session { get; set; }
    public Guid ConnectionId { get; set; }
    /// <summary>The adapter's opaque offer name.</summary>
    public required string OfferRef { get; set; }
    public required string OfferName { get; set; }
    public DeliveryKind Delivery { get; set; }
    public SaleMode Mode { get; set; }
    /// <summary>How many are wanted; equal to <see cref="HeldQuantity"/> once the provider keeps them.</summary>
    public int Quantity { get; set; }
    /// <summary>How many its hold contains; meaningful only while that hold is alive.</summary>
    public int HeldQuantity { get; set; }
    public required Quote Quote { get; set; }
    public DateTime QuotedAt { get; set; }

    /// <summary>The hold it is in, was last in, or is being put into.</summary>
    public Guid? HoldId { get; set; }
    public Hold? Hold { get; set; }
    /// <summary>The order it belongs to from checkout on; cleared when that order ends without a sale, so the line can be held again.</summary>
    public Guid? OrderId { get; set; }

    /// <summary>What stands between the line and its hold, waiting for the agent's choice; null when nothing does.</summary>
    public RefusalReason? Problem { get; set; }
    public string? ProblemDetail { get; set; }
    /// <summary>With <see cref="RefusalReason.SoldOut"/>: how many could be had instead.</summary>
    public int? ProblemLeft { get; set; }
    /// <summary>With <see cref="RefusalReason.PriceChanged"/>: the quote at today's price, waiting to be accepted.</summary>
    public Quote? NewQuote { get; set; }

    /// <summary>What will be asked of the guests, as JSON of <see cref="GuestRequirement"/>s; known before anything is held.</summary>
    public string RequirementsJson { get; set; } = "[]";

    /// <summary>The seats the agent chose, JSON of the adapter's opaque names; empty where the provider allocates.</summary>
    public string SeatsJson { get; set; } = "[]";
    /// <summary>Side by side or not at all.</summary>
    public bool Together { get; set; }
    /// <summary>The places as the provider named them when it held them, JSON of <see cref="HeldSeat"/>s; empty where it names none.</summary>
    public string PlacesJson { get; set; } = "[]";

    public DateTime AddedAt { get; set; }
    /// <summary>Taken out by the agent; kept until its hold has let go of it.</summary>
    public DateTime? RemovedAt { get; set; }
    public long Version { get; set; }

    public List<GuestPlace> GuestPlaces { get; } = [];

    /// <summary>The line as its provider is asked for it.</summary>
    public HoldLine ToHoldLine(SessionKey session) => new(Id, session, OfferRef, Quantity, Quote.NetEach)
    {
        Seats = JsonSerializer.Deserialize<List<string>>(SeatsJson)!, Together = Together, Mode = Mode,
    };

    public void ClearProblem() => (Problem, ProblemDetail, ProblemLeft, NewQuote) = (null, null, null, null);

    public void SetProblem(RefusalReason reason, string detail, int? left = null, Quote? newQuote = null) =>
        (Problem, ProblemDetail, ProblemLeft, NewQuote) = (reason, detail, left, newQuote);
}
