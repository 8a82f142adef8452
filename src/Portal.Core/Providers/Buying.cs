using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>What a provider may want to know of the buyer; the union of the wires' fields (Onebox clientField, e-guma customer, Distribution buyer_data, SecuTix contact).</summary>
public enum BuyerField
{
    FirstName, LastName, Email, Phone, Address, City, PostalCode, Region, Country, BirthDate, Gender, IdCard, DocumentType, Language,
}

/// <summary>One thing a provider wants, or takes, of the buyer.</summary>
public sealed record BuyerWish(BuyerField Field, bool IsRequired);

/// <summary>One buyer field that the provider did not accept.</summary>
public sealed record BuyerFault(BuyerField Field, string Fault);

/// <summary>
/// Whom a provider is told the sale is for. Countries are ISO 3166 alpha-2, languages ISO 639-1, birth dates <c>yyyy-MM-dd</c>.
/// Personal data: never logged.
/// </summary>
public sealed record Buyer(IReadOnlyDictionary<BuyerField, string> Values)
{
    public static readonly Buyer Nobody = new(new Dictionary<BuyerField, string>());

    /// <summary>The value, or null when it is not known or empty.</summary>
    public string? Find(BuyerField field) => Values.TryGetValue(field, out var value) && value.Length > 0 ? value : null;

    /// <summary>Says nothing of the person, so that it can be logged.</summary>
    public override string ToString() => $"Buyer of {Values.Count} fields";
}

/// <summary>Wants to know who buys. What it wants follows from the contract alone, no call is needed.</summary>
public interface IAsksBuyer
{
    /// <summary>Fields in the order a form shows them.</summary>
    IReadOnlyList<BuyerWish> BuyerFields(ConnectionFacts connection, SaleMode mode);
}

/// <summary>One way the tickets of an order may come.</summary>
/// <param name="OptionRef">The adapter's opaque name.</param>
/// <param name="Name">For people.</param>
/// <param name="Cost">For the whole order; zero when free.</param>
public sealed record DeliveryOption(string OptionRef, string Name, Money Cost, bool IsDefault = false);

/// <summary>Lets the buyer choose how tickets come. Known from the contract; no call is needed.</summary>
public interface IDelivers
{
    /// <summary>The ways for a hold of so many tickets in this currency; empty when the connection names none.</summary>
    IReadOnlyList<DeliveryOption> DeliveryOptions(ConnectionFacts connection, int tickets, string currency);
}

/// <summary>What a hold is told before it is prepared or committed.</summary>
public sealed record BuyerRequest(HoldRequest Hold, Buyer Buyer, DeliveryOption? Delivery);

/// <summary>Takes buyer and delivery into the hold, by calls of their own before preparing (Onebox Channels, Onebox Distribution).</summary>
public interface ITakesBuyer : IAsksBuyer
{
    /// <summary>Writes both completely; repeating it changes nothing. Refuses with <see cref="RefusalReason.BuyerDataMissing"/> and the faults per field.</summary>
    Task<Answer<HeldPlaces>> SendBuyerAsync(ProviderCall call, BuyerRequest request, CancellationToken cancellation);
}

/// <summary>Takes a promotion code into the hold; the answer carries the prices that follow.</summary>
public interface ITakesPromotions
{
    Task<Answer<HeldPlaces>> ApplyPromotionAsync(ProviderCall call, HoldRequest hold, string code, CancellationToken cancellation);
}
