using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using Portal.Tests.Support;

namespace Portal.Tests.Carts;

/// <summary>
/// The five questions over real HTTP, left without an answer: dropped, or with the asking process killed while the sandbox holds the
/// answer back. Counted in the sandbox's ledger, never by what the portal believes.
/// </summary>
public sealed class KilledTests
{
    public static TheoryData<Questioned, ScenarioKind> Cases()
    {
        var cases = new TheoryData<Questioned, ScenarioKind>();
        foreach (var question in (Questioned[])[Questioned.Hold, Questioned.Change, Questioned.Release, Questioned.Guests, Questioned.Commit])
        {
            cases.Add(question, ScenarioKind.SilentBefore);
            cases.Add(question, ScenarioKind.SilentAfter);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_process_killed_between_asking_and_recording_loses_and_doubles_nothing(Questioned question, ScenarioKind silence)
    {
        await using var world = await SandboxWorld.StartAsync();
        var (sample, words) = await PrepareAsync(world, question);
        world.Sandbox.Scenarios.Add(new Scenario(Operation(question), silence) { Silence = Silence.Hang });
        var reached = world.Sandbox.Ledger.NextCallOf(Operation(question));

        using var process = world.StartAnotherProcess(question, words);
        var first = await Task.WhenAny(reached, process.WaitForExitAsync());
        Assert.True(first == reached, first == reached ? "" : await process.StandardError.ReadToEndAsync());
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        await HasClaimAsync(world, question);

        world.Clock.Advance(TimeSpan.FromSeconds(90));
        await world.PassAsync(TimeSpan.FromMinutes(2));
        await EndsWellAsync(world, question, sample, arrived: silence == ScenarioKind.SilentAfter);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_dropped_connection_loses_and_doubles_nothing(Questioned question, ScenarioKind silence)
    {
        await using var world = await SandboxWorld.StartAsync();
        var (sample, words) = await PrepareAsync(world, question);
        world.Sandbox.Scenarios.Add(new Scenario(Operation(question), silence));

        await ActAsync(world, question, sample, words);
        await world.PassAsync(TimeSpan.FromMinutes(2));

        await EndsWellAsync(world, question, sample, arrived: silence == ScenarioKind.SilentAfter);
    }

    private static string Operation(Questioned question) => question switch
    {
        Questioned.Hold => "xs2event/reservation.create",
        Questioned.Change => "xs2event/reservation.replace",
        Questioned.Release => "xs2event/reservation.release",
        Questioned.Guests => "xs2event/reservation.guestdata",
        _ => "xs2event/booking.create",
    };

    private static async Task<(TicketSample Sample, string[] Words)> PrepareAsync(SandboxWorld world, Questioned question)
    {
        var samples = world.Sandbox.Xs2Event.Samples;
        var sample = question == Questioned.Guests ? samples.LeadPreCheckout : samples.NoGuests;
        var session = await world.ListsAsync(sample);
        if (question == Questioned.Hold)
            return (sample, [$"{session}", sample.TicketId, SandboxWorld.Net(sample).Amount.ToString(CultureInfo.InvariantCulture), sample.Currency]);
        var line = await world.AddedAsync(session, sample);
        if (question == Questioned.Guests)
            await world.TypesLeadAsync(line);
        return (sample, [$"{(question == Questioned.Guests ? line.HoldId : question == Questioned.Commit ? line.CartId : line.Id)}"]);
    }

    private static Task ActAsync(SandboxWorld world, Questioned question, TicketSample sample, string[] words) => question switch
    {
        Questioned.Hold => world.Get<AddToCart>().RunAsync(world.Ann,
            new AddToCartRequest(Guid.NewGuid(), Guid.Parse(words[0]), sample.TicketId, 2, SaleMode.Purchase, SandboxWorld.Net(sample)), CancellationToken.None),
        Questioned.Change => world.Get<ChangeLine>().RunAsync(world.Ann, Guid.Parse(words[0]), 4, CancellationToken.None),
        Questioned.Release => world.Get<RemoveLine>().RunAsync(world.Ann, Guid.Parse(words[0]), CancellationToken.None),
        Questioned.Guests => world.Get<SendGuests>().RunAsync(world.Ann, Guid.Parse(words[0]), CancellationToken.None),
        _ => CheckOutAsync(world, Guid.Parse(words[0])),
    };

    private static Task<Answer<BookingMade>> CheckOutAsync(SandboxWorld world, Guid cartId) =>
        world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), cartId, null, OnOpenAnswer.GoOn), CancellationToken.None);

    private static async Task HasClaimAsync(SandboxWorld world, Questioned question)
    {
        await using var db = world.Open();
        if (question == Questioned.Commit)
            Assert.Equal(OrderState.Committing, (await db.Orders.SingleAsync()).State);
        else
            Assert.Equal(question switch { Questioned.Hold => HoldState.Asking, Questioned.Release => HoldState.Releasing, _ => HoldState.Changing }, (await db.Holds.SingleAsync()).State);
    }

    private static async Task EndsWellAsync(SandboxWorld world, Questioned question, TicketSample sample, bool arrived)
    {
        await using var db = world.Open();
        var hold = await db.Holds.AsNoTracking().SingleAsync();
        var line = await db.CartLines.AsNoTracking().SingleOrDefaultAsync();
        switch (question)
        {
            case Questioned.Hold when arrived:
                Assert.Equal((HoldState.Held, 2), (hold.State, line!.HeldQuantity));
                break;
            case Questioned.Hold:
                Assert.Equal((HoldState.Refused, RefusalReason.Unreachable), (hold.State, line!.Problem));
                await world.Get<HoldAgain>().RunAsync(world.Ann, line.CartId, [line.Id], CancellationToken.None);
                break;
            case Questioned.Change:
                Assert.Equal((HoldState.Held, arrived ? 4 : 2), (hold.State, line!.HeldQuantity));
                break;
            case Questioned.Release:
                Assert.Equal((HoldState.Released, null), (hold.State, line));
                break;
            case Questioned.Guests:
                Assert.Equal(HoldState.Held, hold.State);
                Assert.True((await CheckOutAsync(world, line!.CartId)).IsYes);
                break;
        }
        var reservation = Assert.Single(world.Sandbox.Ledger.Made("xs2event", "reservation"));
        var isSold = question is Questioned.Guests or Questioned.Commit;
        Assert.Equal(isSold ? "booked" : question == Questioned.Release ? "void" : "active", reservation.State);
        Assert.Equal(isSold ? 1 : 0, world.Sandbox.Ledger.Made("xs2event", "booking").Count);
        if (isSold)
        {
            var order = await db.Orders.Include(o => o.Items).SingleAsync();
            Assert.Equal((OrderState.Purchased, 2), (order.State, order.Items.Count));
        }
        var kept = question switch { Questioned.Release => 0, Questioned.Change when arrived => 4, _ => 2 };
        Assert.Equal(sample.Stock - kept, world.Sandbox.Xs2Event.Ticket(sample.TicketId).Stock);
    }
}
