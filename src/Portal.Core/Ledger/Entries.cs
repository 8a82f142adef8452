using Portal.Core.Pricing;

namespace Portal.Core.Ledger;

/// <summary>What a sale and its taking back do to the accounts. Pure; each list sums to zero per currency.</summary>
public static class Entries
{
    // A price in thousandths may become cents on the agency's side; more than that per ticket is no rounding.
    private const decimal RoundingEach = 0.01m;

    /// <summary>A sale: the provider is owed, so are its fees; the agency owes the portal, and its customer the agency.</summary>
    /// <param name="connectionId">Who is owed.</param>
    /// <param name="quotes">One per ticket; of one currency and one account currency.</param>
    /// <param name="delivery">What delivery costs, in the provider's currency; nothing is added to it.</param>
    public static List<LedgerEntry> OfSale(Guid connectionId, IReadOnlyList<Quote> quotes, decimal delivery)
    {
        var (currency, account) = (quotes[0].Currency, quotes[0].AccountCurrency);
        var delivered = quotes[0].InAccount(delivery);
        return Balanced(currency, account, quotes.Count + 1,
        [
            Of(LedgerAccount.Provider, -(quotes.Sum(q => q.NetEach.Amount) + delivery), currency, connectionId),
            Of(LedgerAccount.ProviderFee, -quotes.Sum(q => q.Fee), currency, connectionId),
            Of(LedgerAccount.Agency, quotes.Sum(q => q.Owed) + delivered, account),
            Of(LedgerAccount.Commission, quotes.Sum(q => q.Commission), account),
            Of(LedgerAccount.Customer, quotes.Sum(q => q.Selling) + delivered, account),
            Of(LedgerAccount.Sales, -(quotes.Sum(q => q.Selling) + delivered), account),
        ]);
    }

    /// <summary>
    /// What came back of a sale. The agency gets what the provider gives, less the commission on it; fees stay owed. The customer owes nothing any
    /// more when all of it comes back, else that much less: the rest is the cost of cancelling.
    /// </summary>
    /// <param name="connectionId">Who gives back.</param>
    /// <param name="quotes">One per ticket that was taken back.</param>
    /// <param name="returned">What the provider gives back for them, in its currency.</param>
    public static List<LedgerEntry> OfReturn(Guid connectionId, IReadOnlyList<Quote> quotes, decimal returned)
    {
        var (currency, account) = (quotes[0].Currency, quotes[0].AccountCurrency);
        var (paid, selling) = (quotes.Sum(q => q.NetEach.Amount), quotes.Sum(q => q.Selling));
        var isWhole = returned >= paid - RoundingEach * quotes.Count;
        var share = isWhole || paid == 0 ? 1m : returned / paid;
        var commission = Math.Round(quotes.Sum(q => q.Commission) * share, 2, MidpointRounding.AwayFromZero);
        var back = quotes[0].InAccount(returned);
        var less = isWhole ? selling : Math.Min(back, selling);
        return Balanced(currency, account, quotes.Count,
        [
            Of(LedgerAccount.Provider, returned, currency, connectionId),
            Of(LedgerAccount.Agency, -(back - commission), account),
            Of(LedgerAccount.Commission, -commission, account),
            Of(LedgerAccount.Customer, -less, account),
            Of(LedgerAccount.Sales, less, account),
        ]);
    }

    /// <summary>A sale that is as though it had never been.</summary>
    public static List<LedgerEntry> OfUndo(Guid connectionId, IReadOnlyList<Quote> quotes) =>
        OfSale(connectionId, quotes, 0).ConvertAll(e => Of(e.Account, -e.Amount, e.Currency, e.ConnectionId));

    internal static LedgerEntry Of(LedgerAccount account, decimal amount, string currency, Guid? connectionId = null) =>
        new() { Account = account, Amount = amount, Currency = currency, ConnectionId = connectionId };

    private static List<LedgerEntry> Balanced(string currency, string account, int tickets, List<LedgerEntry> entries)
    {
        entries.RemoveAll(e => e.Amount == 0);
        foreach (var one in entries.GroupBy(e => e.Currency).Select(g => (Currency: g.Key, Left: g.Sum(e => e.Amount))).Where(g => g.Left != 0).ToList())
        {
            if (currency == account && Math.Abs(one.Left) > RoundingEach * tickets)
                throw new InvalidOperationException($"The quotes' parts differ from what is owed by {one.Left} {one.Currency}.");
            entries.Add(Of(LedgerAccount.Exchange, -one.Left, one.Currency));
        }
        return entries;
    }
}
