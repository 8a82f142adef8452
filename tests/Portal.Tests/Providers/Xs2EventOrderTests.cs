using Portal.Core.Providers;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Providers;

/// <summary>Orders: their parts, states, tickets and invoices.</summary>
public sealed class Xs2EventOrderTests : Xs2EventInSandbox
{
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
        Sandbox.Ledger.ForgetCalls();

        var reports = await ReadBackAsync([.. keys]);

        Assert.Equal(keys.Select(k => k.OrderId).Order(), reports.Select(r => r.OrderId).Order());
        Assert.Equal(2, Sandbox.Ledger.CallsOf("xs2event/bookingorders.list").Count);
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

        Sandbox.Xs2Event.Postpone(order);
        Assert.Equal(FulfilmentStatus.Postponed, Assert.Single(await ReadBackAsync(key)).Status);
        Sandbox.Xs2Event.Complete(order);
        Assert.Equal(FulfilmentStatus.Completed, Assert.Single(await ReadBackAsync(key)).Status);
        Sandbox.Xs2Event.Cancel(order);
        Sandbox.Xs2Event.Credit(order);
        var cancelled = Assert.Single(await ReadBackAsync(key));
        Assert.Equal((FulfilmentStatus.Cancelled, 2), (cancelled.Status, cancelled.Invoices.Count));
        Sandbox.Xs2Event.SetLogisticStatus(order, "Teleported");
        var strange = Assert.Single(await ReadBackAsync(key));
        Assert.Equal((FulfilmentStatus.Unknown, "Teleported"), (strange.Status, strange.RawStatus));
    }

    [Fact]
    public async Task Places_cannot_be_kept_unpaid()
    {
        var held = await HeldAsync(Line(Samples.NoGuests, 1));

        Assert.Equal(RefusalReason.NotAllowed, (await Provider.CommitAsync(Call(held.References), Commit with { Mode = SaleMode.Book }, default)).Refusal!.Reason);
        Assert.Empty(Sandbox.Ledger.CallsOf("xs2event/booking.create"));
    }

    [Fact]
    public async Task A_payment_method_outside_the_contract_is_refused_and_the_hold_lives_on()
    {
        var held = await HeldAsync(Line(Samples.NoGuests, 1));

        Assert.Equal(RefusalReason.NotAllowed, (await Provider.CommitAsync(Call(held.References, ("PaymentMethod", "card")), Commit, default)).Refusal!.Reason);
        Yes(await Provider.CommitAsync(Call(held.References), Commit, default));
    }
}
