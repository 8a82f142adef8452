using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>How a session stands at this moment, for a row of a list.</summary>
/// <param name="From">Cheapest provider net per ticket; null when nothing can be had.</param>
/// <param name="Stock">Places left; null when unlimited or not told.</param>
public sealed record SessionQuote(SessionKey Session, Money? From, int? Stock);

/// <summary>Can quote many sessions in one call; where an adapter cannot, the portal reads the offers of each row.</summary>
public interface IQuotesSessions
{
    Task<Answer<IReadOnlyList<SessionQuote>>> ReadQuotesAsync(ProviderCall call, IReadOnlyList<SessionKey> sessions, CancellationToken cancellation);
}
