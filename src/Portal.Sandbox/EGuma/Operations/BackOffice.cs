using System.Globalization;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;
using Portal.Sandbox.Paper;

namespace Portal.Sandbox.EGuma.Operations;

/// <summary>A merchant's orders, its tickets at the door, and their files.</summary>
internal sealed class BackOffice(EGumaState state, Errors errors, BodyReader reader)
{
    public Reply Orders(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false, "updated_at_after", "updated_at_before", "order_number", "last_name");
        if (!state.Options.MayReadOrders) throw errors.Forbidden("This api key may not read orders.");
        var (after, before) = (TimeIn(call, "updated_at_after"), TimeIn(call, "updated_at_before"));
        var (number, name) = (call.Query["order_number"].ToString(), call.Query["last_name"].ToString());
        return Reply.Json(200, state.Bookings.Values
            .Where(b => b.MerchantId == caller.Merchant.Id)
            .Where(b => number.Length == 0 || b.Reference == number)
            .Where(b => name.Length == 0 || b.Customer.LastName == name)
            .Where(b => EGumaState.Local(b.Updated, caller.Merchant) is var updated && !(updated <= after) && !(updated >= before))
            .Select(b => Shapes.Order(b, caller.Merchant)).ToList());
    }

    public Reply Info(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false);
        var (booking, ticket) = Find(call, caller) ?? throw errors.NotFound("The ticket");
        return Reply.Json(200, Shapes.Info(booking, ticket, caller.Merchant));
    }

    /// <summary>Says what is wrong with status 200.</summary>
    public Reply CheckIn(Call call, Caller caller) => AtTheDoor(call, caller, "ticket_already_checkedin", t => t.CheckedInAt is null, t => t.CheckedInAt = state.Now);

    public Reply CheckOut(Call call, Caller caller) => AtTheDoor(call, caller, "ticket_not_checkedin", t => t.CheckedInAt is not null, t => t.CheckedInAt = null);

    /// <summary>A ticket as PDF, without a key: its address cannot be guessed. A cancelled booking has none.</summary>
    public Reply File(Call call)
    {
        var (booking, ticket) = All().FirstOrDefault(p => p.Ticket.FileToken == call.Part("token"));
        if (ticket is null || booking.Status == "cancelled") throw errors.NotFound("The file");
        var product = state.Products[booking.ProductId];
        var category = product.Categories.First(c => c.Id == ticket.CategoryId);
        return Reply.File("application/pdf", $"ticket-{ticket.Number[^6..]}.pdf", Pdf.Of(
            product.Names.GetValueOrDefault(booking.Language) ?? product.Names.GetAt(0).Value,
            product.Merchant.CompanyName,
            product.Hours.ByDay ? booking.StartsAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : booking.StartsAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture),
            category.Names.GetValueOrDefault(booking.Language) ?? category.Names["de"],
            $"Order {booking.Reference}   Ticket {ticket.Number}",
            "A sandbox ticket: it opens no gate."));
    }

    private Reply AtTheDoor(Call call, Caller caller, string otherwise, Func<Ticket, bool> may, Action<Ticket> act)
    {
        reader.Check(call, mayHaveKey: false);
        if (Find(call, caller) is not { } found) return Unsuccessful("ticket_not_found");
        var (booking, ticket) = found;
        if (booking.Status == "cancelled") return Unsuccessful("ticket_deleted");
        if (!may(ticket)) return Unsuccessful(otherwise);
        act(ticket);
        state.Touch(booking);
        return Reply.Json(200, new { is_successful = true, unsuccessful_code = (string?)null, product_id = booking.ProductId, ticket_type_id = ticket.CategoryId });
    }

    private static Reply Unsuccessful(string code) => Reply.Json(200, new { is_successful = false, unsuccessful_code = code });

    private (Booking Booking, Ticket Ticket)? Find(Call call, Caller caller) =>
        All().FirstOrDefault(p => p.Booking.MerchantId == caller.Merchant.Id && p.Ticket.Number == call.Part("number")) is { Ticket: not null } found ? found : null;

    private IEnumerable<(Booking Booking, Ticket Ticket)> All() => state.Bookings.Values.SelectMany(b => b.Tickets.Select(t => (b, t)));

    private DateTime? TimeIn(Call call, string name) => call.Query[name].ToString() is not { Length: > 0 } text ? null
        : Times.TryTime(text, out var time) ? time
        : throw errors.Invalid($"{name} must be yyyy-MM-ddTHH:mm:ss.");
}
