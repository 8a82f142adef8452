using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Providers;

public sealed class EGumaCatalogTests : EGumaInSandbox
{
    [Fact]
    public async Task A_product_is_an_event_and_its_slots_are_sessions_with_price_and_places()
    {
        var listed = (await ReadAsync()).Single(e => e.EventRef == Samples.Slot.ProductId);

        Assert.Equal("St Alban's Clock Tower – climb", listed.Name);
        Assert.Equal(("187 Stufen.", "Ausflugskasse Zürich", "CHE", "Europe/Zurich"), (listed.Description, listed.VenueName, listed.Country, listed.TimeZone));
        Assert.Equal((OfferKind.Slot, EventStatus.OnSale), (listed.Kind, listed.Status));
        Assert.Equal("Ausflugskasse Zürich", listed.Promoter!.Name);
        // A small child costs nothing: a price from zero would say nothing.
        Assert.Equal(new Money(7.50m, "CHF"), listed.FromPrice);
        var session = Assert.Single(listed.Sessions, s => s.SessionRef == Samples.Slot.StartsAt);
        Assert.Equal((new DateTime(2027, 3, 6, 10, 0, 0), 60, new Money(7.50m, "CHF")), (session.StartLocal, session.StockHint, session.FromPrice));
    }

    [Fact]
    public async Task Sixty_days_are_read_a_month_at_a_time_and_as_many_as_the_connection_wants()
    {
        var sixty = (await ReadAsync()).Single(e => e.EventRef == Samples.Day.ProductId).Sessions;
        Assert.Equal((60, new DateTime(2027, 3, 1), new DateTime(2027, 4, 29)), (sixty.Count, sixty[0].StartLocal, sixty[^1].StartLocal));
        Assert.Equal(2, Reads(Samples.Day));
        Sandbox.Ledger.ForgetCalls();

        Assert.Equal(10, (await ReadAsync(("CatalogDays", "10"))).Single(e => e.EventRef == Samples.Day.ProductId).Sessions.Count);
        Assert.Equal(1, Reads(Samples.Day));
    }

    [Fact]
    public async Task What_cannot_be_bought_is_not_in_the_catalogue_and_comes_back_when_it_can()
    {
        Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);

        var refs = (await ReadAsync()).Select(e => e.EventRef).ToList();
        Assert.Contains(Samples.Day.ProductId, refs);
        foreach (var missing in new[] { Samples.Vanishing, Samples.Inactive, Samples.NoCategories, Samples.Unsupported, Samples.NotEnabled, Samples.Foreign })
            Assert.DoesNotContain(missing.ProductId, refs);

        Sandbox.EGuma.Show(Samples.Vanishing.ProductId);
        Assert.Contains(Samples.Vanishing.ProductId, (await ReadAsync()).Select(e => e.EventRef));
    }

    [Fact]
    public async Task A_product_that_vanishes_while_the_list_is_read_is_left_out_and_stops_nothing()
    {
        var events = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
        {
            events.AddRange(page.Events);
            Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);
        }

        Assert.DoesNotContain(Samples.Vanishing.ProductId, events.Select(e => e.EventRef));
        Assert.InRange(events.Count, 30, 80);
    }

    [Fact]
    public async Task Offers_of_what_is_not_offered_now_are_none_and_no_error()
    {
        Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);

        Assert.Empty(await OffersAsync(Samples.Vanishing));
        Assert.Empty(await OffersAsync(Samples.Inactive));
        Assert.Empty(await OffersAsync(Samples.NotEnabled));
        Assert.Empty(await OffersAsync(Samples.Slot with { StartsAt = "2027-03-06T10:30:00" }));
    }

    [Fact]
    public async Task Person_categories_are_offers_with_their_ages_and_rules()
    {
        var offers = await OffersAsync(Samples.Group);

        Assert.Equal(["Adult (from 16)", "Reduced (senior, student)", "Child 6–15", "Child up to 5", "Group of 10 or more"], offers.Select(o => o.Name));
        var group = offers.Single(o => o.OfferRef.EndsWith(Samples.Group.CategoryId, StringComparison.Ordinal));
        Assert.Equal((new QuantityRule(10, 60), 120, "Group of 10 or more", OfferKind.Slot), (group.Rule, group.Stock, group.PersonCategory, group.Kind));
        Assert.Equal(new Money(0m, "CHF"), offers[3].NetEach);
        Assert.All(offers, o => Assert.Equal(DeliveryKind.ETicket, o.Delivery));
    }

    [Fact]
    public async Task No_limit_sold_out_cut_off_and_company_are_told()
    {
        Assert.All(await OffersAsync(Samples.Unlimited), o => Assert.Null(o.Stock));
        Assert.All(await OffersAsync(Samples.SoldOut), o => Assert.Equal((false, 0), (o.IsSellable, o.Stock)));
        Assert.Contains("Bookable until 6 Mar, 09:00", Assert.Single(await OffersAsync(Samples.CutOff)).Notes);
        var offers = await OffersAsync(Samples.Escorted);
        Assert.Contains("Only together with Adult", offers[1].Notes);
        Assert.Empty(offers[0].Notes);

        Sandbox.EGuma.SetLeft(Samples.Group.ProductId, Samples.Group.StartsAt, 9);
        Assert.False((await OffersAsync(Samples.Group))[^1].IsSellable);
    }

    [Fact]
    public async Task The_older_revision_is_read_as_well()
    {
        Sandbox.EGuma.Options.Revision = EGumaRevision.A;

        var listed = (await ReadAsync(("Currency", "EUR"))).Single(e => e.EventRef == Samples.Slot.ProductId);

        Assert.Equal(("Turmuhr St. Alban – Aufstieg", "EUR"), (listed.Name, listed.FromPrice!.Value.Currency));
    }

    [Fact]
    public async Task Many_slots_of_a_product_are_quoted_with_one_read()
    {
        SessionKey[] sessions = [.. new[] { Samples.Slot, Samples.LaterSlot, Samples.SoldOut, Samples.Slot with { StartsAt = "2027-03-06T10:30:00" } }.Select(s => new SessionKey(s.ProductId, s.StartsAt))];

        var quotes = Yes(await Provider.ReadQuotesAsync(Call(), sessions, default));

        Assert.Equal(2, Calls("availabilities"));
        Assert.Equal([60, 60, 0, 0], sessions.Select(s => quotes.Single(q => q.Session == s).Stock));
        Assert.Equal(new Money(7.50m, "CHF"), quotes.Single(q => q.Session == sessions[0]).From);
        Assert.Null(quotes.Single(q => q.Session == sessions[2]).From);
    }

    [Fact]
    public async Task The_key_is_in_no_journal()
    {
        Happens("products", ScenarioKind.ServerErrorBefore, times: null);

        await Assert.ThrowsAsync<ProviderSilenceException>(() => ReadAsync());

        Assert.NotEmpty(Bench.Journal);
        Assert.DoesNotContain("apikey", Bench.JournalText, StringComparison.OrdinalIgnoreCase);
    }

    private int Reads(SlotSample of) => Sandbox.Ledger.CallsOf("eguma/availabilities").Count(c => c.Path.Contains(of.ProductId, StringComparison.Ordinal));

    private async Task<List<CatalogEvent>> ReadAsync(params (string, string)[] settings)
    {
        var events = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(settings), null, default))
            events.AddRange(page.Events);
        return events;
    }

    private async Task<IReadOnlyList<Offer>> OffersAsync(SlotSample of) => Yes(await Provider.ReadOffersAsync(Call(), new SessionKey(of.ProductId, of.StartsAt), default));
}
