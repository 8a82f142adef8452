using Portal.Core.Ledger;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Ledger;

public sealed class StatementTests
{
    private static readonly Period March = Period.Month(new(2027, 3, 1));

    [Theory, OnEveryEngine]
    public async Task Opening_and_lines_make_the_closing_balance_over_all_pages(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        // Before the month by the agency's clock (22:30 UTC is the evening of the 28th there), within it, and after.
        await world.PostedAsync(world.AgencyId, 40m, at: new(2027, 2, 28, 22, 30, 0, DateTimeKind.Utc));
        await world.PostedAsync(world.AgencyId, 7m, at: new(2027, 2, 28, 23, 30, 0, DateTimeKind.Utc));
        for (var i = 0; i < ReadStatement.PageSize + 10; i++)
            await world.PostedAsync(world.AgencyId, 1.5m, i % 4 == 3 ? LedgerKind.Cancellation : LedgerKind.Sale, new(2027, 3, 10, 12, 0, 0, DateTimeKind.Utc));
        await world.PostedAsync(world.AgencyId, 1000m, at: new(2027, 3, 31, 22, 30, 0, DateTimeKind.Utc));
        await world.PostedAsync(world.Eve.AgencyId!.Value, 5000m, at: new(2027, 3, 10, 12, 0, 0, DateTimeKind.Utc));

        var (first, second) = (await ReadAsync(world, 1), await ReadAsync(world, 2));

        Assert.Equal((40m, ReadStatement.PageSize + 11), (first.Opening.Amount, first.Total));
        var lines = first.Lines.Concat(second.Lines).ToList();
        Assert.Equal(first.Total, lines.Select(l => l.TransactionId).Distinct().Count());
        Assert.Equal(first.Closing.Amount, first.Opening.Amount + lines.Sum(l => l.Amount.Amount));
        Assert.Equal(first.Closing.Amount, first.Opening.Amount + first.Charged.Amount + first.Credited.Amount);
        var balance = first.Opening.Amount;
        Assert.All(lines, l => Assert.Equal(balance += l.Amount.Amount, l.Balance.Amount));
        Assert.Equal(lines, await world.Get<ReadStatement>().LinesAsync(first, default).ToListAsync());
        Assert.Equal(first.Closing, (await world.Get<ReadStatement>().RunAsync(world.Ann, world.AgencyId, March.Moved(1), 1, default))!.Opening);
    }

    [Fact]
    public async Task Another_agency_s_statement_is_none()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.PostedAsync(world.AgencyId, 40m);

        Assert.Null(await world.Get<ReadStatement>().RunAsync(world.Eve, world.AgencyId, null, 1, default));
        Assert.Null(await world.Get<ReadAccount>().RunAsync(world.Eve, world.AgencyId, default));
        Assert.Equal(0m, (await world.Get<ReadAccount>().RunAsync(world.Eve, null, default))!.Exposure.Balance);
        Assert.Equal(40m, (await world.Get<ReadStatement>().RunAsync(EnablementSetUp.Admin, world.AgencyId, null, 1, default))!.Closing.Amount);
    }

    [Theory]
    [InlineData(null, null, "2026-11-01", "2026-11-30")]
    [InlineData("2026-03-05", null, "2026-03-05", "2026-03-31")]
    [InlineData(null, "2026-03-05", "2026-03-01", "2026-03-05")]
    [InlineData("2026-03-09", "2026-03-05", "2026-03-05", "2026-03-09")]
    [InlineData("yesterday", "0001-01-01", "2026-11-01", "2026-11-30")]
    public void A_period_is_read_from_an_address_that_people_edit(string? from, string? to, string first, string last) =>
        Assert.Equal((first, last), Period.Parse(from, to, Period.Month(new(2026, 11, 21))) is var p ? (Period.Text(p.From), Period.Text(p.To)) : default);

    private static async Task<Statement> ReadAsync(PortalWorld world, int page) => (await world.Get<ReadStatement>().RunAsync(world.Ann, world.AgencyId, March, page, default))!;
}
