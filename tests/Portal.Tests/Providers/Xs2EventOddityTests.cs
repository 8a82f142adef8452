using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Providers;

/// <summary>The oddities of the provider's page, each against the sandbox over real HTTP.</summary>
public sealed class Xs2EventOddityTests : IAsyncLifetime
{
    private readonly AdapterBench bench = new();
    private SandboxServer sandbox = null!;

    private Portal.Providers.Xs2Event.Xs2EventProvider Provider => (Portal.Providers.Xs2Event.Xs2EventProvider)bench.Provider("XS2Event");

    private Xs2EventSamples Samples => sandbox.Xs2Event.Samples;

    public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = bench.Clock });

    public async Task DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await bench.DisposeAsync();
    }

    private ProviderCall Call(IReadOnlyList<ProviderReference>? references = null, params (string, string)[] more) => AdapterBench.Call("XS2Event", sandbox.BaseUrl,
        new Dictionary<string, string>(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2))) { ["X_Api_Key"] = Portal.Sandbox.Xs2Event.Xs2EventOptions.DemoKey }, references);

    private HoldRequest Request(params HoldLine[] lines) => new("portal-ours", lines, bench.Clock.Now);

    private CommitRequest Commit => new("K7M4QX-1", "key", SaleMode.Purchase, [], new Money(0, "EUR"), bench.Clock.Now) { AgencyEmail = "orders@agency.example" };

    private async Task<HeldPlaces> HeldAsync(params HoldLine[] lines) => Yes(await Provider.HoldAsync(Call(), Request(lines), default));

    private async Task<Offer> OfferAsync(TicketSample sample) =>
        Yes(await Provider.ReadOffersAsync(Call(), new SessionKey(sample.EventId, sample.EventId), default)).Single(o => o.OfferRef == sample.TicketId);

    private async Task<OrderKey> BookedAsync(params HoldLine[] lines)
    {
        var held = await HeldAsync(lines);
        return new OrderKey(Guid.NewGuid(), Yes(await Provider.CommitAsync(Call(held.References), Commit, default)).References);
    }

    private async Task<IReadOnlyList<FulfilmentReport>> ReadBackAsync(params OrderKey[] orders) => Yes(await Provider.ReadBackAsync(Call(), orders, default));

    private async Task<IReadOnlyList<FulfilmentReport>> CompletedAsync(params OrderKey[] orders)
    {
        bench.Clock.Advance(sandbox.Xs2Event.Options.CompletionDelay + TimeSpan.FromSeconds(1));
        return await ReadBackAsync(orders);
    }

    private static T Yes<T>(Answer<T> answer) where T : notnull
    {
        Assert.True(answer.IsYes, answer.Refusal?.ToString());
        return answer.Value;
    }

    [Fact]
    public async Task Quantity_rules_are_read_from_minimum_flags_and_options()
    {
        Assert.Equal(2, (await OfferAsync(Samples.PairsOnly)).Rule.Step);
        Assert.True((await OfferAsync(Samples.NoMaxMinus1)).Rule.NotLeaveOne);
        Assert.Equal(4, (await OfferAsync(Samples.MinOrder)).Rule.Min);
        Assert.True((await OfferAsync(Samples.PackageRate)).Rule.CountsPackages);
    }

    [Fact]
    public async Task A_broken_quantity_rule_is_named_as_such()
    {
        Assert.Equal(RefusalReason.QuantityNotAllowed, (await Provider.HoldAsync(Call(), Request(Line(Samples.PairsOnly, 3)), default)).Refusal!.Reason);
        Assert.Equal(RefusalReason.QuantityNotAllowed, (await Provider.HoldAsync(Call(), Request(Line(Samples.NoMaxMinus1, 5)), default)).Refusal!.Reason);
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
        Assert.All(events, e => Assert.True(e.Sessions[0].EndLocal >= bench.Clock.Now.Date.AddDays(-1)));
    }

    [Fact]
    public async Task What_was_changed_since_the_mark_comes_again()
    {
        string? mark = null;
        await foreach (var page in Provider.ReadCatalogAsync(Call(), null, default))
            mark = page.Mark;
        bench.Clock.Advance(TimeSpan.FromHours(1));
        sandbox.Xs2Event.SetEventStatus(Samples.NoGuests.EventId, "postponed");

        var changed = new List<CatalogEvent>();
        await foreach (var page in Provider.ReadCatalogAsync(Call(), mark, default))
            changed.AddRange(page.Events);

        Assert.Contains(changed, e => e.EventRef == Samples.NoGuests.EventId && e.Status is EventStatus.Postponed);
    }

    [Fact]
    public async Task A_mixed_basket_is_one_hold_one_order_and_a_fulfilment_per_event_and_supplier()
    {
        var key = await BookedAsync([.. Samples.MixedBasket.Select(s => Line(s, 2))]);

        var reports = await ReadBackAsync(key);

        Assert.Equal(3, reports.Count);
        Assert.Equal(3, reports.Select(r => r.Reference.Value).Distinct().Count());
        Assert.All(reports, r => Assert.Equal((key.OrderId, 2), (r.OrderId, r.Items.Count)));
        Assert.All(reports, r => Assert.NotNull(r.StartLocal));
        Assert.Single(reports, r => r.GuestData is GuestDataStatus.WaitingForUs);
    }

    [Fact]
    public async Task Forty_one_orders_are_read_back_in_two_questions_and_each_finds_its_own()
    {
        var keys = new List<OrderKey>();
        for (var i = 0; i < 41; i++)
            keys.Add(await BookedAsync(Line(Samples.HugeStock, 1)));
        sandbox.Ledger.ForgetCalls();

        var reports = await ReadBackAsync([.. keys]);

        Assert.Equal(keys.Select(k => k.OrderId).Order(), reports.Select(r => r.OrderId).Order());
        Assert.Equal(2, sandbox.Ledger.CallsOf("xs2event/bookingorders.list").Count);
    }

    [Fact]
    public async Task A_completed_order_has_seats_and_tickets_whose_digest_is_checked()
    {
        var report = Assert.Single(await CompletedAsync(await BookedAsync(Line(Samples.NoGuests, 2))));

        Assert.Equal((FulfilmentStatus.Completed, "completed"), (report.Status, report.RawStatus));
        Assert.All(report.Items, i => Assert.NotNull(i.Seat));
        var link = Assert.Single(report.Items[0].Tickets);
        var ticket = Yes(await Provider.DownloadTicketAsync(Call(), link, default));
        Assert.Equal("%PDF"u8.ToArray(), ticket.Content[..4]);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.DownloadTicketAsync(Call(), link with { Sha256 = new string('a', 64) }, default));
        Assert.Equal("PK"u8.ToArray(), Yes(await Provider.DownloadBundleAsync(Call(), report.Bundle!, default)).Content[..2]);
        Assert.Equal("%PDF"u8.ToArray(), Yes(await Provider.DownloadInvoiceAsync(Call(), Assert.Single(report.Invoices), default)).Content[..4]);
    }

    [Fact]
    public async Task A_ticket_of_several_files_has_a_labelled_link_for_each()
    {
        var report = Assert.Single(await CompletedAsync(await BookedAsync(Line(Samples.MultiPdf, 1))));

        var links = Assert.Single(report.Items).Tickets;
        Assert.Equal(3, links.Count);
        Assert.All(links, l => Assert.NotNull(l.Label));
        foreach (var link in links)
            Yes(await Provider.DownloadTicketAsync(Call(), link, default));
    }

    [Fact]
    public async Task Tickets_that_come_another_way_say_so_instead_of_offering_a_file()
    {
        var reports = await CompletedAsync(await BookedAsync(Line(Samples.AppTicket, 1)), await BookedAsync(Line(Samples.PaperTicket, 1)));

        Assert.All(reports.SelectMany(r => r.Items), i => Assert.Empty(i.Tickets));
        Assert.Contains(reports, r => r.Items[0].DeliveredElsewhere!.StartsWith("Delivered through the organiser's own platform", StringComparison.Ordinal));
        Assert.Contains(reports, r => r.Items[0].DeliveredElsewhere == "The organiser delivers straight to the customer.");
    }

    [Fact]
    public async Task An_order_may_be_postponed_then_completed_then_cancelled_and_a_credit_note_follows()
    {
        var key = await BookedAsync(Line(Samples.NoGuests, 1));
        var order = Assert.Single(await ReadBackAsync(key)).Reference.Value;

        sandbox.Xs2Event.Postpone(order);
        Assert.Equal(FulfilmentStatus.Postponed, Assert.Single(await ReadBackAsync(key)).Status);
        sandbox.Xs2Event.Complete(order);
        Assert.Equal(FulfilmentStatus.Completed, Assert.Single(await ReadBackAsync(key)).Status);
        sandbox.Xs2Event.Cancel(order);
        sandbox.Xs2Event.Credit(order);
        var cancelled = Assert.Single(await ReadBackAsync(key));
        Assert.Equal((FulfilmentStatus.Cancelled, 2), (cancelled.Status, cancelled.Invoices.Count));
        sandbox.Xs2Event.SetLogisticStatus(order, "Teleported");
        var strange = Assert.Single(await ReadBackAsync(key));
        Assert.Equal((FulfilmentStatus.Unknown, "Teleported"), (strange.Status, strange.RawStatus));
    }

    [Theory]
    [InlineData(nameof(Xs2EventSamples.LeadPreCheckout), GuestScope.LeadGuest, GuestDue.BeforeCheckout)]
    [InlineData(nameof(Xs2EventSamples.AllPreCheckout), GuestScope.AllPersons, GuestDue.BeforeCheckout)]
    [InlineData(nameof(Xs2EventSamples.LeadPreDownload), GuestScope.LeadGuest, GuestDue.BeforeDownload)]
    [InlineData(nameof(Xs2EventSamples.AllPreDownload), GuestScope.AllPersons, GuestDue.BeforeDownload)]
    public async Task Requirements_say_of_whom_and_by_when(string name, GuestScope scope, GuestDue due)
    {
        var sample = Samples.ByName[name];

        var wanted = Yes(await Provider.ReadRequirementsAsync(Call(), new SessionKey(sample.EventId, sample.EventId), sample.TicketId, null, default));

        Assert.Contains(wanted, w => w.Field == "first_name");
        Assert.All(wanted, w => Assert.Equal((scope, due), (w.Scope, w.Due)));
    }

    [Fact]
    public async Task Nested_requirements_are_groups_of_their_own_and_a_country_may_change_them()
    {
        var (mixed, country) = (Samples.MixedGuests, Samples.CountryHint);
        async Task<IReadOnlyList<GuestRequirement>> WantedAsync(TicketSample of, string? hint) =>
            Yes(await Provider.ReadRequirementsAsync(Call(), new SessionKey(of.EventId, of.EventId), of.TicketId, hint, default));

        var wanted = await WantedAsync(mixed, null);
        Assert.Contains(new GuestRequirement("contact_phone", GuestScope.LeadGuest, GuestDue.BeforeCheckout), wanted);
        Assert.Contains(new GuestRequirement("passport_number", GuestScope.AllPersons, GuestDue.BeforeDownload), wanted);
        Assert.DoesNotContain(await WantedAsync(country, null), w => w.Field == "passport_number");
        Assert.Contains(await WantedAsync(country, "NLD"), w => w.Field == "passport_number");
        Assert.Empty(await WantedAsync(Samples.NoGuests, null));
    }

    [Fact]
    public async Task The_guest_list_has_as_many_places_as_the_supplier_wants()
    {
        async Task<int> PlacesAsync(TicketSample of, int quantity) => Assert.Single(
            Yes(await Provider.ReadGuestsAsync(Call((await HeldAsync(Line(of, quantity))).References), null, default))).Slots.Count;

        Assert.Equal(4, await PlacesAsync(Samples.AllPreCheckout, 4));
        Assert.Equal(1, await PlacesAsync(Samples.OneGuestPerGroup, 4));
        Assert.Equal(1, await PlacesAsync(Samples.SingleGuest, 3));
    }

    [Fact]
    public async Task Late_guest_data_go_to_the_booking_order()
    {
        var key = await BookedAsync(Line(Samples.AllPreDownload, 2));
        var order = Assert.Single(await ReadBackAsync(key));
        Assert.Equal(GuestDataStatus.WaitingForUs, order.GuestData);

        var sheets = Yes(await Provider.ReadLateGuestsAsync(Call(), order.Reference, null, default));
        var sheet = Assert.Single(sheets);
        Assert.All(sheet.Slots, s => Assert.Equal(GuestDue.BeforeDownload, s.Due["date_of_birth"]));
        var filled = sheet with
        {
            Slots = [.. sheet.Slots.Select((s, i) => s with { Values = new Dictionary<string, string> { ["first_name"] = "Zoë", ["last_name"] = $"Łuczak {i}", ["date_of_birth"] = "1990-05-17" } })],
        };
        Yes(await Provider.SendLateGuestsAsync(Call(), order.Reference, [filled], default));

        var kept = Assert.Single(Yes(await Provider.ReadLateGuestsAsync(Call(), order.Reference, null, default)));
        Assert.Equal(["Łuczak 0", "Łuczak 1"], kept.Slots.Select(s => s.Values["last_name"]));
        Assert.NotEqual(GuestDataStatus.WaitingForUs, Assert.Single(await ReadBackAsync(key)).GuestData);
    }

    [Fact]
    public async Task An_older_version_without_the_reference_filter_is_searched_by_ticket_and_note()
    {
        sandbox.Xs2Event.Options.KnowsExternalReference = false;
        sandbox.Scenarios.Add(new Scenario("xs2event/reservation.create", ScenarioKind.SilentAfter));
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.HoldAsync(Call(), Request(Line(Samples.NoGuests, 2)), default));

        Assert.Equal(HoldFound.Alive, Yes(await Provider.LookUpHoldAsync(Call(), Request(Line(Samples.NoGuests, 2)), default)).Found);
    }

    [Fact]
    public async Task Refusals_mean_the_same_with_400_as_with_422()
    {
        sandbox.Xs2Event.Options.RefusalStatus = 400;

        Assert.Equal(RefusalReason.SoldOut, (await Provider.HoldAsync(Call(), Request(Line(Samples.LastTwo, 3)), default)).Refusal!.Reason);
    }

    [Fact]
    public async Task An_unknown_ticket_is_not_found()
    {
        var line = Line(Samples.NoGuests, 1) with { OfferRef = "never-heard-of_tck" };

        Assert.Equal(RefusalReason.NotFound, (await Provider.HoldAsync(Call(), Request(line), default)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_currency_without_hundredths_is_refused_in_plain_words_and_nothing_is_sent()
    {
        var refusal = (await Provider.HoldAsync(Call(), Request(Line(Samples.NoGuests, 1) with { NetEach = new Money(5000, "JPY") }), default)).Refusal!;

        Assert.Equal(RefusalReason.NotAllowed, refusal.Reason);
        Assert.Contains("JPY", refusal.Detail, StringComparison.Ordinal);
        Assert.Empty(sandbox.Ledger.Calls);
    }

    [Fact]
    public async Task Places_cannot_be_kept_unpaid()
    {
        var held = await HeldAsync(Line(Samples.NoGuests, 1));

        Assert.Equal(RefusalReason.NotAllowed, (await Provider.CommitAsync(Call(held.References), Commit with { Mode = SaleMode.Book }, default)).Refusal!.Reason);
        Assert.Empty(sandbox.Ledger.CallsOf("xs2event/booking.create"));
    }

    [Fact]
    public async Task A_payment_method_outside_the_contract_is_refused_and_the_hold_lives_on()
    {
        var held = await HeldAsync(Line(Samples.NoGuests, 1));

        Assert.Equal(RefusalReason.NotAllowed, (await Provider.CommitAsync(Call(held.References, ("PaymentMethod", "card")), Commit, default)).Refusal!.Reason);
        Yes(await Provider.CommitAsync(Call(held.References), Commit, default));
    }

    [Fact]
    public void A_line_joins_the_hold_with_most_time_left_unless_it_has_less_than_four_minutes_or_the_same_offer()
    {
        var now = bench.Clock.Now;
        var (line, other) = (Line(Samples.NoGuests, 1), Line(Samples.LastTwo, 1));
        OpenHold Open(double minutes, HoldLine of) => new(Guid.NewGuid(), now.AddMinutes(minutes), [of]);
        var (late, early, same) = (Open(3.9, other), Open(4, other), Open(9, line));

        Assert.Null(Provider.ChooseHold(line, [late, same], now));
        Assert.Equal(early.HoldId, Provider.ChooseHold(line, [late, early, same], now));
        Assert.Null(Provider.ChooseHold(line, [], now));
    }
}
