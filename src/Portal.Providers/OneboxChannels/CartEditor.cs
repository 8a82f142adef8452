using System.Globalization;
using Portal.Core.Providers;
using Portal.Providers.OneboxChannels.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>One cart being filled and emptied, call by call. What each call put in or took out is noted before the next one leaves.</summary>
internal sealed class CartEditor(OneboxChannelsTalk talk, string token, IReadOnlyList<ProviderReference> known)
{
    private readonly List<ProviderReference> references = [.. known];
    private CartDto? last;

    public CartContent Content { get; } = new(known);

    /// <summary>Begins a new cart; its name is saved before anything is put in.</summary>
    public static async Task<(CartEditor? Editor, Refusal? Refusal)> NewAsync(OneboxChannelsTalk talk, CancellationToken cancellation)
    {
        var made = await talk.Carts.CreateAsync(cancellation);
        if (made.Value is null)
            return (null, made.Refusal ?? OneboxChannelsRefusals.OfCart(new(made.Problem!)));
        if (made.Value.Token is not { } token)
            throw new ProviderSilenceException("POST /shoppingCart/create", SilenceKind.Unreadable, "the cart was answered without its token");
        var editor = new CartEditor(talk, token, []);
        await editor.RememberAsync(
            [new(OneboxChannelsReferences.Token, token), new(OneboxChannelsReferences.Created, talk.Now.ToString("O", CultureInfo.InvariantCulture))], cancellation);
        return (editor, null);
    }

    /// <summary>Puts places of an offer in; null when they are in, with their items.</summary>
    public async Task<(IReadOnlyList<string> Items, Refusal? Refusal)> AddAsync(HoldLine line, int count, IReadOnlyList<string> seats, CancellationToken cancellation)
    {
        var offer = OfferName.Parse(line.OfferRef)!;
        var answer = seats.Count > 0 ? await talk.Carts.AddChosenAsync(token, offer.Session, seats, cancellation)
            : offer.Type is { } type ? await talk.Carts.AddVisitsAsync(token, offer.Session, type, count, cancellation)
            : await talk.Carts.AddBestAsync(token, offer.Session, offer.Zone!, offer.Rate, count, cancellation);
        if (answer.Value is null)
            return ([], answer.Refusal ?? await ExplainAsync(new(answer.Problem!), line, offer, cancellation));
        last = answer.Value;
        var added = last.Items.Where(i => !Content.Knows(i.Id) && offer.Covers(i.SessionId, i.Place.ZoneId, i.Place.TypeId)).TakeLast(count).ToList();
        await RememberAsync(Content.Put(line.OfferRef, added), cancellation);
        IReadOnlyList<string> items = [.. added.Select(i => i.Id)];
        if (!line.Together || !OneboxChannelsHeld.IsScattered(added))
            return (items, null);
        if (await ReleaseAsync(items, cancellation) is { } kept)
            return ([], kept);
        return ([], new Refusal(RefusalReason.NotTogether, $"Onebox has no {count} places side by side there. They were given back at once."));
    }

    /// <summary>Takes items out; null when they are out.</summary>
    public async Task<Refusal?> ReleaseAsync(IReadOnlyList<string> items, CancellationToken cancellation)
    {
        if (items.Count == 0)
            return null;
        var answer = await talk.Carts.ReleaseAsync(token, items, cancellation);
        if (answer.Problem is { } reply && new OneboxChannelsProblem(reply).Kind is ProblemKind.BadParameter)
        {
            // A note may be older than a call whose answer was lost: only what is still there can be taken out.
            if (await ReadAsync(cancellation) is { } unread)
                return unread;
            var there = last!.Items.Select(i => i.Id).Where(items.Contains).ToList();
            if (there.Count > 0)
                answer = await talk.Carts.ReleaseAsync(token, there, cancellation);
            if (there.Count > 0 && answer.Value is null)
                return answer.Refusal ?? OneboxChannelsRefusals.OfCart(new(answer.Problem!));
        }
        else if (answer.Value is null)
        {
            return answer.Refusal ?? OneboxChannelsRefusals.OfCart(new(answer.Problem!));
        }
        last = answer.Value ?? last;
        await RememberAsync(Content.TakeOut(items), cancellation);
        return null;
    }

    /// <summary>Gives everything back after a no in the middle. What stays silent here lapses by itself; the no is still a no.</summary>
    public async Task<Refusal> GiveUpAsync(Refusal refusal, CancellationToken cancellation)
    {
        if (Content.IsEmpty)
            return refusal;
        try
        {
            var released = await talk.Carts.ReleaseAllAsync(token, cancellation);
            return released.Value is not null ? refusal : refusal with { Detail = $"{refusal.Detail} What was put into the cart before lapses by itself within ten minutes." };
        }
        catch (ProviderSilenceException)
        {
            return refusal with { Detail = $"{refusal.Detail} What was put into the cart before is given back within ten minutes at the latest." };
        }
    }

    /// <summary>Looks at the cart by the one call that shows it without changing what is in it; the client is blank after it and is sent again before an order.</summary>
    public async Task<Refusal?> ReadAsync(CancellationToken cancellation, Buyer? buyer = null)
    {
        var answer = await talk.Carts.ClientAsync(token, buyer ?? Buyer.Nobody, cancellation);
        last = answer.Value ?? last;
        return answer.Value is not null ? null : answer.Refusal ?? OneboxChannelsRefusals.OfCart(new(answer.Problem!));
    }

    public bool HoldsNothing => last is not { Items.Count: > 0 };

    /// <summary>The cart as it was answered last. Items that came by a call whose answer was lost are given to the offers asked for.</summary>
    public HeldPlaces Held(IReadOnlyList<HoldLine> asked, CartDto? answered = null)
    {
        last = answered ?? last!;
        references.AddRange(Content.Adopt(last, asked));
        return OneboxChannelsHeld.Places(last, Content, references, talk.Options, talk.Now);
    }

    private async Task RememberAsync(IReadOnlyList<ProviderReference> notes, CancellationToken cancellation)
    {
        foreach (var note in notes)
        {
            references.Add(note);
            await talk.Call.RememberAsync(note, cancellation);
        }
    }

    /// <summary>A no stays a no, also when nothing can be read any more that would explain it.</summary>
    private async Task<Refusal> ExplainAsync(OneboxChannelsProblem problem, HoldLine line, OfferName offer, CancellationToken cancellation)
    {
        if (problem.Kind is not (ProblemKind.NoSeats or ProblemKind.BadParameter))
            return OneboxChannelsRefusals.OfCart(problem);
        if (problem.Kind is ProblemKind.NoSeats && line.Seats.Count > 0)
            return new(RefusalReason.SoldOut, "One of the chosen seats is no longer free. None was taken; look at the map again.") { Shortfalls = [new(line.OfferRef, line.Quantity, null)] };
        try
        {
            var read = await talk.Catalog.SessionAsync(offer.Session, cancellation);
            var have = Content.Of(line.OfferRef).Count;
            if (problem.Kind is ProblemKind.NoSeats)
                return OneboxChannelsRefusals.OfCart(problem) with { Shortfalls = [new(line.OfferRef, line.Quantity, LeftOf(read.Value, offer) + have)] };
            return read.Value.Child("session-properties").Whole("purchaseTicketsLimit") is { } most && line.Quantity > most
                ? new(RefusalReason.QuantityNotAllowed, $"At most {most} tickets of this session may be in one cart. Nothing was changed.")
                : OneboxChannelsRefusals.OfCart(problem);
        }
        catch (ProviderSilenceException)
        {
            return OneboxChannelsRefusals.OfCart(problem) with { Shortfalls = problem.Kind is ProblemKind.NoSeats ? [new(line.OfferRef, line.Quantity, null)] : [] };
        }
    }

    private static int? LeftOf(System.Xml.Linq.XElement? session, OfferName offer) =>
        session.Below(offer.Type is null ? "price-zone-availability" : "activity-ticket-type-availability").FirstOrDefault(z => z.Text("id") == (offer.Type ?? offer.Zone)) is { } found
            ? OneboxChannelsOffers.Left(found) : null;
}
