using Portal.Core.Bookings;
using Portal.Core.Providers;

namespace Portal.Web.Pages.Carts;

/// <summary>What a checkout plan says about its steps, from capabilities and never from providers' names.</summary>
internal static class PlanWords
{
    public static string Undo(CheckoutStep step) => (step.Mode, step.CanBeUndone, step.CanBeCancelled) switch
    {
        (SaleMode.Book, _, true) => "Kept without payment; it can be given back.",
        (SaleMode.Book, _, false) => "Kept without payment until the provider's deadline; it lapses by itself.",
        (_, true, _) => "Can be undone without cost shortly afterwards.",
        (_, false, true) => "Final once the provider confirms; cancelling later may cost something.",
        _ => "Final once the provider confirms: it cannot be undone here.",
    };

    public static string NotAllOrNothing(IReadOnlyList<CheckoutStep> steps) =>
        $"All or nothing is not possible here: {string.Join(" and ", steps.Where(s => !s.CanBeUndone).Select(s => s.Card.Provider).Distinct())} cannot undo what was confirmed. "
        + "If a later part is refused, the earlier parts stay booked, and the refused lines go back to the cart with their names.";
}
