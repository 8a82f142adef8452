using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Sandbox;
using Portal.Tests.Support;

namespace Portal.Tests.Matrix;

/// <summary>
/// A portal that is killed (SIGKILL) while every provider has been asked and none has answered: before the effect and after it. One
/// process asks them all, on behalf of one agent each; another portal takes up what it finds.
/// </summary>
public sealed class KilledAtEveryWireTests
{
    [Theory]
    [InlineData(Step.Hold, Fault.SilentBefore)]
    [InlineData(Step.Hold, Fault.SilentAfter)]
    [InlineData(Step.Prepare, Fault.SilentBefore)]
    [InlineData(Step.Prepare, Fault.SilentAfter)]
    [InlineData(Step.Commit, Fault.SilentBefore)]
    [InlineData(Step.Commit, Fault.SilentAfter)]
    public async Task After_a_restart_ledgers_and_portal_agree(Step step, Fault silence)
    {
        var wires = Wires.All.Where(w => w.Operations.ContainsKey(step)).ToList();
        await using var world = await SandboxWorld.StartAsync(wires);
        var stocks = wires.ToDictionary(w => w, w => w.Left(world.Sandbox));
        var errands = new List<Errand>();
        foreach (var wire in wires)
            errands.Add(await ErrandAsync(world, wire, step));
        var reached = Task.WhenAll(wires.Select(w => world.Sandbox.Ledger.NextCallOf(w.Befall(world.Sandbox, silence, step, Silence.Hang))));

        using var process = world.StartAnotherProcess(errands);
        var first = await Task.WhenAny(reached, process.WaitForExitAsync());
        Assert.True(first == reached, first == reached ? "" : await process.StandardError.ReadToEndAsync());
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        Assert.Equal(wires.Count, await ClaimsAsync(world, step));

        await world.PassAsync(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(20));
        foreach (var wire in wires.Where(w => IsFound(w, step, silence)))
            Assert.Equal((wire, Expected(wire, step, silence)), (wire, await LedgerAgreement.AgreesAsync(world, wire, stocks[wire])));

        await world.SettlesAsync();
        await world.PassAsync(Desk.LongerThanAnyHold, TimeSpan.FromMinutes(10));
        foreach (var wire in wires)
        {
            var end = Expected(wire, step, silence);
            Assert.Equal((wire, end == End.Kept ? End.Nothing : end), (wire, await LedgerAgreement.AgreesAsync(world, wire, stocks[wire])));
        }
    }

    /// <summary>As when the connection is dropped; but nobody is there to check out what was found held.</summary>
    private static End Expected(Wire wire, Step step, Fault silence) =>
        Ends.Of(wire, silence, step) is var end && end == End.Sold && step == Step.Hold ? End.Kept : end;

    /// <summary>Where the wire has no way to ask for a hold whose id was lost, it stays in doubt until no hold lives any more.</summary>
    private static bool IsFound(Wire wire, Step step, Fault silence) => step != Step.Hold || (silence == Fault.SilentAfter && !wire.Otherwise.ContainsKey((silence, step)));

    private static async Task<Errand> ErrandAsync(SandboxWorld world, Wire wire, Step step)
    {
        var agent = Actor.Agent(Guid.CreateVersion7(), world.Ann.AgencyId!.Value, wire.Kind);
        var wanted = wire.Line(world.Sandbox);
        if (step == Step.Hold)
        {
            var session = await world.ListsAsync(wire, wanted.Session);
            return new(agent, Questioned.Hold, [$"{session}", wanted.OfferRef, wanted.NetEach.Amount.ToString(CultureInfo.InvariantCulture), wanted.NetEach.Currency]);
        }
        var line = await world.FillsAsync(wire, agent);
        await world.TypesAsync(line.CartId, agent);
        return new(agent, Questioned.Commit, [$"{line.CartId}"]);
    }

    private static async Task<int> ClaimsAsync(SandboxWorld world, Step step)
    {
        await using var db = world.Open();
        return step == Step.Hold ? await db.Holds.CountAsync(h => h.State == HoldState.Asking)
            : await db.Orders.CountAsync(o => o.State == (step == Step.Prepare ? OrderState.Preparing : OrderState.Committing));
    }
}
