using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Providers;

/// <summary>Events and offers: words, rules, zones, marks.</summary>
public sealed class Xs2EventOfferTests : Xs2EventInSandbox
{
    [Fact]
    public async Task Quantity_rules_are_read_from_minimum_flags_and_options()
    {
        Assert.Equal(2, (await OfferAsync(Samples.PairsOnly)).Rule.Step);
        Assert.True((await OfferAsync(Samples.NoMaxMinus1)).Rule.NotLeaveOne);
        Assert.Equal(4, (await OfferAsync(Samples.MinOrder)).Rule.Min);
        Assert.True((await OfferAsync(Samples.PackageRate)).Rule.CountsPackages);
    }

    [Fact]
    public async Task What_is_not_for_sale_is_listed_with_the_reason()
    {
        var offer = await OfferAsync(Samples.Disabled);

        Assert.False(offer.IsSellable);
        Assert.Contains("disabled", offer.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_words_are_tolerated_and_kept()
    {
        var offer = await OfferAsync(Samples.UnknownEnums);

        Assert.Equal(DeliveryKind.Other, offer.Delivery);
        Assert.Equal("skybox", offer.CategoryType);
        Assert.True(offer.IsSellable);
    }

    [Fact]
    public async Task Events_come_with_status_zone_whole_euros_and_names_in_full_unicode()
    {
        var events = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(null, ("PageSize", "50")), null, default))
            events.AddRange(page.Events);
        CatalogEvent Of(TicketSample sample) => events.Single(e => e.EventRef == sample.EventId);

        Assert.Equal(EventStatus.OnSale, Of(Samples.NoGuests).Status);
        Assert.Equal(EventStatus.SoldOut, Of(Samples.SoldOutEvent).Status);
        Assert.Equal(EventStatus.Postponed, Of(Samples.PostponedEvent).Status);
        Assert.Equal(EventStatus.Cancelled, Of(Samples.CancelledEvent).Status);
        Assert.Equal(EventStatus.NotOnSale, Of(Samples.NoSaleEvent).Status);
        Assert.Equal((EventStatus.NotOnSale, "rescheduled"), (Of(Samples.UnknownStatusEvent).Status, Of(Samples.UnknownStatusEvent).RawStatus));
        Assert.False(Of(Samples.UnconfirmedDate).Sessions[0].DateConfirmed);
        Assert.Equal("Europe/Amsterdam", Of(Samples.NoGuests).TimeZone);
        Assert.Equal("Zürich", Of(Samples.Francs).City);
        Assert.InRange(Of(Samples.NoGuests).FromPrice!.Value.Amount, 44m, 100m);
        Assert.Equal(EventStatus.Closed, Of(Samples.ClosedEvent).Status);
        // What is over is not asked for.
        Assert.All(events, e => Assert.True(e.Sessions[0].EndLocal >= Bench.Clock.Now.Date.AddDays(-1)));
    }

    [Fact]
    public async Task What_was_changed_since_the_mark_comes_again()
    {
        string? mark = null;
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
            mark = page.Mark;
        Bench.Clock.Advance(TimeSpan.FromHours(1));
        Sandbox.Xs2Event.SetEventStatus(Samples.NoGuests.EventId, "postponed");

        var changed = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(), mark, default))
            changed.AddRange(page.Events);

        Assert.Contains(changed, e => e.EventRef == Samples.NoGuests.EventId && e.Status is EventStatus.Postponed);
    }
}
