using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>
/// Providers × faults × steps, each cell over real HTTP with a portal and a sandbox of its own: whatever goes wrong on the way to a sale,
/// once it is settled the provider's ledger and the portal tell the same.
/// </summary>
public sealed class FaultMatrixTests
{
    private static readonly (Wire Wire, Fault Fault, Step Step)[] Product =
        [.. from wire in Wires.All from fault in Enum.GetValues<Fault>() from step in Enum.GetValues<Step>() select (wire, fault, step)];

    public static TheoryData<string, Fault, Step, SaleMode> Cells()
    {
        var cells = new TheoryData<string, Fault, Step, SaleMode>();
        foreach (var (wire, fault, step) in Product.Where(c => !c.Wire.WhyNot.ContainsKey((c.Fault, c.Step))))
        {
            cells.Add(wire.Kind, fault, step, SaleMode.Purchase);
            // Until it is prepared a booking is put together like a sale.
            if (wire.Books && step is (Step.Prepare or Step.Commit))
                cells.Add(wire.Kind, fault, step, SaleMode.Book);
        }
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Ledger_and_portal_agree(string kind, Fault fault, Step step, SaleMode mode)
    {
        var wire = Wires.Named(kind);
        await using var world = await SandboxWorld.StartAsync([wire]);
        var stock = fault == Fault.Refused && step == Step.Hold ? 0 : wire.Left(world.Sandbox);

        var operation = step == Step.Hold ? wire.Befall(world.Sandbox, fault, step) : "";
        var line = await world.FillsAsync(wire, mode: mode);
        await world.SettlesAsync();
        await world.TypesAsync(line.CartId);
        if (step != Step.Hold)
            operation = wire.Befall(world.Sandbox, fault, step);
        await world.ChecksOutAsync(line.CartId);
        Assert.NotEmpty(world.Sandbox.Ledger.CallsOf(operation));
        Assert.DoesNotContain(world.Sandbox.Scenarios.Active, s => s.Times is not null);
        world.Sandbox.Scenarios.Clear();
        await world.SettlesAsync();
        if (Ends.PassesByItself(fault))
            await world.ChecksOutAsync(line.CartId);
        await world.SettlesAsync();

        Assert.Equal(Ends.Of(wire, fault, step), await LedgerAgreement.AgreesAsync(world, wire, stock));

        await world.PassAsync(Desk.LongerThanAnyHold, TimeSpan.FromMinutes(10));
        var late = await LedgerAgreement.AgreesAsync(world, wire, stock);
        Assert.Equal(Ends.Of(wire, fault, step) is var end && end == End.Kept ? End.Nothing : end, late);
    }

    [Fact]
    public void Every_cell_is_run_or_says_why_it_cannot_be()
    {
        Assert.Equal(5 * 6 * 4, Product.Length);
        Assert.All(Product, cell =>
        {
            var why = cell.Wire.WhyNot.GetValueOrDefault((cell.Fault, cell.Step));
            Assert.Equal(why is null, cell.Wire.Operations.ContainsKey(cell.Step) && !cell.Wire.WhyNot.ContainsKey((cell.Fault, cell.Step)));
            Assert.True(why is null || why.EndsWith('.'), $"{cell}: {why}");
        });
    }
}
