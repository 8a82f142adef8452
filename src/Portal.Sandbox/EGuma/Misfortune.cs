using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma;

/// <summary>Lets a scenario about stock, price or a hold really happen, just before the call that names it.</summary>
internal static class Misfortune
{
    public static void Befall(EGumaState state, Scenario scenario, Call call)
    {
        var said = call.Said;
        switch (scenario.Kind)
        {
            case ScenarioKind.HoldLapsed:
                foreach (var reservation in state.Reservations.Values.Where(r => r.Open && said.Contains(r.Id, StringComparison.Ordinal)).ToList())
                {
                    reservation.ExpiresAt = state.Now;
                    state.End(reservation, "expired");
                }
                break;
            case ScenarioKind.SoldOut:
                foreach (var slot in Slots(state, call)) state.SetLeft(slot, scenario.Left);
                break;
            case ScenarioKind.PriceUp:
                foreach (var product in Products(state, said))
                {
                    var named = product.Categories.Where(c => said.Contains(c.Id, StringComparison.Ordinal)).ToList();
                    foreach (var category in named.Count > 0 ? named : product.Categories.Where(c => c.PriceInCents > 0)) category.PriceInCents = scenario.NewRate;
                    state.Touch(product);
                }
                break;
        }
    }

    /// <summary>The slot that a body names; for a call that names a product only, all its slots between <c>from</c> and <c>to</c>.</summary>
    private static IEnumerable<Slot> Slots(EGumaState state, Call call)
    {
        foreach (var product in Products(state, call.Said))
        {
            if (Times.TryDay(call.Query["from"], out var from) && Times.TryDay(call.Query["to"], out var to))
            {
                for (var day = from; day <= to; day = day.AddDays(1))
                    foreach (var slot in product.Hours.SlotsOf(product, day)) yield return slot;
            }
            else if (BodyReader.StartIn(call) is { } start && product.SlotAt(start) is { } slot)
            {
                yield return slot;
            }
        }
    }

    private static List<Product> Products(EGumaState state, string said) =>
        [.. state.Products.Values.Where(p => said.Contains(p.Id, StringComparison.Ordinal))];
}
