using System.Net;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Sandbox;

public sealed class EGumaCatalogueTests : EGumaTest
{
    [Fact]
    public async Task More_than_thirty_products_of_both_kinds_are_listed_with_their_categories()
    {
        var root = (await Get("/products.json")).Body;
        var products = root.GetProperty("products").EnumerateArray().ToList();

        Assert.Equal("CHF", root.GetProperty("currency").GetString());
        Assert.InRange(products.Count, 30, 80);
        Assert.Equal(["day", "time"], products.Select(p => p.GetProperty("slot_type").GetString()).Distinct().Order());
        Assert.All(products, p => Assert.Matches("^[0-9a-f]{24}$", p.GetProperty("id").GetString()));
        Assert.Empty(Product(products, Samples.NoCategories)!.Value.GetProperty("categories").EnumerateArray());
        Assert.False(Product(products, Samples.Inactive)!.Value.GetProperty("is_active").GetBoolean());
        Assert.Equal(["de"], Product(products, Samples.GermanOnly)!.Value.GetProperty("name_translations").EnumerateObject().Select(n => n.Name));
    }

    [Fact]
    public async Task What_cannot_be_sold_is_missing_without_a_word_and_comes_back_the_same_way()
    {
        Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);

        var hidden = await Products();
        Assert.Null(Product(hidden, Samples.Vanishing));
        Assert.Null(Product(hidden, Samples.Unsupported));
        Assert.Null(Product(hidden, Samples.NotEnabled));
        Assert.Null(Product(hidden, Samples.Foreign));
        Refused(HttpStatusCode.NotFound, "not_found", await Availabilities(Samples.Vanishing));
        Refused(HttpStatusCode.NotFound, "not_found", await Reserve(Samples.Vanishing, 1));

        Sandbox.EGuma.Show(Samples.Vanishing.ProductId);
        Assert.NotNull(Product(await Products(), Samples.Vanishing));
    }

    [Fact]
    public async Task Not_found_is_told_from_not_enabled()
    {
        Refused(HttpStatusCode.NotFound, "not_found", await Availabilities(Samples.Foreign));
        Refused(HttpStatusCode.NotFound, "not_found", await Availabilities(Samples.Unsupported));
        Refused(HttpStatusCode.Forbidden, "forbidden", await Availabilities(Samples.NotEnabled));
        Assert.Equal(HttpStatusCode.OK, (await Availabilities(Samples.NotEnabled, EGumaOptions.ColleagueKey)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task A_missing_key_and_a_wrong_one_are_unauthorized(string? key) =>
        Refused(HttpStatusCode.Unauthorized, "unauthorized", await Send(HttpMethod.Get, "/products.json", null, key));

    [Fact]
    public async Task A_call_without_its_content_type_or_with_what_no_document_names_is_refused()
    {
        Refused(HttpStatusCode.BadRequest, "validation_error", await Send(HttpMethod.Get, "/products.json", null, EGumaOptions.DemoKey, contentType: "text/plain"));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Get("/products.json?page=2"));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Send(HttpMethod.Get, "/products.json", null, EGumaOptions.DemoKey, idempotency: "key"));
        Refused(HttpStatusCode.NotFound, "not_found", await Post("/rebook.json", new { }));
    }

    [Fact]
    public async Task Availabilities_tell_sold_out_from_a_few_and_from_no_limit()
    {
        Assert.Equal(JsonValueKind.Null, (await Slot(Samples.Unlimited)).GetProperty("availability_count").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await Slot(Samples.Unlimited)).GetProperty("closing_at").ValueKind);
        Assert.Equal(0, (await Slot(Samples.SoldOut)).GetProperty("availability_count").GetInt32());
        Assert.Equal(2, (await Slot(Samples.LastTwo)).GetProperty("availability_count").GetInt32());
        var group = (await Slot(Samples.Group)).GetProperty("prices").EnumerateArray().Single(p => p.GetProperty("category_id").GetString() == Samples.Group.CategoryId);
        Assert.Equal((10, 60, true), (group.GetProperty("min_quantity").GetInt32(), group.GetProperty("max_quantity").GetInt32(), group.GetProperty("allow_zero_quantity").GetBoolean()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?from=2027-03-05")]
    [InlineData("?from=2027-03-05&to=2027-03-04")]
    [InlineData("?from=2027-03-05&to=2028-03-06")]
    [InlineData("?from=05.03.2027&to=06.03.2027")]
    public async Task A_range_that_is_none_is_refused(string range) =>
        Refused(HttpStatusCode.BadRequest, "validation_error", await Get($"/products/{Samples.Slot.ProductId}/availabilities.json{range}"));

    [Fact]
    public async Task The_past_is_cut_off_and_so_are_slots_past_their_cut_off()
    {
        var path = $"/products/{Samples.CutOff.ProductId}/availabilities.json?from=2026-01-01&to=2027-01-01";
        Assert.Empty((await Get(path)).Body.GetProperty("availabilities").EnumerateArray());

        // Ten in the morning in Zürich: the slot of 10:00 is over, that of 13:00 closes an hour before.
        path = $"/products/{Samples.CutOff.ProductId}/availabilities.json?from=2027-02-01&to=2027-03-01";
        Assert.Equal(["2027-03-01T13:00:00", "2027-03-01T16:00:00"], Starts(await Get(path)));
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["2027-03-01T16:00:00"], Starts(await Get(path)));
    }

    [Fact]
    public async Task An_inactive_product_has_no_availabilities() =>
        Assert.Empty((await Availabilities(Samples.Inactive)).Body.GetProperty("availabilities").EnumerateArray());

    [Fact]
    public async Task The_older_revision_has_neither_currency_nor_translations()
    {
        Sandbox.EGuma.Options.Revision = EGumaRevision.A;

        var root = (await Get("/products.json")).Body;

        Assert.False(root.TryGetProperty("currency", out _));
        Assert.False(root.GetProperty("products")[0].TryGetProperty("name_translations", out _));
    }

    [Fact]
    public async Task Errors_can_be_plain_text()
    {
        Sandbox.EGuma.Options.PlainTextErrors = true;

        var heard = await Get("/products/0/availabilities.json?from=2027-03-05&to=2027-03-06");

        Assert.Equal((HttpStatusCode.NotFound, "The product was not found."), (heard.Status, heard.Text));
    }

    [Fact]
    public async Task The_key_is_not_shown_in_the_ledger()
    {
        await Get("/products.json");

        Assert.DoesNotContain(EGumaOptions.DemoKey, Sandbox.Ledger.Calls.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_can_go_up_and_a_slot_sell_out_just_before_a_call()
    {
        Sandbox.Scenarios.Add(new Scenario("eguma/availabilities", ScenarioKind.PriceUp) { Match = Samples.Slot.ProductId, NewRate = 9900 });
        Sandbox.Scenarios.Add(new Scenario("eguma/reservation.create", ScenarioKind.SoldOut) { Left = 1 });

        var prices = (await Slot(Samples.Slot)).GetProperty("prices").EnumerateArray().Select(p => p.GetProperty("price_in_cents").GetInt64()).ToList();
        Assert.Contains(9900, prices);
        Refused(HttpStatusCode.Conflict, "not_available", await Reserve(Samples.Slot, 2));
        Assert.Equal(1, Left(Samples.Slot));
    }

    private Task<EGumaHeard> Availabilities(SlotSample of, string key = EGumaOptions.DemoKey) =>
        Get($"/products/{of.ProductId}/availabilities.json?from={of.StartsAt[..10]}&to={of.StartsAt[..10]}", key);

    private async Task<JsonElement> Slot(SlotSample of) =>
        (await Availabilities(of)).Body.GetProperty("availabilities").EnumerateArray().Single(a => a.GetProperty("starts_at").GetString() == of.StartsAt);

    private async Task<List<JsonElement>> Products() => [.. (await Get("/products.json")).Body.GetProperty("products").EnumerateArray()];

    private static JsonElement? Product(List<JsonElement> products, SlotSample of) =>
        products.Where(p => p.GetProperty("id").GetString() == of.ProductId).Select(p => (JsonElement?)p).SingleOrDefault();

    private static IEnumerable<string?> Starts(EGumaHeard heard) =>
        heard.Body.GetProperty("availabilities").EnumerateArray().Select(a => a.GetProperty("starts_at").GetString());
}
