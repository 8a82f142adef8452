using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix.Operations;

/// <summary>What is on sale in the operator's sales channel, and the settings of its point of sale.</summary>
internal sealed class CatalogueOperations(SecuTixState state)
{
    private readonly Dictionary<string, DateTime> _ready = [];

    public IEnumerable<Method> Methods =>
    [
        new("CatalogService", "isCatalogServiceAlive", "WebMethodResult", Alive),
        new("CatalogService", "getCatalog", "CatalogResult", (given, caller) => Read(given, caller, detailed: false)),
        new("CatalogService", "getCatalogDetailed", "CatalogResultDetailed", (given, caller) => Read(given, caller, detailed: true)),
        new("CatalogService", "getPOSConfig", "POSConfigResult", PointOfSale),
    ];

    private static object Alive(Given given, VirtualOperator caller)
    {
        given.End();
        return new { };
    }

    private object PointOfSale(Given given, VirtualOperator caller)
    {
        given.End();
        return CatalogueShapes.PointOfSale(caller, state.Options);
    }

    private object Read(Given given, VirtualOperator caller, bool detailed)
    {
        var (season, code, requestId) = (given.Text("seasonCode"), given.Text("productCode"), given.Whole("requestId"));
        given.End();
        if (state.Options.CatalogueTakes > TimeSpan.Zero) Prepare($"{caller.Operator} {requestId}");
        return CatalogueShapes.Of(
            [.. state.Catalogue.Products.Values.Where(p => season is null or "SEASON" && (code is null || p.Code == code) && p.State is "RUNNING" or "SUSPENDED").Select(OnSale)],
            detailed, state.Options.FlatCatalogue);
    }

    private void Prepare(string asked)
    {
        if (!_ready.TryGetValue(asked, out var at)) _ready[asked] = at = state.Now + state.Options.CatalogueTakes;
        if (at > state.Now) throw new InProgressException();
        _ready.Remove(asked);
    }

    /// <summary>Performances that are over or cancelled are not in a sales channel's catalogue.</summary>
    private Product OnSale(Product product)
    {
        if (!product.Performances.Exists(p => !state.IsShown(p))) return product;
        var shown = new Product
        {
            Id = product.Id, Code = product.Code, Name = product.Name, Family = product.Family, State = product.State, Genre = product.Genre,
            Nominative = product.Nominative, House = product.House,
        };
        shown.Performances.AddRange(product.Performances.Where(state.IsShown));
        return shown;
    }
}
