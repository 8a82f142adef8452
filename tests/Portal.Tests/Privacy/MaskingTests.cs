using Microsoft.EntityFrameworkCore;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Sandbox;
using Portal.Tests.Matrix;
using Portal.Tests.Support;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Privacy;

/// <summary>
/// What was typed of persons goes to its provider and stands nowhere else as it was typed: not in the log, the history, notices, the
/// journal of calls or a refusal, whatever goes wrong on the way, and in no byte of the database's file.
/// </summary>
public sealed class MaskingTests
{
    private static readonly Dictionary<BuyerField, string> Buyer = new()
    {
        [BuyerField.FirstName] = "Quillan", [BuyerField.LastName] = "Featherstoneħaugh", [BuyerField.Email] = "quillan@feather.example", [BuyerField.Phone] = "+34655443322",
        [BuyerField.Address] = "Zebulonstreet 4711", [BuyerField.City] = "Xanthopolis", [BuyerField.PostalCode] = "ZX98 7QWE", [BuyerField.Country] = "ES", [BuyerField.Language] = "es",
        [BuyerField.BirthDate] = "1971-11-23", [BuyerField.IdCard] = "99887766Z",
    };

    private static readonly Dictionary<string, string> Guest = new()
    {
        [GuestFields.FirstName] = "Wilhelmina", [GuestFields.LastName] = "Łuczakova", [GuestFields.Email] = "wilhelmina@oosterend.example", [GuestFields.Phone] = "+31612345678",
        [GuestFields.DateOfBirth] = "1988-07-06", [GuestFields.PassportNumber] = "XK7788990", [GuestFields.CountryOfResidence] = "NLD", [GuestFields.Gender] = "female",
        [GuestFields.Street] = "Keizersgracht 815", [GuestFields.Zip] = "1017ZQ", [GuestFields.City] = "Vollendamme", [GuestFields.Province] = "Utrechtlandia",
    };

    // Two letters stand in every address of a service, and a few more come about by chance under a seal.
    private static readonly IReadOnlyList<string> Typed = [.. Guest.Values.Concat(Buyer.Values).Where(v => v.Length > 2)];
    private static readonly IReadOnlyList<string> Long = [.. Typed.Where(v => v.Length > 6)];

    public static TheoryData<string> Kinds() => [.. Wires.All.Select(w => w.Kind), "SecuTix over SOAP"];

    private static Wire WireOf(string kind) => kind switch
    {
        // The one thing this wire takes of a buyer, where an institution wants it.
        "SecuTix" or "SecuTix over SOAP" => Wires.SecuTix with { Settings = Providers.SecuTixFacts.Settings(("Wire", kind.EndsWith("SOAP", StringComparison.Ordinal) ? "Soap" : "Rest"), ("ContactFrom", "BuyerEmail")) },
        _ => Wires.Named(kind),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_happens_on_the_way_to_a_sale_nothing_typed_stands_anywhere_but_under_seal(string kind)
    {
        var (wire, log) = (WireOf(kind), new HeardLog());
        await using var world = await SandboxWorld.StartAsync([(wire.Kind, wire.Settings)], log: log);
        var said = new List<string?>();
        var session = await world.ListsAsync(wire, wire.Line(world.Sandbox).Session);

        // No account, too much asked, half an answer, none, and at last a yes; at every step that takes something personal.
        foreach (var step in ((Step[])[Step.Buyer, Step.Prepare, Step.Commit]).Where(wire.Operations.ContainsKey))
            foreach (var fault in (ScenarioKind[])[ScenarioKind.Unauthorized, ScenarioKind.Throttled, ScenarioKind.Malformed, ScenarioKind.ServerErrorBefore])
            {
                var cart = await HeldAsync(world, wire, session);
                world.Sandbox.Scenarios.Add(new Scenario($"{wire.Sandbox}/{wire.Operations[step]}", fault) { Times = fault == ScenarioKind.Unauthorized ? 4 : 1 });
                said.Add((await world.ChecksOutAsync(cart)).Refusal?.ToString());
                world.Sandbox.Scenarios.Clear();
                await world.SettlesAsync();
            }
        if (kind == "XS2Event")
            await RefusedAsync(world, await HeldAsync(world, wire, session), said);
        said.Add((await world.ChecksOutAsync(await HeldAsync(world, wire, session))).Refusal?.ToString());
        await world.SettlesAsync();

        await using (var db = world.Open())
        {
            Assert.True(await db.Orders.AnyAsync(o => o.State == OrderState.Purchased), string.Join(" | ", said));
            foreach (var order in await db.Orders.Where(o => o.State == OrderState.Purchased).ToListAsync())
            {
                await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
                await world.Get<SendTickets>().RunAsync(world.Ann, new TicketsToSend(Guid.NewGuid(), order.BookingId, Buyer[BuyerField.Email]), default);
            }
        }
        await NowhereAsync(world, log, said);
    }

    [Fact]
    public async Task What_is_told_after_the_sale_stands_nowhere_either()
    {
        var (wire, log) = (Wires.Xs2Event, new HeardLog());
        await using var world = await SandboxWorld.StartAsync([(wire.Kind, wire.Settings)], log: log);
        var sample = world.Sandbox.Xs2Event.Samples.AllPreDownload;
        var line = await world.AddedAsync(await world.ListsAsync(sample), sample);
        await world.Get<NoteCheckout>().RunAsync(world.Ann, line.CartId, "Featherstoneħaugh", OnOpenAnswer.GoOn, OnRefusal.KeepWhatGoes, default);
        Assert.True((await world.ChecksOutAsync(line.CartId)).IsYes);
        var order = await world.OnlyOrderAsync();
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
        await using var db = world.Open();
        var part = await db.Fulfilments.SingleAsync();
        Assert.True(await world.Get<ReadLateList>().RunAsync(world.Ann, part.Id, default));
        foreach (var guest in await db.Guests.Select(g => g.Id).ToListAsync())
            await world.Get<SaveGuest>().RunAsync(world.Ann, guest, Guest, default);
        world.Sandbox.Xs2Event.RequireLater(part.RefValue, [GuestFields.PassportNumber], allPersons: true);
        var said = new List<string?>();
        foreach (var kind in (ScenarioKind[])[ScenarioKind.SilentAfter, ScenarioKind.Malformed, ScenarioKind.ServerErrorAfter, ScenarioKind.Unauthorized, ScenarioKind.Throttled])
        {
            world.Sandbox.Scenarios.Add(new Scenario("xs2event/bookingorder.guestdata", kind));
            said.Add((await world.Get<SubmitGuests>().RunAsync(world.Ann, part.Id, default)).Refusal?.ToString());
            world.Sandbox.Scenarios.Clear();
        }
        world.Sandbox.Xs2Event.RefuseGuestValue(GuestFields.LastName, Guest[GuestFields.LastName]);
        said.Add((await world.Get<SubmitGuests>().RunAsync(world.Ann, part.Id, default)).Refusal!.ToString());
        world.Sandbox.Xs2Event.AcceptGuestValue(GuestFields.LastName, Guest[GuestFields.LastName]);
        foreach (var guest in await db.Guests.Select(g => g.Id).ToListAsync())
            await world.Get<SaveGuest>().RunAsync(world.Ann, guest, new Dictionary<string, string> { [GuestFields.LastName] = Guest[GuestFields.LastName] + " " }, default);

        Assert.True((await world.Get<SubmitGuests>().RunAsync(world.Ann, part.Id, default)).IsYes);

        await NowhereAsync(world, log, said);
    }

    /// <summary>Something held in a cart with everybody typed, whatever became of what was tried before.</summary>
    private static async Task<Guid> HeldAsync(SandboxWorld world, Wire wire, Guid session)
    {
        await using var db = world.Open();
        var loose = await db.CartLines.InCart().Where(l => l.Cart!.State == CartState.Open).Select(l => new { l.Id, l.CartId, State = l.Hold == null ? (HoldState?)null : l.Hold.State }).ToListAsync();
        foreach (var cart in loose.Where(l => l.State != HoldState.Held).GroupBy(l => l.CartId, l => l.Id))
            await world.Get<HoldAgain>().RunAsync(world.Ann, cart.Key, [.. cart], default);
        var cartId = loose.Count > 0 ? loose[0].CartId : (await world.AddsAsync(wire, session)).Value!.CartId;
        await TypeAsync(world, cartId);
        return cartId;
    }

    private static async Task TypeAsync(SandboxWorld world, Guid cartId)
    {
        foreach (var (field, value) in Buyer)
            await world.Get<NoteBuyer>().RunAsync(world.Ann, cartId, field, value, default);
        await world.Get<NoteCheckout>().RunAsync(world.Ann, cartId, "Featherstoneħaugh", OnOpenAnswer.GoOn, OnRefusal.KeepWhatGoes, default);
        await world.Get<PrepareGuests>().RunAsync(world.Ann, cartId, default);
        await using (var db = world.Open())
            foreach (var guest in await db.Guests.Where(g => g.CartId == cartId).Select(g => g.Id).ToListAsync())
                Assert.True((await world.Get<SaveGuest>().RunAsync(world.Ann, guest, Guest, default)).IsYes);
        // Asked with the country they come from now.
        await world.Get<PrepareGuests>().RunAsync(world.Ann, cartId, default);
    }

    private static async Task RefusedAsync(SandboxWorld world, Guid cartId, List<string?> said)
    {
        world.Sandbox.Xs2Event.RefuseGuestValue(GuestFields.LastName, Guest[GuestFields.LastName]);
        said.Add((await world.ChecksOutAsync(cartId)).Refusal?.ToString());
        world.Sandbox.Xs2Event.AcceptGuestValue(GuestFields.LastName, Guest[GuestFields.LastName]);
        await world.SettlesAsync();
        await using var db = world.Open();
        foreach (var guest in await db.Guests.Select(g => g.Id).ToListAsync())
            foreach (var name in (string[])["Someone", Guest[GuestFields.LastName]])
                await world.Get<SaveGuest>().RunAsync(world.Ann, guest, new Dictionary<string, string> { [GuestFields.LastName] = name }, default);
    }

    /// <summary>Neither said, nor logged, nor in a row of the database, nor in any byte of its file.</summary>
    private static async Task NowhereAsync(SandboxWorld world, HeardLog log, List<string?> said)
    {
        await world.Get<CallJournal>().FlushAsync(default);
        await using var db = world.Open();
        Assert.True(await db.ProviderCalls.AnyAsync(c => c.RequestBody!.Contains("•••") || c.ResponseBody!.Contains("•••")), "Nothing personal was sent: the test proves nothing.");
        Assert.NotEqual("", log.Text);
        var calls = string.Join('\n', (await db.ProviderCalls.AsNoTracking().ToListAsync()).Select(c => $"{c.Request} {c.RequestBody} {c.ResponseBody} {c.Silence}"));
        var rows = await KeptText.ReadAsync(world.Database, null);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var file = System.Text.Encoding.UTF8.GetString(await KeptText.BytesAsync(world.Database));
        Assert.All(Typed, value =>
        {
            Assert.DoesNotContain(said, s => s is not null && Spelled.In(s, value));
            Assert.False(Spelled.In(log.Text, value), $"{value} is in the log.");
            Assert.False(Spelled.In(calls, value), $"{value} is in the journal: {calls.Split('\n').FirstOrDefault(c => Spelled.In(c, value))}");
        });
        Assert.All(Long, value =>
        {
            Assert.Empty(rows.Find(value));
            Assert.DoesNotContain(value, file, StringComparison.OrdinalIgnoreCase);
        });
    }
}
