using System.Security.Cryptography;
using Portal.Sandbox.Http;
using Portal.Sandbox.Xs2Event.Paper;
using Portal.Sandbox.Xs2Event.Wire;

namespace Portal.Sandbox.Xs2Event.Operations;

/// <summary>E-tickets, alone and zipped, and invoices.</summary>
internal sealed class DownloadOperations(Xs2EventState state, OrderOperations orders)
{
    private static readonly TimeSpan LinkLives = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, (string OrderId, DateTime Until)> _links = [];

    public Reply Ticket(Call call, Distributor caller)
    {
        var order = orders.Find(call.AllowOnly(), caller);
        if (!order.Items.Exists(i => i.Id == call.Part("item"))) throw Problems.NotFound("This order item");
        var mine = TicketPaper.Files(order, state).Where(f => f.OrderItemId == call.Part("item")).ToList();
        if (mine.Count == 0) throw Problems.NoFileYet(400);
        var file = mine.Find(f => f.Name == call.Part("link")) ?? throw Problems.NotFound("This download link");
        return Reply.File("application/pdf", file.Name, file.Content);
    }

    /// <summary>Answers with a bare JSON string: where the ZIP can be fetched, without a key, for five minutes.</summary>
    public Reply Zip(Call call, Distributor caller)
    {
        var order = orders.Find(call.AllowOnly(), caller);
        if (TicketPaper.Zip(order, state) is null) throw Problems.NoFileYet(422);
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _links[token] = (order.Id, state.Now + LinkLives);
        return Reply.Json(200, $"{call.Root}/xs2event-cdn/{token}.zip");
    }

    public Reply ZipContent(Call call) =>
        _links.TryGetValue(call.Part("token"), out var link) && state.Now < link.Until && TicketPaper.Zip(state.Orders[link.OrderId], state) is { } zip
            ? Reply.File("application/zip", "tickets.zip", zip)
            : throw Problems.NotFound("This link");

    public Reply Invoice(Call call, Distributor caller)
    {
        var order = orders.Find(call.AllowOnly(), caller);
        var id = call.Part("invoice");
        if (!order.Invoices.Contains(id)) throw Problems.NotFound("This invoice");
        return Reply.File("application/pdf", $"invoice-{id[..8]}.pdf", TicketPaper.Invoice(order, state.Bookings[order.BookingId], id));
    }
}
