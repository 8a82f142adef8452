using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>A portal that is killed (SIGKILL) while a provider has been asked to sell what was booked, or to take back what stands; another one takes up what it finds.</summary>
public sealed class KilledLaterActsTests
{
    public static TheoryData<string, Questioned, string, ScenarioKind> Cases()
    {
        var cases = new TheoryData<string, Questioned, string, ScenarioKind>();
        foreach (var silence in (ScenarioKind[])[ScenarioKind.SilentBefore, ScenarioKind.SilentAfter])
        {
            cases.Add("OneboxChannels", Questioned.Purchase, "order.commit", silence);
            cases.Add("SecuTix", Questioned.Purchase, "createPaymentsAndCloseOrder", silence);
            cases.Add("SecuTix", Questioned.Cancel, "closeOrder", silence);
            cases.Add("OneboxDistribution", Questioned.Cancel, "mgmt.refund", silence);
            cases.Add("EGuma", Questioned.Cancel, "booking.cancel", silence);
        }
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task It_is_done_once_and_posted_once(string kind, Questioned question, string operation, ScenarioKind silence)
    {
        var wire = Wires.All.Single(w => w.Kind == kind);
        await using var world = await SandboxWorld.StartAsync([wire]);
        var order = kind is "OneboxChannels" or "SecuTix" ? await world.BooksAsync(wire, 2) : await SoldAsync(world, wire);
        world.Sandbox.Scenarios.Add(new Scenario($"{wire.Sandbox}/{operation}", silence) { Silence = Silence.Hang });
        var reached = world.Sandbox.Ledger.NextCallOf($"{wire.Sandbox}/{operation}");

        using var process = world.StartAnotherProcess(question, $"{order.Id}");
        var first = await Task.WhenAny(reached, process.WaitForExitAsync());
        Assert.True(first == reached, first == reached ? "" : await process.StandardError.ReadToEndAsync());
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        Assert.Equal(OperationState.Asked, Assert.Single((await world.OnlyOrderAsync()).Operations).State);

        world.Clock.Advance(TimeSpan.FromSeconds(90));
        await world.SettlesAsync();

        var after = await world.OnlyOrderAsync();
        Assert.Equal(OperationState.Done, Assert.Single(after.Operations).State);
        Assert.All(after.Items, i => Assert.Equal(question == Questioned.Purchase, i.State == ItemState.Purchased));
        await using var db = world.Open();
        await db.BalancesAsync();
        var posted = await db.LedgerTransactions.CountAsync();
        // A sale, and what came back of it where the wire or the contract tells; what was only booked is freed without a trace.
        Assert.Equal((kind, question) switch { ("EGuma", _) => 2, ("SecuTix", Questioned.Cancel) => 0, _ => 1 }, posted);
        Assert.Equal(question == Questioned.Purchase ? 2 : 0, wire.Sales(world.Sandbox).Where(t => !wire.IsUnpaid(t) && t.Kind != "refund").Sum(t => t.Places));
    }

    private static async Task<Order> SoldAsync(SandboxWorld world, Wire wire)
    {
        var line = await world.FillsAsync(wire);
        await world.TypesAsync(line.CartId);
        var made = await world.ChecksOutAsync(line.CartId);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        await world.Get<ReadBackOrders>().RunAsync((await world.OnlyOrderAsync()).Id, default);
        return await world.OnlyOrderAsync();
    }
}
