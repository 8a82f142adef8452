using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>
/// Claim, ask, record: for each of the five questions that cost something, whatever becomes of the answer, portal and provider agree in
/// the end, nothing exists twice and nothing is lost.
/// </summary>
public sealed class ClaimAskRecordTests
{
    private const int Stock = 10;

    public static TheoryData<Questioned, Fate?, bool> Fates()
    {
        var cases = new TheoryData<Questioned, Fate?, bool>();
        foreach (var question in (Questioned[])[Questioned.Hold, Questioned.Change, Questioned.Release, Questioned.Guests, Questioned.Commit])
        {
            cases.Add(question, null, false);
            cases.Add(question, Fate.SilentBefore, false);
            cases.Add(question, Fate.SilentAfter, false);
            cases.Add(question, Fate.HangsBefore, true);
            cases.Add(question, Fate.HangsAfter, true);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Fates))]
    public async Task Portal_and_provider_agree_whatever_becomes_of_the_answer(Questioned question, Fate? fate, bool killed)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", Stock, wanted: question == Questioned.Guests ? ["last_name"] : []);
        var lineId = await PrepareAsync(world, offer, question);
        var fateful = fate is { } f ? world.Provider.Next(question, f) : null;

        var asking = ActAsync(world, offer, question, lineId);
        if (killed)
        {
            await fateful!.Reached;
            world.Restart();
            world.Clock.Advance(TimeSpan.FromSeconds(91));
        }
        else
            await asking;
        await world.PassAsync(TimeSpan.FromMinutes(2));

        await world.AgreesAsync((offer, Stock));
        var arrived = fate is null or Fate.SilentAfter or Fate.HangsAfter;
        await (question switch
        {
            Questioned.Hold => HasHoldAsync(world, arrived),
            Questioned.Change => HasQuantityAsync(world, lineId, arrived ? 4 : 2, arrived ? null : RefusalReason.Unreachable),
            Questioned.Release => IsGoneAsync(world, lineId),
            Questioned.Guests => CanBeBookedAsync(world),
            _ => IsSoldOnceAsync(world),
        });
    }

    [Theory]
    [InlineData(Fate.HangsBefore)]
    [InlineData(Fate.HangsAfter)]
    public async Task An_answer_that_comes_after_its_claim_changes_nothing(Fate fate)
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", Stock);
        await world.AddedAsync(world.Ann, offer, 2);
        var late = world.Provider.Next(Questioned.Commit, fate);
        var asking = world.CheckOutAsync(world.Ann);
        await late.Reached;
        world.Clock.Advance(TimeSpan.FromSeconds(91));
        await world.PassAsync(TimeSpan.FromMinutes(2));
        var settled = Assert.Single(await world.OrdersAsync());
        Assert.Equal(OrderState.Purchased, settled.State);

        late.LetGo();
        await asking;

        Assert.Equal(settled.Version, Assert.Single(await world.OrdersAsync()).Version);
        await IsSoldOnceAsync(world);
        await world.AgreesAsync((offer, Stock));
    }

    [Fact]
    public async Task Nothing_found_counts_only_after_a_minute_and_seen_twice()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", Stock);
        world.Provider.Next(Questioned.Hold, Fate.SilentBefore);
        await world.AddAsync(world.Ann, offer, 2);

        await world.PassAsync(TimeSpan.FromSeconds(55));
        Assert.Equal(HoldState.Unknown, Assert.Single(await world.HoldsAsync()).State);
        Assert.True(world.Provider.Asked.Count(q => q == Questioned.LookUpHold) >= 2);

        await world.PassAsync(TimeSpan.FromSeconds(40));
        Assert.Equal(HoldState.Refused, Assert.Single(await world.HoldsAsync()).State);
        Assert.Single(world.Provider.Asked, q => q == Questioned.Hold);
    }

    [Fact]
    public async Task What_arrives_late_is_found_and_not_given_up()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", Stock);
        var slow = world.Provider.Next(Questioned.Hold, Fate.HangsBefore);
        var asking = world.AddAsync(world.Ann, offer, 2);
        await slow.Reached;
        world.Restart();
        world.Clock.Advance(TimeSpan.FromSeconds(91));
        await world.RunJobsAsync();

        slow.LetGo();
        await asking;
        await world.PassAsync(TimeSpan.FromMinutes(1));

        await HasHoldAsync(world, arrived: true);
        await world.AgreesAsync((offer, Stock));
    }

    [Fact]
    public async Task A_provider_out_of_reach_does_not_keep_a_line_for_ever()
    {
        await using var world = await PortalWorld.StartAsync();
        var offer = await world.SellsAsync("A", Stock);
        world.Provider.Next(Questioned.Hold, Fate.SilentBefore);
        for (var i = 0; i < 100; i++)
            world.Provider.Next(Questioned.LookUpHold, Fate.SilentBefore);
        var line = await world.AddAsync(world.Ann, offer, 2);

        await world.PassAsync(TimeSpan.FromMinutes(14));

        Assert.Equal(HoldState.Expired, Assert.Single(await world.HoldsAsync()).State);
        Assert.True((await world.Get<RemoveLine>().RunAsync(world.Ann, line.Value!.Id, CancellationToken.None)).IsYes);
        Assert.Empty(await world.CartAsync(world.Ann));
    }

    private static async Task<Guid> PrepareAsync(PortalWorld world, MemoryOffer offer, Questioned question)
    {
        if (question == Questioned.Hold)
            return Guid.Empty;
        var line = await world.AddedAsync(world.Ann, offer, 2);
        if (question == Questioned.Guests)
            await world.TypesAsync(world.Ann, line, 0, (GuestFields.LastName, "Byron"));
        return line.Id;
    }

    private static async Task ActAsync(PortalWorld world, MemoryOffer offer, Questioned question, Guid lineId)
    {
        if (question == Questioned.Hold)
            await world.AddAsync(world.Ann, offer, 2);
        else if (question == Questioned.Change)
            await world.Get<ChangeLine>().RunAsync(world.Ann, lineId, 4, CancellationToken.None);
        else if (question == Questioned.Release)
            await world.Get<RemoveLine>().RunAsync(world.Ann, lineId, CancellationToken.None);
        else if (question == Questioned.Guests)
            await world.Get<SendGuests>().RunAsync(world.Ann, (await world.LineAsync(lineId))!.HoldId!.Value, CancellationToken.None);
        else
            await world.CheckOutAsync(world.Ann);
    }

    private static async Task HasHoldAsync(PortalWorld world, bool arrived)
    {
        var line = Assert.Single(await world.CartAsync(world.Ann));
        if (!arrived)
        {
            // Nothing is held, the line says why, and one click holds it.
            Assert.Equal((HoldState.Refused, RefusalReason.Unreachable), (line.Hold!.State, line.Problem));
            Assert.DoesNotContain(world.Provider.Holds, h => h.Status == "active");
            await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);
            line = Assert.Single(await world.CartAsync(world.Ann));
        }
        Assert.Equal((HoldState.Held, 2, null), (line.Hold!.State, line.HeldQuantity, line.Problem));
        Assert.Single(world.Provider.Holds, h => h.Status == "active");
    }

    private static async Task HasQuantityAsync(PortalWorld world, Guid lineId, int quantity, RefusalReason? problem)
    {
        var line = (await world.LineAsync(lineId))!;
        Assert.Equal((HoldState.Held, quantity, quantity, problem), (line.Hold!.State, line.Quantity, line.HeldQuantity, line.Problem));
    }

    private static async Task IsGoneAsync(PortalWorld world, Guid lineId)
    {
        Assert.Null(await world.LineAsync(lineId));
        Assert.Equal(HoldState.Released, Assert.Single(await world.HoldsAsync()).State);
        Assert.Equal("void", Assert.Single(world.Provider.Holds).Status);
    }

    private static async Task CanBeBookedAsync(PortalWorld world)
    {
        Assert.Equal(HoldState.Held, Assert.Single(await world.HoldsAsync()).State);
        await world.CheckedOutAsync(world.Ann);
        Assert.Equal("Byron", world.Provider.Holds[0].Guests[0].Slots[0].Values[GuestFields.LastName]);
        await IsSoldOnceAsync(world);
    }

    private static async Task IsSoldOnceAsync(PortalWorld world)
    {
        Assert.Single(world.Provider.Bookings);
        var order = Assert.Single(await world.OrdersAsync());
        Assert.Equal((OrderState.Purchased, 2), (order.State, order.Items.Count));
        Assert.Empty(await world.CartAsync(world.Ann));
    }
}
