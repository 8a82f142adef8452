using System.Text.Json;
using Portal.Sandbox.EGuma.Model;
using Portal.Sandbox.EGuma.Wire;

namespace Portal.Sandbox.EGuma.Operations;

/// <summary>So many places in one slot, as a reservation or a booking asks for them.</summary>
internal sealed record Sale(Slot Slot, List<Wanted> Items)
{
    public int Places => Items.Sum(i => i.Quantity);
}

/// <summary>What a reservation and a booking must obey alike: product, slot, categories, quantities. Room is asked for apart.</summary>
internal sealed class SaleRules(EGumaState state, Errors errors, BodyReader reader, Products products)
{
    public Sale Read(JsonElement body, Caller caller)
    {
        var product = products.Find(reader.Needed(body, "product_id"), caller);
        var slot = SlotIn(body, product);
        var items = reader.Objects(body, "items").Select(i => ItemIn(i, product)).ToList();
        if (items.Count == 0) throw errors.Invalid("items must hold at least one category.");
        if (items.DistinctBy(i => i.CategoryId).Count() != items.Count) throw errors.Invalid("A category_id may stand in items only once.");
        items.RemoveAll(i => i.Quantity == 0);
        if (items.Count == 0) throw errors.Invalid("At least one place must be asked for.");
        var missing = product.Categories.FirstOrDefault(c => !c.AllowZero && items.TrueForAll(i => i.CategoryId != c.Id));
        if (missing is not null) throw errors.Invalid($"At least {missing.MinQuantity} of category {missing.Id} must be taken.");

        if (!product.Active) throw errors.NotAvailable("The product is not active.");
        if (slot.IsClosed(state.NowAt(caller.Merchant))) throw errors.NotAvailable("The date can no longer be booked.");
        return new Sale(slot, items);
    }

    public void RequireRoom(Sale sale)
    {
        if (state.Left(sale.Slot) < sale.Places) throw errors.NotAvailable("There are not enough places.");
    }

    private Slot SlotIn(JsonElement body, Product product)
    {
        var text = reader.Needed(body, "starts_at");
        if (!Times.TryStart(text, out var start) || (!product.Hours.ByDay && !text.Contains('T', StringComparison.Ordinal)))
            throw errors.Invalid("starts_at is not a date and time.");
        return product.SlotAt(start) ?? throw errors.Invalid("starts_at is not a date of this product.");
    }

    private Wanted ItemIn(JsonElement item, Product product)
    {
        reader.Only(item, "category_id", "quantity");
        var id = reader.Needed(item, "category_id");
        var category = product.Categories.FirstOrDefault(c => c.Id == id) ?? throw errors.Invalid("category_id is not a category of this product.");
        var quantity = reader.Whole(item, "quantity");
        var mayBeZero = state.Options.Revision is EGumaRevision.A && category.AllowZero;
        return quantity < 0 || (quantity == 0 && !mayBeZero) ? throw errors.Invalid("quantity must be greater than 0.")
            : quantity != 0 && (quantity < category.MinQuantity || quantity > category.MaxQuantity)
                ? throw errors.Invalid($"quantity must lie between {category.MinQuantity} and {category.MaxQuantity}.")
            : new Wanted(id, quantity);
    }
}
