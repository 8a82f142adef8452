using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>An offer of the provider in memory: how many are left, at what price, under which rule.</summary>
internal sealed class MemoryOffer(string offerRef, Money net, int stock)
{
    public string OfferRef => offerRef;
    public string EventRef { get; init; } = "event-" + offerRef;
    public Money Net { get; set; } = net;
    public int Stock { get; set; } = stock;
    public QuantityRule Rule { get; init; } = new();
    /// <summary>Why it is not booked without paying; null when it is.</summary>
    public string? NoBooking { get; set; }
    /// <summary>Asked of the lead guest before checkout.</summary>
    public IReadOnlyList<string> Wanted { get; init; } = [];
}

/// <summary>A reservation of the provider in memory.</summary>
internal sealed class MemoryHold(string id, string ourReference, DateTime expiresAt)
{
    public string Id => id;
    public string OurReference => ourReference;
    public DateTime ExpiresAt { get; set; } = expiresAt;
    public IReadOnlyList<HoldLine> Lines { get; set; } = [];
    /// <summary><c>active</c>, <c>prepared</c>, <c>void</c>, <c>booked</c> or <c>cancelled</c>.</summary>
    public string Status { get; set; } = "active";
    public IReadOnlyList<GuestSheet> Guests { get; set; } = [];
    public int GuestWrites { get; set; }
}

/// <summary>A sale of the provider in memory.</summary>
internal sealed record MemoryBooking(string Id, string HoldId, string OurReference, string Key, IReadOnlyList<HoldLine> Lines);

/// <summary>
/// A provider without a wire, for faults that no wire lets be timed exactly: it keeps stock, holds and bookings as a provider does, and
/// each question may be given a fate. It outlives every restart of the portal.
/// </summary>
internal partial class InMemoryProvider(TimeProvider time, string kind = "Memory") : IProvider, IStatesGuestRequirements, ITakesEarlyGuests
{
    public const string Hold = "hold", Order = "order";

    private readonly Lock gate = new();
    private readonly List<Fateful> fates = [];
    private readonly Dictionary<string, MemoryOffer> offers = [];
    private readonly List<MemoryHold> holds = [];
    private readonly List<MemoryBooking> bookings = [];
    private readonly ConcurrentQueue<Questioned> asked = new();
    private int number;

    public string Kind => kind;

    public ProviderTraits Traits { get; set; } = new(kind) { DefaultMargin = TimeSpan.FromSeconds(45) };

    /// <summary>Called at the start of every question, before anything of it happens.</summary>
    public Action<Questioned>? OnAsked { get; set; }

    /// <summary>Into which open hold a line goes; the default keeps two lines of one offer apart, as XS2Event's adapter does.</summary>
    public Func<HoldLine, IReadOnlyList<OpenHold>, DateTime, Guid?> Choose { get; set; } = (line, open, now) =>
        open.Where(h => h.ExpiresAt - now >= TimeSpan.FromMinutes(4) && h.Lines.All(l => l.OfferRef != line.OfferRef)).Select(h => (Guid?)h.HoldId).FirstOrDefault();

    /// <summary>What its list of events says, page by page, to somebody who knows it up to that mark.</summary>
    public Func<string?, IEnumerable<CatalogPage>> Lists { get; set; } = _ => [];

    public IReadOnlyList<Questioned> Asked => [.. asked];

    public IReadOnlyList<MemoryHold> Holds { get { lock (gate) { Lapse(); return [.. holds]; } } }

    public IReadOnlyList<MemoryBooking> Bookings { get { lock (gate) return [.. bookings]; } }

    public MemoryOffer Offer(string offerRef) { lock (gate) { Lapse(); return offers[offerRef]; } }

    public MemoryOffer Sell(MemoryOffer offer) { lock (gate) return offers[offer.OfferRef] = offer; }

    /// <summary>The next question of that kind has this fate.</summary>
    public Fateful Next(Questioned question, Fate fate, Refusal? refusal = null)
    {
        var fateful = new Fateful(question, fate, refusal);
        lock (gate) fates.Add(fateful);
        return fateful;
    }

    /// <summary>Ends a hold from the provider's side.</summary>
    public void End(MemoryHold hold) { lock (gate) Void(hold); }

    public async IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var page in Lists(since))
            yield return page;
    }

    public Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation) =>
        AskAsync(Questioned.Offers, () => Answer<IReadOnlyList<Offer>>.Yes([.. offers.Values.Where(o => o.EventRef == session.EventRef)
            .Select(o => new Offer(o.OfferRef, "Stand " + o.OfferRef, o.Net, o.Rule) { Stock = o.Stock, IsSellable = o.Stock > 0, NoBooking = o.NoBooking })]));

    public Task<Answer<IReadOnlyList<GuestRequirement>>> ReadRequirementsAsync(
        ProviderCall call, SessionKey session, string offerRef, string? countryHint, CancellationToken cancellation) =>
        AskAsync(Questioned.Requirements, () => Answer<IReadOnlyList<GuestRequirement>>.Yes(
            [.. offers[offerRef].Wanted.Select(f => new GuestRequirement(f, GuestScope.LeadGuest, GuestDue.BeforeCheckout))]));

    protected async Task<Answer<T>> AskAsync<T>(Questioned question, Func<Answer<T>> effect) where T : notnull
    {
        asked.Enqueue(question);
        OnAsked?.Invoke(question);
        await Task.Yield();
        Fateful? fateful;
        lock (gate)
        {
            fateful = fates.Find(f => f.Question == question);
            if (fateful is not null)
                fates.Remove(fateful);
        }
        if (fateful is { Fate: Fate.Refused })
        {
            fateful.Happened();
            return fateful.Refusal!;
        }
        if (fateful is { Fate: Fate.SilentBefore })
        {
            fateful.Happened();
            throw new ProviderSilenceException($"{question}", SilenceKind.TimedOut, "planned");
        }
        if (fateful is { Fate: Fate.HangsBefore })
            await fateful.HangAsync();

        Answer<T> answer;
        lock (gate)
        {
            Lapse();
            answer = effect();
        }
        if (fateful is { Fate: Fate.SilentAfter })
        {
            fateful.Happened();
            throw new ProviderSilenceException($"{question}", SilenceKind.ConnectionBroken, "planned");
        }
        if (fateful is { Fate: Fate.HangsAfter })
            await fateful.HangAsync();
        return answer;
    }

    private void Lapse()
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var hold in holds.Where(h => h.Status is "active" or "prepared" && h.ExpiresAt <= now))
            Void(hold);
    }

    protected void Void(MemoryHold hold)
    {
        hold.Status = "void";
        foreach (var line in hold.Lines)
            offers[line.OfferRef].Stock += line.Quantity;
    }
}
