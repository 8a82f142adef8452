using Microsoft.EntityFrameworkCore;
using Portal.Core.Carts;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

public sealed class AloneTests
{
    [Fact]
    public async Task A_connection_that_cannot_be_opened_keeps_no_other_look_up_waiting()
    {
        await using var world = await PortalWorld.StartAsync();
        var (broken, sound) = (await world.SellsAsync("broken"), await world.SellsAsync("sound", by: world.Other));
        world.Provider.Next(Questioned.Hold, Fate.SilentAfter);
        var first = await world.AddedAsync(world.Ann, broken, 2);
        world.Other.Next(Questioned.Hold, Fate.SilentAfter);
        var second = await world.AddedAsync(world.Ben, sound, 2);
        await using (var db = world.Open())
            await db.Connections.Where(c => c.ProviderKind == world.Provider.Kind).ExecuteUpdateAsync(set => set.SetProperty(c => c.ProviderKind, "withdrawn"));

        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(HoldState.Unknown, (await world.LineAsync(first.Id))!.Hold!.State);
        Assert.Equal(HoldState.Held, (await world.LineAsync(second.Id))!.Hold!.State);
    }

    [Fact]
    public async Task A_provider_that_takes_its_time_keeps_no_other_look_up_waiting()
    {
        await using var world = await PortalWorld.StartAsync();
        world.OneAtATime = false;
        var (slow, quick) = (await world.SellsAsync("slow"), await world.SellsAsync("quick", by: world.Other));
        world.Provider.Next(Questioned.Hold, Fate.SilentAfter);
        await world.AddedAsync(world.Ann, slow, 2);
        world.Other.Next(Questioned.Hold, Fate.SilentAfter);
        var line = await world.AddedAsync(world.Ben, quick, 2);
        var hanging = world.Provider.Next(Questioned.LookUpHold, Fate.HangsBefore);
        var asked = world.Other.Next(Questioned.LookUpHold, Fate.HangsBefore);

        var run = world.Get<LookUpHolds>().RunAsync(CancellationToken.None);
        // Both are under way at once; one after the other, the second would never be asked.
        await Task.WhenAll(hanging.Reached, asked.Reached);
        asked.LetGo();
        hanging.LetGo();
        await run;
        Assert.Equal(HoldState.Held, (await world.LineAsync(line.Id))!.Hold!.State);
    }
}
