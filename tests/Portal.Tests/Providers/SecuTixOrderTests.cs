using Portal.Core.Bookings;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Providers.SecuTix;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

public sealed class SecuTixRestOrderTests : SecuTixOrderTests;

public sealed class SecuTixSoapOrderTests : SecuTixOrderTests
{
    private protected override string Wire => "Soap";
}

public abstract class SecuTixOrderTests : SecuTixInSandbox
{
    [Fact]
    public async Task A_sale_is_told_as_paid_in_full_and_its_tickets_have_seats_and_barcodes()
    {
        var order = await CommittedAsync(Line(Samples.Opera, 2));

        Assert.Equal("SOLDED", Sandbox.SecuTix.FileState(OrderId(order.References)));
        var report = await ReadBackAsync(order);
        Assert.Equal((FulfilmentStatus.Completed, "SOLDED", $"{Samples.Opera.ProductId}"), (report.Status, report.RawStatus, report.EventRef));
        Assert.Equal([("Corbeille", "A", "1"), ("Corbeille", "A", "2")], report.Items.Select(i => (i.Section, i.Row, i.Seat)));
        Assert.All(report.Items, i => Assert.Equal((ItemState.Purchased, true), (i.State!.Value, i.Barcode is { Length: > 5 })));
    }

    [Fact]
    public async Task Papers_that_staff_put_into_the_file_are_listed_and_handed_out()
    {
        var order = await CommittedAsync(Line(Samples.Opera, 2));
        Assert.Empty((await ReadBackAsync(order)).Papers);
        Sandbox.SecuTix.Attach(OrderId(order.References), "Your evening.pdf");
        Sandbox.SecuTix.Attach(OrderId(order.References), "Cloakroom.pdf");

        var papers = (await ReadBackAsync(order)).Papers;

        Assert.Equal(["Your evening.pdf", "Cloakroom.pdf"], papers.Select(p => p.Label));
        var file = Yes(await Provider.DownloadPaperAsync(Call(order.References), papers[1], default));
        Assert.Equal(("Cloakroom.pdf", "application/pdf"), (file.FileName, file.ContentType));
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(file.Content), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(file.Content)[..40], Bench.JournalText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_is_not_there_is_a_no_and_one_that_cannot_be_read_is_silence()
    {
        var order = await CommittedAsync(Line(Samples.Opera, 1));
        Sandbox.SecuTix.Attach(OrderId(order.References), "Your evening.pdf");
        var paper = Assert.Single((await ReadBackAsync(order)).Papers);

        No(RefusalReason.NotFound, await Provider.DownloadPaperAsync(Call(order.References), paper with { Reference = "1" }, default));
        Happens("getFileAttachment", ScenarioKind.Malformed);
        await SilentAsync(Provider.DownloadPaperAsync(Call(order.References), paper, default));
    }

    [Fact]
    public async Task A_free_ticket_is_sold_without_a_payment()
    {
        var order = await CommittedAsync(Line(Samples.OperaFree, 1));

        Assert.Equal("SOLDED", Sandbox.SecuTix.FileState(OrderId(order.References)));
    }

    [Fact]
    public async Task Less_than_the_orders_total_never_closes_it()
    {
        var line = Line(Samples.Opera, 2);
        var held = await HeldAsync(line);

        No(RefusalReason.PriceChanged, await Provider.CommitAsync(Call(held.References), Commit(line) with { Total = new Money(89.99m, "EUR") }, default));

        Assert.Empty(Sandbox.Ledger.CallsOf("secutix/closeOrder"));
        Assert.Equal("RUNNING", Sandbox.SecuTix.OrderState(OrderId(held.References)));
    }

    [Fact]
    public async Task A_no_to_closing_leaves_the_places_held()
    {
        var held = await HeldAsync(Line(Samples.Museum, 2));

        var refusal = No(RefusalReason.NotAllowed, await Provider.CommitAsync(Call(held.References), Commit(Line(Samples.Museum, 2)), default));

        Assert.Contains("contactRequired", refusal.Detail, StringComparison.Ordinal);
        var order = Yes(await Provider.CommitAsync(Call(held.References, ("ContactFrom", "BuyerEmail")), Commit(Line(Samples.Museum, 2)) with
        {
            Buyer = new Buyer(new Dictionary<BuyerField, string> { [BuyerField.Email] = "ada.lovelace@guests.example" }),
        }, default));
        Assert.Equal(CommitOutcome.Purchased, order.Outcome);
        Assert.DoesNotContain("ada.lovelace", Bench.JournalText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buyers_address_is_asked_for_only_where_it_names_the_contact()
    {
        Assert.Empty(Provider.BuyerFields(Call().Connection, SaleMode.Purchase));
        Assert.Equal([new BuyerWish(BuyerField.Email, true)], Provider.BuyerFields(Call(null, ("ContactFrom", "BuyerEmail")).Connection, SaleMode.Book));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_close_in_progress_is_an_answer_and_is_looked_up_until_it_is_done()
    {
        Sandbox.SecuTix.Options.CloseTakes = TimeSpan.FromMinutes(2);
        var order = await CommittedAsync(Line(Samples.Opera, 2));

        Assert.Equal(CommitOutcome.InProgress, order.Outcome);
        var looked = Yes(await Provider.LookUpOrderAsync(Call(order.References), Commit(Line(Samples.Opera, 2)), default));
        Assert.Equal((OrderFound.Made, CommitOutcome.InProgress), (looked.Found, looked.Order!.Outcome));
        Assert.Equal(CommitOutcome.InProgress, Yes(await Provider.CommitAsync(Call(order.References), Commit(Line(Samples.Opera, 2)), default)).Outcome);
        Assert.Single(Sandbox.Ledger.CallsOf("secutix/closeOrder"));
        Bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var done = Yes(await Provider.LookUpOrderAsync(Call(order.References), Commit(Line(Samples.Opera, 2)), default));
        Assert.Equal((OrderFound.Made, CommitOutcome.Purchased), (done.Found, done.Order!.Outcome));
    }

    [Fact]
    public async Task What_is_booked_is_kept_for_three_days_sold_in_parts_and_lapses()
    {
        var order = await CommittedAsync(Line(Samples.Opera, 3, SaleMode.Book));
        Assert.Equal((CommitOutcome.Booked, Bench.Clock.Now.AddHours(72)), (order.Outcome, order.KeptUntil!.Value));
        Assert.Equal("IN_RESERVATION", Sandbox.SecuTix.FileState(OrderId(order.References)));
        var before = await ReadBackAsync(order);
        Assert.All(before.Items, i => Assert.Equal((ItemState.Booked, order.KeptUntil), (i.State!.Value, i.KeptUntil)));
        var chosen = before.Items[1].ItemRef;

        var sold = Yes(await Provider.PurchaseAsync(Call(order.References), Items(new Money(45m, "EUR"), chosen), default));

        Assert.Equal(CommitOutcome.Purchased, sold.Outcome);
        Assert.Equal(SecuTixReferences.SaleOrder, Assert.Single(sold.References).Kind);
        var after = await ReadBackAsync(order);
        Assert.Equal(before.Items.Select(i => (i.ItemRef, i.Seat)), after.Items.Select(i => (i.ItemRef, i.Seat)));
        Assert.Equal([ItemState.Booked, ItemState.Purchased, ItemState.Booked], after.Items.Select(i => i.State!.Value));
        Assert.Equal([false, true, false], after.Items.Select(i => i.Barcode is not null));
        Assert.Equal(OrderFound.Made, Yes(await Provider.LookUpPurchaseAsync(Call(order.References), Items(null, chosen), default)).Found);
        Bench.Clock.Advance(TimeSpan.FromHours(73));

        Assert.Equal([ItemState.Lapsed, ItemState.Purchased, ItemState.Lapsed], (await ReadBackAsync(order)).Items.Select(i => i.State!.Value));
        No(RefusalReason.HoldExpired, await Provider.PurchaseAsync(Call(order.References), Items(null, before.Items[0].ItemRef), default));
        Assert.Equal(2, Samples.Opera.Stock - Sandbox.SecuTix.Stock(Samples.Opera) + 1);
    }

    [Theory]
    [InlineData("createOrUpdateOrder", ScenarioKind.SilentBefore, OrderFound.NotMadeHoldAlive)]
    [InlineData("createOrUpdateOrder", ScenarioKind.SilentAfter, OrderFound.NotMadeHoldAlive)]
    [InlineData("createPaymentsAndCloseOrder", ScenarioKind.SilentBefore, OrderFound.NotMadeHoldAlive)]
    [InlineData("createPaymentsAndCloseOrder", ScenarioKind.SilentAfter, OrderFound.Made)]
    public async Task A_conversion_that_fell_silent_is_found_and_never_sold_twice(string operation, ScenarioKind loss, OrderFound expected)
    {
        var order = await CommittedAsync(Line(Samples.Opera, 2, SaleMode.Book));
        var request = Items(new Money(90m, "EUR"));
        Happens(operation, loss);
        await SilentAsync(Provider.PurchaseAsync(Call(order.References), request, default));

        Assert.Equal(expected, Yes(await Provider.LookUpPurchaseAsync(Call(order.References), request, default)).Found);
        Yes(await Provider.PurchaseAsync(Call(order.References), request, default));

        Assert.Single(Sandbox.Ledger.Made("secutix", "sale"));
        Assert.Equal("SOLDED", Sandbox.SecuTix.FileState(OrderId(order.References)));
        Assert.Equal(Samples.Opera.Stock - 2, Sandbox.SecuTix.Stock(Samples.Opera));
    }

    [Fact]
    public async Task A_conversion_is_paid_in_full_or_not_at_all()
    {
        var order = await CommittedAsync(Line(Samples.Opera, 2, SaleMode.Book));

        No(RefusalReason.PriceChanged, await Provider.PurchaseAsync(Call(order.References), Items(new Money(80m, "EUR")), default));
        Sandbox.SecuTix.Options.DeclinesPayments = true;
        No(RefusalReason.NotAllowed, await Provider.PurchaseAsync(Call(order.References), Items(new Money(90m, "EUR")), default));

        Assert.Equal("IN_RESERVATION", Sandbox.SecuTix.FileState(OrderId(order.References)));
        Sandbox.SecuTix.Options.DeclinesPayments = false;
        Yes(await Provider.PurchaseAsync(Call(order.References), Items(new Money(90m, "EUR")), default));
    }

    [Fact]
    public async Task An_option_is_a_request_whose_places_are_found_when_it_is_sold()
    {
        var asOption = ("BookAs", "Option");
        Sandbox.SecuTix.SetStock(Samples.Opera, 1);
        var order = await CommittedAsync(Line(Samples.Opera, 2, SaleMode.Book), asOption);
        Assert.Equal("IN_OPTION", Sandbox.SecuTix.FileState(OrderId(order.References)));
        No(RefusalReason.SoldOut, await Provider.PurchaseAsync(Call(order.References, asOption), Items(new Money(90m, "EUR")), default));
        Sandbox.SecuTix.SetStock(Samples.Opera, 2);

        Yes(await Provider.PurchaseAsync(Call(order.References, asOption), Items(new Money(90m, "EUR")), default));

        Assert.All((await ReadBackAsync(order)).Items, i => Assert.Equal((ItemState.Purchased, "A"), (i.State!.Value, i.Row)));
    }

    [Theory]
    [InlineData("createOrUpdateOrder", ScenarioKind.SilentAfter, CancelFound.NotDone)]
    [InlineData("closeOrder", ScenarioKind.SilentBefore, CancelFound.NotDone)]
    [InlineData("closeOrder", ScenarioKind.SilentAfter, CancelFound.Done)]
    public async Task A_freeing_that_fell_silent_is_found_and_may_be_asked_again(string operation, ScenarioKind loss, CancelFound expected)
    {
        var order = await CommittedAsync(Line(Samples.Opera, 2, SaleMode.Book));
        Happens(operation, loss);
        await SilentAsync(Provider.CancelAsync(Call(order.References), Items(null), default));

        Assert.Equal(expected, Yes(await Provider.LookUpCancelAsync(Call(order.References), Items(null), default)).Found);
        Assert.Equal(2, Yes(await Provider.CancelAsync(Call(order.References), Items(null), default)).ItemRefs.Count);

        Assert.Single(Sandbox.Ledger.Made("secutix", "freeing"));
        Assert.Equal(Samples.Opera.Stock, Sandbox.SecuTix.Stock(Samples.Opera));
        var report = await ReadBackAsync(order);
        Assert.All(report.Items, i => Assert.Equal(ItemState.Cancelled, i.State));
        // The institution took nothing back: we let it go.
        Assert.Equal((FulfilmentStatus.Returned, "CANCELED"), (report.Status, report.RawStatus));
    }

    [Fact]
    public async Task One_place_is_freed_and_a_sale_is_not_taken_back()
    {
        var order = await CommittedAsync(Line(Samples.Opera, 2, SaleMode.Book));
        var chosen = (await ReadBackAsync(order)).Items[0].ItemRef;

        Assert.Equal([chosen], Yes(await Provider.CancelAsync(Call(order.References), Items(null, chosen), default)).ItemRefs);

        Assert.Equal([ItemState.Cancelled, ItemState.Booked], (await ReadBackAsync(order)).Items.Select(i => i.State!.Value));
        No(RefusalReason.NotAllowed, await Provider.CancelAsync(Call(order.References), Items(null) with { Mode = SaleMode.Purchase }, default));
    }
}
