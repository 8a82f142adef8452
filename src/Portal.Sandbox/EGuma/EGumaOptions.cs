namespace Portal.Sandbox.EGuma;

/// <summary>A key of one e-guma user; it decides the merchant. What a user has made is foreign to every other.</summary>
public sealed record EGumaKey(string Key, string User, string Merchant);

/// <summary>The two revisions of the third-party pages (page 2.1).</summary>
public enum EGumaRevision
{
    /// <summary>Older: no currency, no translations, no language; lines of quantity 0 where the category allows it.</summary>
    A,

    /// <summary>Newer: a category at most once, every quantity above 0.</summary>
    B,
}

/// <summary>The clock in which <c>expires_at</c> is written: the page does not say.</summary>
public enum EGumaExpiryZone { MerchantLocal, Utc }

/// <summary>What the e-guma page leaves open or lets differ, as settings.</summary>
public sealed class EGumaOptions
{
    /// <summary>The key the demo portal uses.</summary>
    public const string DemoKey = "sandbox-eguma-key";

    /// <summary>Another user's key at the same merchant: same products, own reservations and bookings.</summary>
    public const string ColleagueKey = "sandbox-eguma-colleague-key";

    /// <summary>A key at another merchant.</summary>
    public const string OtherKey = "sandbox-eguma-other-key";

    /// <summary>Who may call.</summary>
    public IList<EGumaKey> Keys { get; } =
        [new(DemoKey, "portal", "zuerich"), new(ColleagueKey, "colleague", "zuerich"), new(OtherKey, "other", "bern")];

    public EGumaRevision Revision { get; set; } = EGumaRevision.B;

    public EGumaExpiryZone ExpiresIn { get; set; } = EGumaExpiryZone.MerchantLocal;

    /// <summary>True answers errors as the older overview says: their message as plain text, without a code.</summary>
    public bool PlainTextErrors { get; set; }

    /// <summary>The status of a refusal for want of places, 409 or 400: the page does not say.</summary>
    public int NotAvailableStatus { get; set; } = 409;

    /// <summary>False refuses <c>orders.json</c> with 403: whether a third-party key may read it is unknown.</summary>
    public bool MayReadOrders { get; set; } = true;

    /// <summary>Under which address Wallet passes lie (assumed, like the PDF's): a host of their own, which nothing here answers for.</summary>
    public string PassRoot { get; set; } = "https://wallet.example/eguma";

    /// <summary>The same seed gives the same free places.</summary>
    public int Seed { get; set; } = 20;
}
