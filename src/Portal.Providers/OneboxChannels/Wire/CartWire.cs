using System.Xml.Linq;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels.Wire;

/// <summary>The shopping cart (page 1a.5). Every call answers the whole cart, and every call keeps it alive for a while.</summary>
internal sealed class CartWire(OneboxChannelsTalk talk)
{
    private const string Root = "/onebox-rest2/rest/shoppingCart";
    private static readonly XNamespace Input = "http://www.oneboxtm.es/ns/input-data/shopping/cart";

    public Task<WireAnswer<CartDto>> CreateAsync(CancellationToken cancellation) => AskAsync("create", new(), cancellation);

    public Task<WireAnswer<CartDto>> AddVisitsAsync(string token, string session, string type, int count, CancellationToken cancellation) =>
        AskAsync("addIndividualActivitySeats", new WireForm().With("token", token).With("idSession", session).With("numSeats", count).With("idActivityTicketType", type), cancellation);

    public Task<WireAnswer<CartDto>> AddBestAsync(string token, string session, string zone, string? rate, int count, CancellationToken cancellation) =>
        AskAsync("addBestSeats", new WireForm().With("token", token).With("idSession", session).With("numSeats", count).With("idRate", rate).With("idPriceZone", zone), cancellation);

    /// <summary>The path is assumed. The fragment names no rate: chosen seats go at the ordinary one.</summary>
    public Task<WireAnswer<CartDto>> AddChosenAsync(string token, string session, IEnumerable<string> seats, CancellationToken cancellation) =>
        AskAsync("addSeats", new WireForm().With("token", token).With("seats", new XElement(Input + "seatsList",
            seats.Select(id => new XElement(Input + "seat", new XAttribute("id", id), new XAttribute("sessionId", session)))).ToString(SaveOptions.DisableFormatting)), cancellation);

    public Task<WireAnswer<CartDto>> ReleaseAsync(string token, IEnumerable<string> items, CancellationToken cancellation) =>
        AskAsync("releaseItems", new WireForm().With("token", token).With("items", items), cancellation);

    public Task<WireAnswer<CartDto>> ReleaseAllAsync(string token, CancellationToken cancellation) =>
        AskAsync("releaseAllItems", new WireForm().With("token", token), cancellation);

    /// <summary>Writes the client completely. With nobody's data it is the one call that shows a cart without changing what is in it.</summary>
    public Task<WireAnswer<CartDto>> ClientAsync(string token, Buyer buyer, CancellationToken cancellation) =>
        AskAsync("clientData", OneboxChannelsClient.Parameters.Aggregate(new WireForm().With("token", token), (form, p) => form.With(p.Name, buyer.Find(p.Field) ?? (p.IsDocumented ? "" : null))), cancellation);

    public Task<WireAnswer<CartDto>> DeliveryAsync(string token, string method, decimal cost, CancellationToken cancellation) =>
        AskAsync("delivery", new WireForm().With("token", token).With("type", method).With("orderDeliveryCost", cost), cancellation);

    /// <summary>The promotions that fit the cart, with the groups whose codes may be entered.</summary>
    public Task<WireAnswer<XElement>> PromotionsAsync(string token, CancellationToken cancellation) => talk.AskAsync(
        new WireRequest(HttpMethod.Get, new WireQuery($"{Root}/availablePromotionsAndDiscounts").With("token", token).ToString()) { Accept = "text/xml" },
        static reply => WireXml.Read(reply, "shopping-cart-available-sales"), cancellation);

    public Task<WireAnswer<XElement>> PromotionCodeAsync(string token, string group, string code, CancellationToken cancellation) => talk.AskAsync(
        new WireRequest(HttpMethod.Post, $"{Root}/promotionalCodeGroup") { Accept = "text/xml", Body = new WireForm().With("token", token).With("idGroup", group).With("promotionalCode", code).Body() },
        static reply => WireXml.Read(reply), cancellation);

    private Task<WireAnswer<CartDto>> AskAsync(string what, WireForm form, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, $"{Root}/{what}") { Accept = "text/xml", Body = form.Body() }, CartDto.Read, cancellation);
}
