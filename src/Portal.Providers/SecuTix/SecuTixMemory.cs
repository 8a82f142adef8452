using System.Collections.Concurrent;
using Portal.Core.Providers;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Wire;

namespace Portal.Providers.SecuTix;

/// <summary>
/// The last catalogue and point of sale of each account, in this process: prices stand in the catalogue alone, which may be read once in
/// ten minutes. What was read is used again, for all callers at once; where it may not be read anew, the older reading serves.
/// </summary>
internal sealed class SecuTixMemory(TimeProvider time)
{
    public static readonly TimeSpan CatalogueEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PointOfSaleEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan CatalogueServes = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private const int MostAsked = 15;

    private readonly ConcurrentDictionary<(Guid Connection, Uri BaseUrl, string? Operator), Account> accounts = new();

    public async Task<Answer<PosConfigDto>> PointOfSaleAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        var account = Of(talk);
        if (account.PointOfSale is { } known && account.PointOfSaleReadAt + PointOfSaleEvery > talk.Now)
            return known;
        var answer = await talk.Catalog.PointOfSaleAsync(cancellation);
        if (answer.Value?.PosConfigData is not { } config)
            return answer.Refusal ?? new Refusal(RefusalReason.Invalid, $"SecuTix does not tell the settings of the point of sale: {answer.No?.Said ?? "the answer holds none"}. Nothing else was asked.");
        (account.PointOfSale, account.PointOfSaleReadAt) = (config, talk.Now);
        return config;
    }

    public async Task<Answer<SecuTixCatalogue>> CatalogueAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        var account = Of(talk);
        await account.Gate.WaitAsync(cancellation);
        try
        {
            if (account.Catalogue is { } known && known.ReadAt + CatalogueEvery > talk.Now)
                return known;
            var read = await ReadAsync(talk, cancellation);
            if (read.IsYes)
                return account.Catalogue = read.Value;
            return read.Refusal.Reason is RefusalReason.Throttled && account.Catalogue is { } older && older.ReadAt + CatalogueServes > talk.Now ? older : read.Refusal;
        }
        finally
        {
            account.Gate.Release();
        }
    }

    /// <summary>A catalogue may take a while: the same request id is asked again until it is there.</summary>
    private async Task<Answer<SecuTixCatalogue>> ReadAsync(SecuTixTalk talk, CancellationToken cancellation)
    {
        var requestId = Random.Shared.Next(1, int.MaxValue);
        for (var asked = 1; ; asked++)
        {
            var answer = await talk.Catalog.ReadAsync(requestId, cancellation);
            if (answer.Value?.CatalogData is { } catalog)
                return new SecuTixCatalogue(catalog, talk.Now);
            if (answer.Refusal is { } refusal)
                return refusal;
            if (answer.No is not { IsInProgress: true } || asked == MostAsked)
                return new Refusal(RefusalReason.Invalid, $"SecuTix gives no catalogue: {answer.No?.Said ?? "the answer holds none"}. What was read before is kept.");
            await Task.Delay(Pause, time, cancellation);
        }
    }

    private Account Of(SecuTixTalk talk) => accounts.GetOrAdd((talk.Call.Connection.Id, talk.Call.Connection.BaseUrl, talk.Options.Operator), _ => new Account());

    private sealed class Account
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public SecuTixCatalogue? Catalogue { get; set; }
        public PosConfigDto? PointOfSale { get; set; }
        public DateTime PointOfSaleReadAt { get; set; }
    }
}
