using Portal.Sandbox.SecuTix.Model;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>
/// The catalogue and the point of sale as both wires name them. Beyond what is documented, and the sandbox's own: <c>sites</c>,
/// <c>audienceSubCategories</c>, <c>isNominative</c> and <c>genre</c> of a product, <c>service</c> and <c>goods</c> in the manner of <c>pass</c>.
/// </summary>
internal static class CatalogueShapes
{
    public static object Of(IReadOnlyCollection<Product> products, bool detailed, bool flat)
    {
        var houses = products.Where(p => p.House is not null).Select(p => p.House!).DistinctBy(h => h.SiteId).ToList();
        var shapes = products.Select(p => Of(p, detailed)).ToList();
        return new
        {
            catalogData = new
            {
                seasons = flat ? null : new[] { new { id = 10_229_000_001, code = "SEASON", externalName = Name("Season"), state = "RUNNING", products = shapes } },
                products = flat ? shapes : null,
                physicalConfigurations = houses.Select(h => new
                {
                    id = h.ConfigurationId, code = h.Code, siteId = h.SiteId, siteCode = h.Code, spaceId = h.SiteId + 50_000, spaceCode = "MAIN",
                    securityGauge = h.Categories.Sum(c => c.Gauge), physicalGauge = h.Categories.Sum(c => c.Gauge), areas = Array.Empty<object>(),
                }),
                sites = houses.Select(h => new { id = h.SiteId, code = h.Code, externalName = Name(h.Name), timeZone = h.TimeZone, siteAddress = Address(h) }),
                audienceSubCategories = Audience.All.Select(a => new { id = a.Id, code = a.Code, externalName = Name(a.Name), audienceCategoryKind = a.Kind }),
            },
        };
    }

    public static object Location(House house) => new
    {
        siteCode = house.Code, siteExternalName = house.Name, siteAddress = Address(house), spaceCode = "MAIN", spaceExternalName = "Main hall",
    };

    public static object PointOfSale(VirtualOperator caller, SecuTixOptions options) => new
    {
        posConfigData = new
        {
            posId = caller.PointOfSalesId,
            posCode = "RESELLER_POS",
            institCode = caller.Institution,
            organizationId = 10_229_000_900,
            organizationCode = "LUMIERE_PRODUCTIONS",
            organizationTimeZone = Times.OrganisationZone,
            salesChannelId = caller.PointOfSalesId + 1000,
            salesChannelCode = "RESELLER",
            salesChannelActivityState = "ACTIVE",
            currencyCode = "EUR",
            institutionCurrency = new { currencyCode = "EUR", fractionDigit = 2, minAmount = 10, symbol = "€" },
            orderAbandonDelay = (int)options.OrderDelay.TotalMinutes,
            maxSeatsPerPerformance = options.MaxSeatsPerPerformance,
            seatSelectionMode = "BEST_SEATS",
            maxAutoSuggestedSeatsTrials = 3,
            guestLoginAvailable = false,
            paymentMethods = PaymentMethod.All.Select((m, rank) => new
            {
                id = m.Id, code = m.Code, externalName = Name(m.Name), paymentType = m.Type, authorizationMode = "NONE", forPayment = m.ForPayment,
                forReimbursement = !m.ForPayment, inSplitPaymentAllowed = true, manualValidation = false, withFollowUp = false, rank = rank + 1,
            }),
            productFamilies = Family.All.Select(f => new
            {
                id = f.Id, productFamilyType = f.Type, productFamilySubType = (string?)null, contactRequired = f.ContactRequired, defaultQuantity = 1,
                reservable = f.Reservable, directOption = f.DirectOption, netPrices = false,
            }),
            charges = Array.Empty<object>(),
            countries = new[] { new { code = "FR" }, new { code = "CH" }, new { code = "ES" } },
            posParameters = Array.Empty<object>(),
        },
    };

    public static object Name(string name) => new { translations = new[] { new { locale = "fr", value = name }, new { locale = "en", value = name } } };

    private static object Address(House house) => new { countryCode = house.Country, firstAddressLine = $"1, place du {house.Code}", locality = house.City, zipCode = "69001" };

    private static Dictionary<string, object?> Of(Product product, bool detailed)
    {
        var shape = new Dictionary<string, object?>
        {
            ["id"] = product.Id, ["code"] = product.Code, ["externalName"] = Name(product.Name), ["productFamilyType"] = product.Family,
            ["state"] = product.State, ["vatCodeId"] = 10_229_000_700, ["isNominative"] = product.Nominative,
        };
        if (product.Family == "SINGLE_ENTRY")
            shape["event"] = new { genre = product.Genre, performances = product.Performances.Select(p => Of(p, detailed)) };
        else
            shape[product.Family.ToLowerInvariant()] = new { siteId = product.House?.SiteId, items = product.Items.Select(i => Of(i, detailed)) };
        return shape;
    }

    private static object Of(Performance performance, bool detailed) => new
    {
        id = performance.Id,
        state = performance.State,
        start = Times.WrittenIn(performance.Product.House!.TimeZone, performance.Start),
        duration = performance.Minutes * 60,
        physicalConfigurationId = performance.Product.House.ConfigurationId,
        seatCategories = performance.Product.House.Categories.Select(c => new { id = c.Id, code = c.Code, externalName = Name(c.Name), numbered = c.Numbered }),
        prices = detailed
            ? performance.Pools.SelectMany(p => p.Value.Prices.Select(price => new { seatCatId = p.Key, audSubCatId = price.Key, priceLevelId = (long?)null, amount = price.Value }))
            : null,
    };

    private static object Of(Item item, bool detailed) => new
    {
        itemId = item.Id,
        externalName = Name(item.Name),
        timeslotIds = Array.Empty<long>(),
        itemPrices = detailed
            ? item.Pool.Prices.Select(p => new { amount = p.Value, audSubCatId = p.Key, minQty = item.MinQty, maxQty = item.MaxQty, quota = item.Pool.Left })
            : null,
    };
}
