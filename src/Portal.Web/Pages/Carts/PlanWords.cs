using Portal.Core.Bookings;
using Portal.Core.Providers;

namespace Portal.Web.Pages.Carts;

/// <summary>What a checkout plan says about its steps, from capabilities and never from providers' names.</summary>
internal static class PlanWords
{
    public static string Undo(CheckoutStep step) => step switch
    {
        { Mode: SaleMode.Book, CanBeCancelled: true } => "Kept without payment; it can be given back.",
        { Mode: SaleMode.Book } => "Kept without payment until the provider's deadline; it lapses by itself.",
        { CanBeUndone: true } => "Can be undone without cost shortly afterwards.",
        { IsPivot: true } => "Final once the provider confirms: it cannot be undone here.",
        { CanBeCancelled: true } => "Prepared before, so a no is unlikely now. Final once confirmed; cancelling later may cost something.",
        _ => "Prepared before, so a no is unlikely now. Final once confirmed.",
    };

    public static string Prepare(CheckoutStep step) => step.Preparing == Preparing.LockedUntilItLapses
        ? "The places are locked for up to 45 minutes. If the checkout is given up they cannot be let go: they stay locked until they lapse, and nothing is charged."
        : "The places are frozen. If the checkout is given up they are let go at once.";

    public static string NotAllOrNothing(IReadOnlyList<CheckoutStep> steps) =>
        $"All or nothing is not possible here: {string.Join(" and ", steps.Where(s => s.IsPivot).Select(s => s.Card.Provider).Distinct())} cannot undo what was confirmed. "
        + "If a later part is refused, the earlier parts stay booked, and the refused lines go back to the cart with their names.";
}
