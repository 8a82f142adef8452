using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>What tests of the catalogue say of a world.</summary>
internal static class CatalogWorld
{
    public static readonly DateTime Evening = new(2027, 5, 8, 20, 0, 0);

    /// <summary>A listed event with its sessions at the house everybody plays in.</summary>
    public static CatalogEvent Listed(string eventRef, string name, OfferKind kind = OfferKind.Zone, params CatalogSession[] sessions) =>
        new(eventRef, name, EventStatus.OnSale, "x") { Kind = kind, VenueName = "Opéra du Rhône", City = "Lyon", Country = "FRA", Sessions = sessions };

    public static CatalogSession At(DateTime start, decimal? from = null, int? stock = null, string? sessionRef = null) =>
        new(sessionRef ?? $"{start:MMdd-HHmm}", start, start, true) { FromPrice = from is { } amount ? new Money(amount, "EUR") : null, StockHint = stock };

    /// <summary>The provider's whole list is this, and is read.</summary>
    public static async Task ListsAsync(this PortalWorld world, InMemoryProvider provider, params CatalogEvent[] events)
    {
        provider.Lists = _ => [new CatalogPage(events, null)];
        await using var db = world.Open();
        var connection = await db.Connections.Where(c => c.ProviderKind == provider.Kind).Select(c => c.Id).SingleAsync();
        Assert.Equal(CatalogRefreshed.Done, await world.Get<RefreshCatalog>().RunAsync(connection, CancellationToken.None));
    }

    public static async Task<IReadOnlyList<FoundEvent>> FindsAsync(this PortalWorld world, EventQuery? query = null) =>
        (await world.Get<SearchEvents>().RunAsync(world.Ann, query ?? new EventQuery(), CancellationToken.None)).Rows;
}
