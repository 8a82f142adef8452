using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

// A cart is made, filled, changed item by item and given back (page 1a.5, shoppingCart).
public sealed partial class OneboxChannelsProvider
{
    public async Task<Answer<HeldPlaces>> HoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (Unsayable(request, talk.Options) is { } unsayable)
            return unsayable;
        var (editor, refusal) = await CartEditor.NewAsync(talk, cancellation);
        if (editor is null)
            return refusal!;
        foreach (var line in request.Lines)
            if ((await editor.AddAsync(line, line.Quantity, line.Seats, cancellation)).Refusal is { } refused)
                return await editor.GiveUpAsync(refused, cancellation);
        return editor.Held(request.Lines);
    }

    /// <summary>Adds before it takes out: a refusal then leaves what was held.</summary>
    public async Task<Answer<HeldPlaces>> ChangeHoldAsync(ProviderCall call, HoldRequest request, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(OneboxChannelsReferences.OrderCode) is not null)
            return new Refusal(RefusalReason.NotAllowed, "Onebox has made an order of this cart, so it cannot be changed any more. Nothing was changed.");
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return OneboxChannelsRefusals.NoCart("changed");
        if (Unsayable(request, talk.Options) is { } unsayable)
            return unsayable;

        var editor = new CartEditor(talk, token, call.References);
        var surplus = editor.Content.NotOf(request.Lines.Select(l => l.OfferRef).ToHashSet()).ToList();
        var added = new List<string>();
        foreach (var line in request.Lines)
        {
            var (more, seats, spare) = Difference(line, editor.Content.Of(line.OfferRef));
            surplus.AddRange(spare);
            if (more == 0)
                continue;
            var (items, refused) = await editor.AddAsync(line, more, seats, cancellation);
            if (refused is not null)
                return await editor.ReleaseAsync(added, cancellation) ?? refused;
            added.AddRange(items);
        }
        if (await editor.ReleaseAsync(surplus, cancellation) is { } kept)
            return kept;
        if (added.Count + surplus.Count == 0 && await editor.ReadAsync(cancellation) is { } unread)
            return unread;
        return editor.Held(request.Lines);
    }

    public async Task<Answer<HoldReleased>> ReleaseAsync(ProviderCall call, CancellationToken cancellation)
    {
        var talk = Open(call);
        if (call.Find(OneboxChannelsReferences.OrderCode) is { } code)
            return await ReleaseOrderAsync(talk, code, cancellation);
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return new HoldReleased("nothing was ever put in");
        var answer = await talk.Carts.ReleaseAllAsync(token, cancellation);
        if (answer.Value is not null)
            return new HoldReleased("released");
        if (answer.Refusal is { } refusal)
            return refusal;
        var problem = new OneboxChannelsProblem(answer.Problem!);
        return problem.Kind is ProblemKind.Expired ? new HoldReleased("expired") : OneboxChannelsRefusals.OfCart(problem);
    }

    /// <summary>No call gives an order back; it is gone once it has lapsed.</summary>
    private static async Task<Answer<HoldReleased>> ReleaseOrderAsync(OneboxChannelsTalk talk, string code, CancellationToken cancellation)
    {
        var read = await ReadOrderAsync(talk, code, cancellation);
        return read switch
        {
            { Refusal: { } refusal } => refusal,
            { Order: null or { Status: Dtos.OrderStatus.Expired or Dtos.OrderStatus.Cancelled } } => new HoldReleased("expired"),
            { Order.Status: Dtos.OrderStatus.PreOrder } => OneboxChannelsRefusals.Locked(OneboxChannelsHeld.ExpiresAt(read.Order, talk.Now, talk.Now)),
            _ => new Refusal(RefusalReason.NotAllowed, $"Onebox has committed this order ({read.Order.RawStatus}), so its places cannot be given back."),
        };
    }

    /// <summary>How a line differs from what is held for its offer: how many to add, which seats, which items to take out.</summary>
    private static (int More, IReadOnlyList<string> Seats, IReadOnlyList<string> Spare) Difference(HoldLine line, IReadOnlyList<(string Item, string? Seat)> have)
    {
        if (line.Seats.Count > 0)
        {
            var missing = line.Seats.Except(have.Select(h => h.Seat)).OfType<string>().ToList();
            return (missing.Count, missing, [.. have.Where(h => h.Seat is null || !line.Seats.Contains(h.Seat)).Select(h => h.Item)]);
        }
        var more = line.Quantity - have.Count;
        // Places that shall lie side by side are chosen together, all of them.
        return more > 0 && line.Together ? (line.Quantity, [], [.. have.Select(h => h.Item)])
            : more >= 0 ? (more, [], [])
            : (0, [], [.. have.TakeLast(-more).Select(h => h.Item)]);
    }

    /// <summary>What this API or the channel's contract cannot do with the lines; nothing is sent then.</summary>
    private static Refusal? Unsayable(HoldRequest request, OneboxChannelsOptions options)
    {
        foreach (var line in request.Lines)
        {
            if (OfferName.Parse(line.OfferRef) is not { } offer)
                return new(RefusalReason.NotFound, "This offer is not one of Onebox's. Nothing was held; read the offers again.");
            if (line.Seats.Count > 0 && (offer.Rate is not null || offer.Type is not null))
                return new(RefusalReason.NotAllowed, "Onebox sells chosen seats at the ordinary rate only. Nothing was held; choose that rate, or let Onebox choose the seats.");
        }
        return options.Limits.GetValueOrDefault(request.Mode) is { } most && request.Lines.Sum(l => l.Quantity) > most
            ? new(RefusalReason.QuantityNotAllowed, $"The channel may {(request.Mode is SaleMode.Book ? "book" : "sell")} at most {most} tickets in one order. Nothing was held.")
            : null;
    }
}
