using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>The offers of a session as far as they could be read.</summary>
/// <param name="Offers">In the order of a table: by category, then by price.</param>
/// <param name="ReadAt">When they were read from the provider, UTC; null when they never were.</param>
/// <param name="Refusal">The provider's no; null when it gave none.</param>
/// <param name="WasSilent">No usable answer came.</param>
public sealed record OffersReading(IReadOnlyList<Offer> Offers, DateTime? ReadAt, Refusal? Refusal = null, bool WasSilent = false)
{
    /// <summary>True when the offers are as the provider told them just now, or lately where it rations reads.</summary>
    public bool IsCurrent => Refusal is null && !WasSilent && ReadAt is not null;
}

/// <summary>
/// Reads the live offers of one session and keeps them. Where the provider rations reads, the last reading is used while it is young
/// enough (<see cref="ProviderTraits.OffersKeptFor"/>); a hold asks the provider in any case.
/// </summary>
public sealed class ReadOffers(IDbContextFactory<PortalDb> databases, TimeProvider time, ILogger<ReadOffers> logger)
{
    /// <param name="connection">Whom to ask.</param>
    /// <param name="sessionId">The portal's id of the occurrence.</param>
    /// <param name="cancellation">Ends the reading early; what was not read is not stored.</param>
    public async Task<OffersReading> RunAsync(OpenConnection connection, Guid sessionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var session = await db.Sessions.Where(s => s.Id == sessionId)
            .Select(s => new { Key = new SessionKey(s.Event!.ProviderRef, s.ProviderRef), s.OffersJson, s.OffersReadAt }).SingleAsync(cancellation);
        var stored = Stored(session.OffersJson);
        if (session.OffersReadAt + connection.Traits.OffersKeptFor > time.GetUtcNow().UtcDateTime)
            return new OffersReading(stored, session.OffersReadAt);

        var call = new ProviderCall(connection.Facts, CallSubject.None);
        var heard = await Hearing.HearAsync("Reading offers", ct => connection.Provider.ReadOffersAsync(call, session.Key, ct), logger);
        if (heard.Answer is not { } answer)
            return new OffersReading(stored, session.OffersReadAt, WasSilent: true);
        if (!answer.IsYes)
            return new OffersReading(stored, session.OffersReadAt, answer.Refusal);

        IReadOnlyList<Offer> live = [.. answer.Value.OrderBy(o => o.Category, StringComparer.OrdinalIgnoreCase).ThenBy(o => o.NetEach.Amount).ThenBy(o => o.OfferRef, StringComparer.Ordinal)];
        var now = time.GetUtcNow().UtcDateTime;
        var text = JsonSerializer.Serialize(live);
        await db.Sessions.Where(s => s.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.OffersJson, text).SetProperty(s => s.OffersReadAt, now), cancellation);
        await db.KeepAsync([new LiveQuote(sessionId, OfferSums.From(live), OfferSums.Stock(live), now)], cancellation);
        return new OffersReading(live, now);
    }

    /// <summary>The last reading without asking anybody.</summary>
    public static IReadOnlyList<Offer> Stored(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<Offer>>(json)!;
}
