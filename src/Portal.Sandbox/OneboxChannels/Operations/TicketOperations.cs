using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Sandbox.Http;
using Portal.Sandbox.OneboxChannels.Catalogue;
using Portal.Sandbox.OneboxChannels.Model;
using Portal.Sandbox.OneboxChannels.Wire;
using Portal.Sandbox.Paper;

namespace Portal.Sandbox.OneboxChannels.Operations;

/// <summary>Tickets as PDF behind links that need no sign-in, and the drawings of the houses.</summary>
internal sealed class TicketOperations(OneboxChannelsState state)
{
    private const string Merged = "all";

    public Reply Sync(Call call, Caller caller)
    {
        var order = state.OrderOf(Asked.Of(call, "orderCode"), caller);
        if (!Printed(order).Any()) throw Faults.NoTickets();
        return Xml.Answer(OrderShapes.Tickets(order, item => Link($"{item.Id}"), Link(Merged)));

        string Link(string what) => $"{call.Root}/onebox-rest2-files/tickets/{order.Code}/{Secret(order, what)}.pdf";
    }

    public Reply File(Call call)
    {
        if (!state.Orders.TryGetValue(call.Part("code"), out var order)) throw Faults.NoOrder();
        var (printed, file) = (Printed(order).ToList(), call.Part("file"));
        if (printed.Count > 0 && file == Secret(order, Merged) + ".pdf")
            return Reply.File("application/pdf", $"{order.Code}.pdf", Pdf.Of("Onebox", ["All tickets of order " + order.Code, .. printed.SelectMany(Lines)]));
        return printed.Find(i => file == Secret(order, $"{i.Id}") + ".pdf") is { } item
            ? Reply.File("application/pdf", $"{order.Code}-{item.Id}.pdf", Pdf.Of(state.SessionOf(item).Event.Title, Lines(item)))
            : throw Faults.NoOrder();
    }

    public static Reply Drawing(Call call)
    {
        var view = Houses.OfTheProgramme.Values.Concat(Houses.Theatres).FirstOrDefault(h => $"{h.Id}" == call.Part("house"))?.Plan.Views.FirstOrDefault(v => $"{v.Id}.svg" == call.Part("file"))
            ?? throw Faults.NoView();
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\">");
        foreach (var s in view.Seats) svg.Append(CultureInfo.InvariantCulture, $"<circle id=\"seat-{s.Number}\" cx=\"{s.X}\" cy=\"{s.Y + 1}\" r=\"0.4\"/>");
        return new Reply(200, "image/svg+xml", Encoding.UTF8.GetBytes(svg.Append("</svg>").ToString()));
    }

    private static IEnumerable<Item> Printed(Order order) => order.Items.Where(i => i.Barcode is not null && i.Status != "REFUND");

    private IEnumerable<string> Lines(Item item)
    {
        var session = state.SessionOf(item);
        yield return $"{session.Event.Title}, {session.Start:yyyy-MM-dd HH:mm}";
        yield return $"{session.Event.House.Name}, {session.Event.House.City}";
        yield return session.Places.SeatOf(item.PlaceId) is { } seat ? $"{seat.Sector.Name}  Row {seat.Row}  Seat {seat.Seat}" : "Not numbered";
        yield return $"{item.Barcode}  A sandbox ticket: it opens no gate.";
    }

    private static string Secret(Order order, string what) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Code} {order.CartToken} {what}")).AsSpan(0, 12));
}
