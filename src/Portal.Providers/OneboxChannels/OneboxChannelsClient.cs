using Portal.Core.Providers;

namespace Portal.Providers.OneboxChannels;

/// <summary>One parameter of <c>clientData</c>.</summary>
/// <param name="Word">The documented <c>clientField</c> that a channel's configuration names it by.</param>
/// <param name="IsDocumented">False where only its existence is known and its name assumed: sent with a value or not at all.</param>
internal sealed record ClientParameter(BuyerField Field, string Name, string Word, bool IsDocumented = true);

/// <summary>Which buyer fields this API takes and under which names (page 1a.5, <c>clientData</c>).</summary>
internal static class OneboxChannelsClient
{
    public static readonly IReadOnlyList<ClientParameter> Parameters =
    [
        new(BuyerField.FirstName, "firstName", "NAME"), new(BuyerField.LastName, "lastName", "SURNAME"), new(BuyerField.Email, "email", "EMAIL"),
        new(BuyerField.Phone, "telephone", "PHONE_NUMBER"), new(BuyerField.Address, "address", "ADDRESS"), new(BuyerField.City, "city", "CITY"),
        new(BuyerField.PostalCode, "postalCode", "POSTAL_CODE"), new(BuyerField.Region, "countrySubdivisionCode", "COUNTRY_SUBDIVISION", IsDocumented: false),
        new(BuyerField.Country, "countryCode", "COUNTRY", IsDocumented: false),
    ];

    public static IReadOnlyList<BuyerWish> Wishes(OneboxChannelsOptions options, SaleMode mode) =>
        [.. Parameters.Select(p => new BuyerWish(p.Field, options.ClientFields[mode].Contains(p.Word)))];

    /// <summary>What the channel requires and the buyer lacks; a word that no call takes is named as it is.</summary>
    public static Refusal? Missing(OneboxChannelsOptions options, SaleMode mode, Buyer buyer)
    {
        var wanted = options.ClientFields[mode];
        if (wanted.Except(Parameters.Select(p => p.Word)).ToList() is { Count: > 0 } untold)
            return new Refusal(RefusalReason.NotAllowed, $"The channel requires {string.Join(", ", untold)} of the buyer, which no documented call takes. Nothing was sent; an admin asks Onebox to lift it for this channel.");
        var faults = Parameters.Where(p => wanted.Contains(p.Word) && buyer.Find(p.Field) is null).Select(p => new BuyerFault(p.Field, "required")).ToList();
        return faults.Count == 0 ? null : new Refusal(RefusalReason.BuyerDataMissing, "The channel requires more of the buyer. Nothing was sent.") { BuyerFaults = faults };
    }

    /// <summary>The fields that a refusal's words name.</summary>
    public static IReadOnlyList<BuyerFault> Named(string said) =>
        [.. Parameters.Where(p => said.Contains(p.Name, StringComparison.OrdinalIgnoreCase)).Select(p => new BuyerFault(p.Field, "not accepted"))];
}
