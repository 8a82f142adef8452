using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.EGuma.Operations;

/// <summary>What there is to visit, and when there is room.</summary>
internal sealed class Products(EGumaState state, Errors errors, BodyReader reader)
{
    private const int LongestRange = 366;
    private readonly Shapes _shapes = new(state);

    public Reply List(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false);
        return Reply.Json(200, _shapes.Of(caller.Merchant, state.Products.Values.Where(p => Sees(caller, p) && IsEnabled(caller, p))));
    }

    public Reply Availabilities(Call call, Caller caller)
    {
        reader.Check(call, mayHaveKey: false, "from", "to");
        if (!Times.TryDay(call.Query["from"], out var from) || !Times.TryDay(call.Query["to"], out var to)) throw errors.Invalid("from and to are required as yyyy-MM-dd.");
        if (to < from) throw errors.Invalid("to must not be before from.");
        if (to.DayNumber - from.DayNumber > LongestRange) throw errors.Invalid($"The range must not be longer than {LongestRange} days.");
        var product = Find(call.Part("id"), caller);
        var now = state.NowAt(caller.Merchant);
        var today = DateOnly.FromDateTime(now);
        var slots = new List<Slot>();
        for (var day = from < today ? today : from; product.Active && day <= to && day <= product.Hours.To; day = day.AddDays(1))
            slots.AddRange(product.Hours.SlotsOf(product, day).Where(s => !s.IsClosed(now)));
        return Reply.Json(200, _shapes.Of(product, slots));
    }

    /// <summary>A product that this caller may sell.</summary>
    public Product Find(string id, Caller caller)
    {
        if (!state.Products.TryGetValue(id, out var product) || !Sees(caller, product)) throw errors.NotFound("The product");
        return IsEnabled(caller, product) ? product : throw errors.Forbidden("This product is not enabled for this api key.");
    }

    private static bool Sees(Caller caller, Product product) => product.Merchant == caller.Merchant && product.Listed;

    private static bool IsEnabled(Caller caller, Product product) => product.EnabledFor?.Contains(caller.User) ?? true;
}

/// <summary>Who asks: one user of one merchant.</summary>
internal sealed record Caller(string User, Merchant Merchant);
