using Portal.Sandbox.Http;
using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix;

/// <summary>Lets a scenario about stock, price or a hold really happen, just before the call that names it.</summary>
internal static class Misfortune
{
    public static void Befall(SecuTixState state, Scenario scenario, Call call)
    {
        var said = call.Said;
        switch (scenario.Kind)
        {
            case ScenarioKind.HoldLapsed:
                foreach (var order in state.Orders.Values.Where(o => o.Open && Names(said, o.Id)).ToList()) state.Drop(order, Order.Canceled, expired: true);
                break;
            case ScenarioKind.SoldOut:
                foreach (var (pool, _) in Named(state, said)) SetLeft(state, pool, scenario.Left);
                break;
            case ScenarioKind.PriceUp:
                foreach (var (pool, audiences) in Named(state, said))
                {
                    foreach (var audience in audiences) pool.Prices[audience] = scenario.NewRate;
                    state.Touch(pool);
                }
                break;
        }
    }

    public static void SetLeft(SecuTixState state, Pool pool, int? left)
    {
        pool.Left = left;
        state.Touch(pool);
    }

    /// <summary>The stocks that the call names, and the audiences it names of them.</summary>
    private static List<(Pool Pool, List<long> Audiences)> Named(SecuTixState state, string said)
    {
        var pools = state.Catalogue.Items.Values.Where(i => Names(said, i.Id)).Select(i => i.Pool).Concat(
            from performance in state.Catalogue.Performances.Values
            where Names(said, performance.Id)
            from pool in performance.Pools
            where Names(said, pool.Key)
            select pool.Value);
        return [.. pools.Select(p => (p, p.Prices.Keys.Where(a => Names(said, a)).ToList()))];
    }

    private static bool Names(string said, long id) => said.Contains($"{id}", StringComparison.Ordinal);
}
