using Portal.Core.Lifecycles;
using Portal.Core.Providers;

namespace Portal.Core.Bookings;

/// <summary>What stands in the timeline and in notices about later acts.</summary>
internal static class OperationWords
{
    public const string UndoDone = "The provider took it back. Nothing of it is sold or charged.";

    public static Attempted Attempted(OperationKind kind) => kind == OperationKind.Purchase ? Providers.Attempted.Purchase : Providers.Attempted.Cancel;

    public static string Begun(OperationKind kind, IReadOnlyList<Item> items) => kind == OperationKind.Purchase
        ? $"The provider is asked to sell {CountWords.Places(items.Count)} of the booking."
        : $"The provider is asked to cancel {CountWords.Places(items.Count)}.";

    public static string Done(ClaimedOperation claimed, IReadOnlyList<Item> items, CancelledItems? cancelled) => claimed switch
    {
        { IsUndo: true } => UndoDone,
        { Kind: OperationKind.Purchase } => $"The provider sold {CountWords.Places(items.Count)} of the booking.",
        _ => $"The provider cancelled {CountWords.Places(items.Count)}. {GivenBack(claimed.Request.Mode, cancelled)}",
    };

    public static string Silent(OperationKind kind) => kind == OperationKind.Purchase
        ? "It may or may not be sold: it is being looked up. Do not buy it again."
        : "It may or may not be cancelled: it is being looked up.";

    public static string Refused(ClaimedOperation claimed, Refusal refusal, string provider)
    {
        var said = RefusalWords.For(refusal, provider, Attempted(claimed.Kind));
        return claimed.IsUndo ? $"{said.Happened} It was not taken back: it is sold as it was." : $"{said.Happened} {said.NotDone}";
    }

    public static string RefusedTell(ClaimedOperation claimed) => claimed switch
    {
        { IsUndo: true } => "could not be taken back: it is sold as it was",
        { Kind: OperationKind.Purchase } => "was not purchased: its provider said no; the booking's page says why",
        _ => "was not cancelled: its provider said no; the booking's page says why",
    };

    public static string DoneTell(ClaimedOperation claimed) => claimed switch
    {
        { IsUndo: true } => "was taken back after all: nothing of it is sold",
        { Kind: OperationKind.Purchase } => "was purchased after all: the places are sold",
        _ => "was cancelled after all",
    };

    public static string AskedAgain(OperationKind kind) => kind == OperationKind.Purchase
        ? "Looked up: it was not sold and the places are still booked; it is asked again."
        : "Looked up: it was not cancelled; it is asked again.";

    public static string StillUnknown(Operation operation) =>
        $"It is still not known whether {operation.Order!.OurReference} was {(operation.Kind == OperationKind.Purchase ? "purchased" : operation.IsUndo ? "taken back" : "cancelled")}. "
        + "Ask the provider with the evidence on the booking's page; the portal keeps looking.";

    private static string GivenBack(SaleMode mode, CancelledItems? cancelled) => cancelled?.Returned is { } returned ? $"It gives {returned} back."
        : mode == SaleMode.Book ? "They were not paid: nothing comes back and nothing is owed." : "It did not tell what it gives back.";
}
