using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Ledger;
using Portal.Core.Payments;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Payments;

/// <summary>What customers pay against a booking: several times, in part, and back; each with its entries in the ledger.</summary>
public sealed class PaymentTests
{
    [Fact]
    public async Task Part_payments_and_a_part_refund_add_up_in_booking_and_ledger()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);

        var first = await PaysAsync(world, order, 30m, PaymentMethod.Card);
        await PaysAsync(world, order, 80m, PaymentMethod.BankTransfer);
        Assert.True((await RefundAsync(world, first.Value!.PaymentId, 10m)).IsYes);

        var view = (await ViewAsync(world, order)).Payments;
        Assert.Equal((100m, 100m, 0m), (view.Money!.Due.Amount, view.Money.Paid.Amount, view.Money.Open.Amount));
        Assert.Equal([(PaymentKind.Payment, 30m, 20m), (PaymentKind.Payment, 80m, 80m), (PaymentKind.Refund, 10m, 0m)], view.Payments.Select(p => (p.Kind, p.Amount.Amount, p.Left.Amount)));
        Assert.All(view.Payments, p => Assert.Equal("Ann", p.RecordedBy));
        await using var db = world.Open();
        var entries = await db.LedgerTransactions.AsNoTracking().SelectMany(t => t.Entries).ToListAsync();
        Assert.Equal(100m, entries.Where(e => e.Account == LedgerAccount.Takings).Sum(e => e.Amount));
        Assert.Equal(-100m, entries.Where(e => e.Account == LedgerAccount.Customer).Sum(e => e.Amount));
        await world.BalancesAsync();
    }

    [Fact]
    public async Task What_is_bought_is_owed_by_the_ledger_and_what_was_given_up_is_not()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Keeping.Frees = false;
        var order = await world.BookedAsync(3);
        Assert.True((await world.Get<PurchaseItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, [order.Items[0].Id]), default)).IsYes);
        await PaysAsync(world, order, 50m);
        Assert.Equal(100m, (await ViewAsync(world, order)).Payments.Money!.Open.Amount);

        Assert.True((await world.Get<GiveUpItems>().RunAsync(world.Ann, new(Guid.NewGuid(), order.Id, [order.Items[1].Id]), default)).IsYes);

        Assert.Equal(50m, (await ViewAsync(world, order)).Payments.Money!.Open.Amount);
        await world.BalancesAsync();
    }

    [Fact]
    public async Task A_click_and_its_double_are_one_payment()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        var typed = Typed(world, order, 40m);
        world.OneAtATime = false;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.Get<RecordPayment>().RunAsync(world.Ann, typed, default))));

        Assert.Single(answers.Select(a => a.Value!.PaymentId).Distinct());
        await using var db = world.Open();
        Assert.Equal((1, 1), (await db.Payments.CountAsync(), await db.LedgerTransactions.CountAsync()));
    }

    [Theory, OnEveryEngine]
    public async Task Two_tabs_that_give_back_the_same_payment_give_it_back_once(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var order = await world.BookedAsync(2);
        var paid = (await PaysAsync(world, order, 60m)).Value!.PaymentId;
        world.OneAtATime = false;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RefundAsync(world, paid, 60m))));

        Assert.Single(answers, a => a.IsYes);
        Assert.All(answers.Where(a => !a.IsYes), a => Assert.Contains("given back already", a.Refusal!.Detail, StringComparison.Ordinal));
        Assert.Equal(0m, (await ViewAsync(world, order)).Payments.Money!.Paid.Amount);
        await world.BalancesAsync();
    }

    [Fact]
    public async Task No_more_is_given_back_than_was_paid()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(2);
        var paid = (await PaysAsync(world, order, 60m)).Value!.PaymentId;
        await PaysAsync(world, order, 40m);
        Assert.True((await RefundAsync(world, paid, 45m)).IsYes);

        var refused = await RefundAsync(world, paid, 20m);

        Assert.Equal("Only €15.00 of this payment is left to give back. Nothing was recorded.", refused.Refusal?.Detail);
    }

    [Theory]
    [InlineData(0, 0, "more than zero")]
    [InlineData(-5, 0, "more than zero")]
    [InlineData(10.005, 0, "two decimals")]
    [InlineData(10, 1, "in the future")]
    [InlineData(10, -800, "two years ago")]
    public async Task What_cannot_be_a_payment_is_refused_in_words(decimal amount, int days, string said)
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);

        var refused = await world.Get<RecordPayment>().RunAsync(world.Ann, Typed(world, order, amount) with { PaidOn = Today(world).AddDays(days) }, default);

        Assert.Contains(said, refused.Refusal?.Detail, StringComparison.Ordinal);
        await using var db = world.Open();
        Assert.Equal((0, 0), (await db.Payments.CountAsync(), await db.LedgerTransactions.CountAsync()));
    }

    [Fact]
    public async Task A_way_of_paying_that_a_contract_lacks_is_refused_and_the_page_says_whose()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        await using (var db = world.Open())
            await db.Connections.Where(c => c.Id == order.ConnectionId).ExecuteUpdateAsync(set => set.SetProperty(c => c.SealedValues,
                world.Get<Core.Catalog.ConnectionSeal>().Seal(new Dictionary<string, string> { ["PaymentMethods"] = "cash, TRANSFER" })));

        var refused = await world.Get<RecordPayment>().RunAsync(world.Ann, Typed(world, order, 10m) with { Method = PaymentMethod.Card }, default);

        Assert.Equal("This booking cannot be paid by card: the contract with Keeping does not allow it. Nothing was recorded.", refused.Refusal?.Detail);
        Assert.Equal([PaymentMethod.Cash, PaymentMethod.BankTransfer], (await ViewAsync(world, order)).Payments.Methods.Where(m => m.WhyNot is null).Select(m => m.Method));
        Assert.True((await PaysAsync(world, order, 10m, PaymentMethod.BankTransfer)).IsYes);
    }

    [Fact]
    public void Several_contracts_allow_what_all_of_them_do()
    {
        var methods = ContractMethods.AllowedBy([Connection("A", "CASH,CARD"), Connection("B", "CARD;VOUCHER"), Connection("C", null)]);

        Assert.Equal(PaymentMethod.Card, Assert.Single(methods, m => m.WhyNot is null).Method);
        Assert.Equal("the contract with A and with B does not allow it", methods.Single(m => m.Method == PaymentMethod.OnAccount).WhyNot);
        Assert.All(ContractMethods.AllowedBy([Connection("C", null)]), m => Assert.Null(m.WhyNot));
        Assert.All(ContractMethods.AllowedBy([Connection("D", "BARTER")]), m => Assert.NotNull(m.WhyNot));
    }

    [Fact]
    public async Task Another_agency_neither_pays_nor_gets_back()
    {
        await using var world = await PortalWorld.StartAsync();
        var order = await world.BookedAsync(1);
        var paid = (await PaysAsync(world, order, 10m)).Value!.PaymentId;

        Assert.Equal(RefusalReason.NotFound, (await world.Get<RecordPayment>().RunAsync(world.Eve, Typed(world, order, 10m), default)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await RefundAsync(world, paid, 5m, world.Eve)).Refusal?.Reason);
    }

    [Fact]
    public async Task Where_nothing_was_booked_there_is_nothing_to_pay()
    {
        await using var world = await PortalWorld.StartAsync();
        world.Provider.Next(Questioned.Commit, Fate.Refused, new Refusal(RefusalReason.SoldOut, "none left"));
        await world.AddedAsync(world.Ann, await world.SellsAsync("A"), 1);
        await world.CheckedOutAsync(world.Ann);

        var refused = await world.Get<RecordPayment>().RunAsync(world.Ann, Typed(world, (await world.OrdersAsync())[0], 10m), default);

        Assert.Contains("there is nothing to pay", refused.Refusal?.Detail, StringComparison.Ordinal);
    }

    private static ConnectionFacts Connection(string name, string? methods) => new(Guid.NewGuid(), name, "Memory", new Uri("http://127.0.0.1"),
        methods is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["payment_methods"] = methods });

    private static DateOnly Today(PortalWorld world) => DateOnly.FromDateTime(world.Now);

    private static PaymentTyped Typed(PortalWorld world, Order order, decimal amount) => new(Guid.NewGuid(), order.BookingId, PaymentMethod.Cash, amount, "R-1", Today(world));

    private static Task<Answer<PaymentRecorded>> PaysAsync(PortalWorld world, Order order, decimal amount, PaymentMethod method = PaymentMethod.Cash) =>
        world.Get<RecordPayment>().RunAsync(world.Ann, Typed(world, order, amount) with { Method = method }, default);

    private static Task<Answer<PaymentRecorded>> RefundAsync(PortalWorld world, Guid payment, decimal amount, Actor? actor = null) =>
        world.Get<RefundPayment>().RunAsync(actor ?? world.Ann, new RefundTyped(Guid.NewGuid(), payment, amount, null, Today(world)), default);

    private static async Task<BookingView> ViewAsync(PortalWorld world, Order order) =>
        (await world.Get<ReadBooking>().RunAsync(world.Ann, (await world.OrderAsync(order.Id)).Booking!.Reference, default))!;
}
