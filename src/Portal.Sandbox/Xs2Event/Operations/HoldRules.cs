using System.Text.Json;
using Portal.Sandbox.Xs2Event.Model;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>What a reservation's items must obey: known tickets, stock, the price lock, the quantity rules. In that order, all items at once.</summary>
internal sealed class HoldRules(Xs2EventState state, Problems problems)
{
    /// <summary>Reads and checks the items. What <paramref name="replaced"/> holds now counts as free: it is given back in the same step.</summary>
    public List<ReservedItem> Check(JsonElement body, Reservation? replaced = null)
    {
        if (body.Objects("items") is not { Count: > 0 } asked) throw problems.Invalid("items must hold at least one ticket.");
        var items = asked.Select(Read).ToList();
        if (items.DistinctBy(i => i.TicketId).Count() != items.Count) throw problems.Invalid("A ticket_id may stand in items only once.");

        Refuse(i => !state.Catalogue.Tickets.ContainsKey(i.TicketId), problems.UnknownTicket,
            i => new { detail = "Unknown ticket_id" });
        Refuse(i => Free(i) < i.Quantity, problems.OutOfStock,
            i => new { detail = "We do not have enough tickets in stock", available = Free(i), quantity = i.Quantity });
        Refuse(i => Row(i).NetRate != i.NetRate || Row(i).Currency != i.Currency, problems.PriceMismatch,
            i => new { detail = "The price has changed", net_rate = Row(i).NetRate, currency_code = Row(i).Currency });
        Refuse(i => Broken(i) is not null, problems.Quantity, i => new { detail = Broken(i), quantity = i.Quantity });
        return items;

        TicketRow Row(ReservedItem item) => state.Ticket(item.TicketId);

        int Free(ReservedItem item)
        {
            var held = replaced?.Items.Find(i => i.TicketId == item.TicketId)?.Quantity ?? 0;
            return Row(item) is { Status: "available", Deleted: false, Event.Status: "notstarted" } row ? row.Stock + held : 0;
        }

        string? Broken(ReservedItem item) => Row(item) switch
        {
            var t when item.Quantity < t.MinOrder => $"At least {t.MinOrder} must be ordered",
            { PairsOnly: true } when item.Quantity % 2 != 0 => "Sold in pairs only",
            { NoMaxMinus1: true } when Free(item) - item.Quantity == 1 => "One single ticket may not be left over",
            _ => null,
        };

        void Refuse(Func<ReservedItem, bool> broken, Func<IReadOnlyList<object>, Exception> refusal, Func<ReservedItem, object> error)
        {
            if (items.Exists(i => broken(i)))
                throw refusal([.. items.Where(broken).Select(i => (object)new { ticket_id = i.TicketId, quantity = i.Quantity, error = error(i) })]);
        }
    }

    private ReservedItem Read(JsonElement item)
    {
        if (item.Text("ticket_id") is not { Length: > 0 } ticketId) throw problems.Invalid("Every item needs a ticket_id.");
        if (item.Whole("quantity") is not (>= 1 and <= 100_000) and var wrong) throw problems.Invalid($"quantity must be 1 or more, not '{wrong}'.");
        var netRate = item.Whole("net_rate") ?? -1;
        return new ReservedItem
        {
            TicketId = ticketId,
            Quantity = (int)item.Whole("quantity")!.Value,
            NetRate = netRate,
            Currency = item.Text("currency_code") ?? "",
            SalesPrice = item.Whole("sales_price") ?? netRate,
        };
    }
}
