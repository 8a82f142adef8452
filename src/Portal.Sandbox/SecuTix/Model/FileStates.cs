namespace Portal.Sandbox.SecuTix.Model;

/// <summary>The state of a file, from what became of its orders. The words' spelling is the provider's.</summary>
internal static class FileStates
{
    public static string Of(IReadOnlyCollection<Order> orders)
    {
        var (reserved, optional) = (Keeps(orders, "RESERVATION"), Keeps(orders, "OPTION"));
        if (reserved || optional) return reserved && optional ? "OPTION_RESERV" : reserved ? "IN_RESERVATION" : "IN_OPTION";
        var sales = orders.Where(o => o is { Type: "SALE", State: Order.Closed }).ToList();
        if (sales.Count > 0) return Settled(sales.Sum(o => o.Total), sales.Sum(o => o.Paid));
        if (orders.Any(o => o.Open)) return "RUNNING";
        return orders.Any(o => o.State == Order.Closed) ? "CANCELED" : "ABANDONNED";
    }

    /// <summary>What one closed order is worth to whoever counts.</summary>
    public static string OfOrder(Order order) => order.Type switch
    {
        "SALE" => Settled(order.Total, order.Paid),
        "RESERVATION" or "OPTION" => order.Keeps ? order.Type == "OPTION" ? "IN_OPTION" : "IN_RESERVATION"
            : order.Movements.Any(m => m.Fate == Movement.PassedOn) ? "CONVERTED" : "CANCELED",
        _ => "FREED",
    };

    private static bool Keeps(IEnumerable<Order> orders, string type) => orders.Any(o => o.Type == type && o.Keeps);

    private static string Settled(long total, long paid) => paid >= total ? "SOLDED" : paid > 0 ? "PART_SOLDED" : "NOT_SOLDED";
}
