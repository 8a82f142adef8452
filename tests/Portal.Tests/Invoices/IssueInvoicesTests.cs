using Microsoft.EntityFrameworkCore;
using Portal.Core.Invoices;
using Portal.Core.Ledger;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Invoices;

public sealed class IssueInvoicesTests
{
    private static Period Month(PortalWorld world) => Period.Month(DateOnly.FromDateTime(world.Now));

    private static Task<IssueOutcome> IssueAsync(PortalWorld world, Guid? agency = null, Period? period = null) =>
        world.Get<IssueInvoices>().RunAsync(EnablementSetUp.Admin, agency, period ?? Month(world), default);

    [Theory, OnEveryEngine]
    public async Task Twenty_who_issue_at_once_leave_no_gap_give_no_number_twice_and_bill_nothing_twice(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        world.OneAtATime = false;
        Guid[] agencies = [world.AgencyId, world.Eve.AgencyId!.Value];
        for (var day = 1; day <= 20; day++)
            foreach (var agency in agencies)
                foreach (var kind in (LedgerKind[])[LedgerKind.Sale, LedgerKind.Cancellation])
                    await world.PostedAsync(agency, 10m + day, kind, new(2027, 3, day, 12, 0, 0, DateTimeKind.Utc));

        // Each day is billed by two of them for all agencies, so that they meet over every document.
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => IssueAsync(world, period: new(new(2027, 3, i / 2 + 1), new(2027, 3, i / 2 + 1))))));

        await using var db = world.Open();
        var invoices = await db.Invoices.AsNoTracking().Include(i => i.Lines).ToListAsync();
        foreach (var (kind, series) in new[] { (InvoiceKind.Invoice, "2027-"), (InvoiceKind.CreditNote, "C2027-") })
            Assert.Equal(Enumerable.Range(1, 40).Select(n => $"{series}{n:000000}"), invoices.Where(i => i.Kind == kind).Select(i => i.Number).Order());
        Assert.Equal(80, invoices.SelectMany(i => i.Lines).Select(l => l.TransactionId).Distinct().Count());
        Assert.All(invoices, i => Assert.Equal(i.Total, i.Lines.Sum(l => l.Amount)));
        Assert.NotNull((await IssueAsync(world)).Problem);
        Assert.Equal(80, await db.Invoices.CountAsync());
    }

    [Theory, OnEveryEngine]
    public async Task A_document_that_fails_leaves_no_gap(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await world.PostedAsync(world.AgencyId, 10m);
        await using (var db = world.Open())
        {
            // Somebody wrote the number by hand: the document cannot be written, and its series must not move on.
            db.InvoiceSeries.Add(new InvoiceSeries { Name = "2027", Last = 4 });
            db.Invoices.Add(new Invoice { Id = Guid.CreateVersion7(), Number = "2027-000005", AgencyId = world.AgencyId, AgencyName = "x", Currency = "EUR", IssuedBy = "x" });
            await db.SaveChangesAsync();
        }
        await Assert.ThrowsAsync<DbUpdateException>(() => IssueAsync(world));
        await using (var db = world.Open())
        {
            Assert.Equal(4, (await db.InvoiceSeries.SingleAsync()).Last);
            await db.Invoices.ExecuteDeleteAsync();
        }

        Assert.Equal("2027-000005", Assert.Single((await IssueAsync(world)).Issued).Number);
    }

    [Theory, OnEveryEngine]
    public async Task A_line_names_net_fee_commission_and_amount_apart_and_what_came_back_is_on_a_credit_note(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var made = await world.SoldAsync(world.Ann, 50m, 3, world.Cancelling);
        await world.TakenBackAsync(world.Ann, made, 120m);
        Assert.Equal([(InvoiceKind.Invoice, 1, 150m), (InvoiceKind.CreditNote, 1, 120m)],
            (await world.Get<ReadUnbilled>().RunAsync(EnablementSetUp.Admin, null, Month(world), default)).Select(u => (u.Kind, u.Lines, u.Amount.Amount)));

        var issued = (await IssueAsync(world, world.AgencyId)).Issued;

        Assert.Equal(["2027-000001", "C2027-000001"], issued.Select(i => i.Number));
        var invoice = (await world.Get<ReadInvoices>().OneAsync(world.Ann, "2027-000001", default))!;
        var line = Assert.Single(invoice.Lines);
        Assert.Equal((made.Reference, 3, 150m, 0m, "EUR", 0m, 150m), (line.BookingReference, line.Tickets, line.Net, line.Fee, line.NetCurrency, line.Commission, line.Amount));
        var credit = (await world.Get<ReadInvoices>().OneAsync(world.Ann, "C2027-000001", default))!;
        Assert.Equal((3, 120m, 120m), (credit.Lines[0].Tickets, credit.Lines[0].Net, credit.Total));
        Assert.Empty(await world.Get<ReadUnbilled>().RunAsync(EnablementSetUp.Admin, null, Month(world), default));
        Assert.Equal(await world.SumAsync(LedgerAccount.Agency), invoice.Total - credit.Total);
    }

    [Fact]
    public async Task Only_an_admin_issues_and_another_agency_sees_no_document()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.PostedAsync(world.AgencyId, 10m);

        Assert.NotNull((await world.Get<IssueInvoices>().RunAsync(world.Ann, world.AgencyId, Month(world), default)).Problem);
        Assert.Empty(await world.Get<ReadUnbilled>().RunAsync(world.Ann, world.AgencyId, Month(world), default));
        var number = Assert.Single((await IssueAsync(world)).Issued).Number;

        var read = world.Get<ReadInvoices>();
        Assert.Equal((1, 0), ((await read.RunAsync(world.Ann, new(), default)).Total, (await read.RunAsync(world.Eve, new(AgencyId: world.AgencyId), default)).Total));
        Assert.NotNull(await read.OneAsync(world.Ann, number, default));
        Assert.Null(await read.OneAsync(world.Eve, number, default));
        Assert.Empty(await read.LinesAsync(world.Eve, new(), default).ToListAsync());
        Assert.Equal(number, Assert.Single(await read.LinesAsync(world.Ann, new(Month(world)), default).ToListAsync()).Document.Number);
    }

    [Fact]
    public async Task Days_are_the_agency_s_and_a_month_is_billed_whole()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.PostedAsync(world.AgencyId, 10m, at: new(2027, 2, 28, 22, 59, 0, DateTimeKind.Utc));
        await world.PostedAsync(world.AgencyId, 20m, at: new(2027, 2, 28, 23, 1, 0, DateTimeKind.Utc));

        Assert.Equal(20m, Assert.Single((await IssueAsync(world, period: Period.Month(new(2027, 3, 1)))).Issued).Total.Amount);
        Assert.Equal(10m, Assert.Single((await IssueAsync(world, period: Period.Month(new(2027, 2, 1)))).Issued).Total.Amount);
    }
}
