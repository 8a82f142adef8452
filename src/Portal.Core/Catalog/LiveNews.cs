using Portal.Core.Pricing;

namespace Portal.Core.Catalog;

/// <summary>A row whose provider is to be asked.</summary>
public sealed record QuoteWish(Guid SessionId, Guid ConnectionId);

/// <summary>How a session stands by its provider's own word.</summary>
/// <param name="From">Cheapest provider net per ticket; null when nothing can be had.</param>
/// <param name="Stock">Places left; null when unlimited or not told.</param>
/// <param name="At">When it was told, UTC: now, or lately where the provider rations reads.</param>
public sealed record LiveQuote(Guid SessionId, Money? From, int? Stock, DateTime At);

/// <summary>How far a provider is with answering for a page of rows.</summary>
public enum LiveState { Asking, Slow, Answered, Silent, Refused }

/// <summary>What became known: quotes of some rows, or how far one provider is.</summary>
/// <param name="Rows">How many of its rows got no answer, where there was silence or a no.</param>
public sealed record LiveNews(Guid ConnectionId, string Provider, LiveState State, IReadOnlyList<LiveQuote> Quotes, int Rows = 0);
