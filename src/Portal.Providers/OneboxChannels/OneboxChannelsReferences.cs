using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

/// <summary>The kinds of names this provider gives, and the adapter's notes beside them, as stored with holds and orders.</summary>
public static class OneboxChannelsReferences
{
    /// <summary>The cart.</summary>
    public const string Token = "token";
    /// <summary>The order made from the cart; a booking keeps this name when it is bought.</summary>
    public const string OrderCode = "orderCode";
    /// <summary>An order that bought items of a booking under a code of its own.</summary>
    public const string PurchaseCode = "purchaseOrderCode";

    /// <summary>A note: when the cart was made, for answers without <c>timeLeft</c>.</summary>
    internal const string Created = ".created";
    /// <summary>A note: which items were put in for which offer. No call of this API reads a cart, and no cart names the rate of an item.</summary>
    internal const string Places = ".places";
    /// <summary>A note: which items were taken out again.</summary>
    internal const string Released = ".released";

    /// <summary>The names and notes of the last cart; what was noted of one before it says nothing about this one.</summary>
    internal static IEnumerable<ProviderReference> OfLastCart(IReadOnlyList<ProviderReference> references)
    {
        var begins = references.ToList().FindLastIndex(r => r.Kind == Token);
        return references.Skip(Math.Max(0, begins));
    }
}
