using System.Globalization;
using System.Xml.Linq;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels.Wire;

/// <summary>Orders and their tickets (page 1a.5).</summary>
internal sealed class OrderWire(OneboxChannelsTalk talk)
{
    private const string Root = "/onebox-rest2/rest/order";
    private static readonly XNamespace Input = "http://www.oneboxtm.es/ns/input-data/purchase/order";

    public Task<WireAnswer<OrderDto>> CreateAsync(string token, SaleMode mode, CancellationToken cancellation) =>
        PostAsync("createOrder", new WireForm().With("token", token).With("orderType", mode is SaleMode.Book ? "BOOKING" : "PURCHASE"), cancellation);

    /// <param name="paid">What is told as paid; null sends no payments.</param>
    /// <param name="reference">Our own name for the payment.</param>
    public Task<WireAnswer<OrderDto>> CommitAsync(string code, decimal? paid, string reference, CancellationToken cancellation) =>
        PostAsync("commitOrder", new WireForm().With("orderCode", code).With("payments", paid is { } value ? Payments(value, reference) : null), cancellation);

    public Task<WireAnswer<OrderDto>> PurchaseBookingAsync(string code, IEnumerable<string> items, CancellationToken cancellation) =>
        PostAsync("purchaseBooking", new WireForm().With("orderCode", code).With("items", items), cancellation);

    public Task<WireAnswer<OrderDto>> DetailsAsync(string code, CancellationToken cancellation) =>
        talk.AskAsync(Get("details", code), OrderDto.Read, cancellation);

    public Task<WireAnswer<XElement>> TicketsAsync(string code, CancellationToken cancellation) =>
        talk.AskAsync(Get("syncTicketsPDF", code) with { Depth = JournalDepth.SizeOnly }, static reply => WireXml.Read(reply, "order-tickets"), cancellation);

    /// <summary>A file behind a link of the provider, fetched without the account's proof.</summary>
    public Task<WireAnswer<WireReply>> FileAsync(Uri address, CancellationToken cancellation) => talk.AskAsync(
        new WireRequest(HttpMethod.Get, address.AbsolutePath) { Elsewhere = address, Accept = "application/pdf, */*", Depth = JournalDepth.SizeOnly }, static reply => reply, cancellation);

    private string Payments(decimal value, string reference) => new XElement(Input + "payments", new XElement(
        Input + "payment",
        new XAttribute("type", talk.Options.PaymentType), new XAttribute("value", value.ToString("0.00", CultureInfo.InvariantCulture)), new XAttribute("externalReference", reference)))
        .ToString(SaveOptions.DisableFormatting);

    private static WireRequest Get(string what, string code) =>
        new(HttpMethod.Get, new WireQuery($"{Root}/{what}").With("orderCode", code).ToString()) { Accept = "text/xml" };

    private Task<WireAnswer<OrderDto>> PostAsync(string what, WireForm form, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Post, $"{Root}/{what}") { Accept = "text/xml", Body = form.Body() }, OrderDto.Read, cancellation);
}
