namespace Portal.Sandbox.OneboxChannels;

/// <summary>A user of the signed variant (OB_HMAC): the signing key is password and licence together.</summary>
/// <param name="Terminal">The only terminal it may name.</param>
/// <param name="PointOfSale">The only point of sale it may name, if it names one.</param>
/// <param name="Channels">The channels it may sell through.</param>
public sealed record OneboxChannelsUser(
    string User, string Password, string Licence, string Terminal, string PointOfSale, IReadOnlyList<long> Channels, bool Active = true);

/// <summary>A sales channel as this API knows it.</summary>
/// <param name="MayBook">Whether bookings are on for it when the sandbox first starts.</param>
public sealed record OneboxSalesChannel(long Id, string Name, bool MayBook);

/// <summary>A way of delivery.</summary>
/// <param name="UnitCost">What it costs for each item, in the channel's currency.</param>
public sealed record OneboxDelivery(int Id, string Name, decimal UnitCost);

/// <summary>What the page of Onebox Channels leaves open or lets differ, as settings. They count from the next call on.</summary>
public sealed class OneboxChannelsOptions
{
    /// <summary>The channel the demo portal sells through; bookings are on.</summary>
    public const long DemoChannel = 1310;

    /// <summary>A second seller's channel; bookings are off.</summary>
    public const long OtherChannel = 1311;

    /// <summary>The demo portal's user.</summary>
    public static readonly OneboxChannelsUser Demo =
        new("portal-demo", "sandbox-channels-password", "sandbox-channels-licence", "TPV-0001", "POS-0001", [DemoChannel]);

    /// <summary>The second seller's user.</summary>
    public static readonly OneboxChannelsUser Other =
        new("other-seller", "sandbox-channels-other-password", "sandbox-channels-other-licence", "TPV-0002", "POS-0002", [OtherChannel]);

    /// <summary>A user who is no longer active.</summary>
    public static readonly OneboxChannelsUser Inactive =
        new("left-long-ago", "sandbox-channels-old-password", "sandbox-channels-old-licence", "TPV-0003", "POS-0003", [DemoChannel], Active: false);

    /// <summary>Who may sign.</summary>
    public IList<OneboxChannelsUser> Users { get; } = [Demo, Other, Inactive];

    /// <summary>Which channels there are; bearer tokens name theirs.</summary>
    public IList<OneboxSalesChannel> Channels { get; } =
        [new(DemoChannel, "Portal demo channel", MayBook: true), new(OtherChannel, "Another seller's channel", MayBook: false)];

    /// <summary>How far a signature's time may be away from ours.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a cart lives after its last call.</summary>
    public TimeSpan CartLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an order that was not committed keeps its places; it does not slide.</summary>
    public TimeSpan OrderLife { get; set; } = TimeSpan.FromMinutes(45);

    /// <summary>The ways of delivery of every channel.</summary>
    public IList<OneboxDelivery> Deliveries { get; } =
        [new(1, "E-ticket", 0m), new(2, "Collect at the box office", 1.50m), new(4, "Courier", 6.90m)];

    /// <summary>Most items in one order, by order type.</summary>
    public IDictionary<string, int> OperationLimits { get; } = new Dictionary<string, int> { ["PURCHASE"] = 20, ["BOOKING"] = 10 };

    /// <summary>Client fields that must be filled before an order is created, by order type, in the documented words.</summary>
    public IDictionary<string, IReadOnlyList<string>> RequiredClientFields { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["PURCHASE"] = ["NAME", "SURNAME", "EMAIL"],
        ["BOOKING"] = ["NAME", "SURNAME", "EMAIL", "PHONE_NUMBER"],
    };

    /// <summary>True: <c>purchaseBooking</c> turns the booking itself into a purchase under its old code. False: a new, linked order.</summary>
    public bool PurchaseKeepsCode { get; set; }

    /// <summary>True: an order of type BOOKING is committed only with payments that cover it.</summary>
    public bool BookingsNeedPayment { get; set; }

    /// <summary>True: a lapsed order is no longer known (1050). False: it can be read as <c>EXPIRED</c>.</summary>
    public bool ForgetsExpiredOrders { get; set; }

    /// <summary>False leaves <c>timeLeft</c> and <c>preOrderTimeLeft</c> out of the answers.</summary>
    public bool TellsTimeLeft { get; set; } = true;

    /// <summary>Group and code of the one manual promotion: ten percent off what is in the cart.</summary>
    public (int Group, string Code) Promotion { get; set; } = (71, "CLUB10");
}
