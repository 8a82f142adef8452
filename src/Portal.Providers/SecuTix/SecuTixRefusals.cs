using Portal.Core.Providers;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

/// <summary>The nos of this provider in our words.</summary>
internal static class SecuTixRefusals
{
    public static Refusal Expired() => new(RefusalReason.HoldExpired, "The order at SecuTix is over: nothing is kept and nothing was sold. The same places can be held again if they are still there.");

    public static Refusal NoOrder(string act) => new(RefusalReason.Invalid, $"The order at SecuTix has no known id, so it cannot be {act}. Nothing was done; it lapses by itself.");

    public static Refusal Frozen() => new(RefusalReason.NotAllowed, "SecuTix has frozen the order: it can only be closed or given up as a whole. Nothing was changed.");

    public static Refusal Closed(string act) => new(RefusalReason.NotAllowed, $"SecuTix has closed this order, so it cannot be {act}.");

    public static Refusal UnknownOffer() => new(RefusalReason.NotFound, "The offer is not one of SecuTix. Nothing was held; read the offers again.");

    public static Refusal Nominative() => new(RefusalReason.NotAllowed, "These tickets bear the holders' names, and SecuTix documents no way to send them. Nothing is kept; choose another offer.");

    public static Refusal OfRead(MethodNo no) => new(RefusalReason.NotFound, $"SecuTix does not show it: {no.Said}.");

    /// <summary>After a no that was not explained by what was read back.</summary>
    public static Refusal Of(MethodNo no, string stands) => new(no.IsSoldOut ? RefusalReason.SoldOut : RefusalReason.NotAllowed, $"SecuTix refused: {no.Said}. {stands}");

    /// <summary>A write that is answered 'in progress' where no document foresees it: what becomes of it is looked up.</summary>
    public static ProviderSilenceException StillRunning(string method) => new(method, SilenceKind.Unreadable, "it is answered as in progress");
}
