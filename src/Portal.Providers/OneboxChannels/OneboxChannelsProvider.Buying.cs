using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

// Whom the order is for and how its tickets come: both are calls on the cart, before createOrder.
public sealed partial class OneboxChannelsProvider
{
    public IReadOnlyList<BuyerWish> BuyerFields(ConnectionFacts connection, SaleMode mode) => OneboxChannelsClient.Wishes(OneboxChannelsOptions.Of(connection), mode);

    public IReadOnlyList<DeliveryOption> DeliveryOptions(ConnectionFacts connection, int tickets, string currency) =>
        [.. OneboxChannelsOptions.Of(connection).Deliveries.Select((d, n) => new DeliveryOption(d.Id, d.Name, new Money(d.UnitCost * tickets, currency), IsDefault: n == 0))];

    public async Task<Answer<HeldPlaces>> SendBuyerAsync(ProviderCall call, BuyerRequest request, CancellationToken cancellation)
    {
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return OneboxChannelsRefusals.NoCart("told who buys");
        if (call.Find(OneboxChannelsReferences.OrderCode) is not null)
            return new Refusal(RefusalReason.NotAllowed, "Onebox has made an order of this cart: buyer and delivery cannot be changed any more. Nothing was changed.");
        var talk = Open(call);
        if (OneboxChannelsClient.Missing(talk.Options, request.Hold.Mode, request.Buyer) is { } missing)
            return missing;
        var editor = new CartEditor(talk, token, call.References);
        var answer = await talk.Carts.ClientAsync(token, request.Buyer, cancellation);
        if (answer.Value is null)
            return answer.Refusal ?? OfBuyer(new(answer.Problem!));
        if (request.Delivery is not { } delivery)
            return editor.Held(request.Hold.Lines, answer.Value);

        if (talk.Options.Deliveries.FirstOrDefault(d => d.Id == delivery.OptionRef) is not { } method)
            return new Refusal(RefusalReason.NotAllowed, $"The connection no longer offers the delivery '{delivery.Name}'. Nothing was ordered; choose another.");
        var set = await talk.Carts.DeliveryAsync(token, method.Id, method.UnitCost * request.Hold.Lines.Sum(l => l.Quantity), cancellation);
        return set.Value is null
            ? set.Refusal ?? OneboxChannelsRefusals.OfCart(new(set.Problem!))
            : editor.Held(request.Hold.Lines, set.Value);
    }

    private static Refusal OfBuyer(OneboxChannelsProblem problem) => problem.Kind is ProblemKind.BadParameter
        ? new(RefusalReason.BuyerDataMissing, $"Onebox does not accept the buyer's data: {problem.Said}. Nothing was ordered.") { BuyerFaults = OneboxChannelsClient.Named(problem.Said) }
        : OneboxChannelsRefusals.OfCart(problem);
}
