using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Sandbox.Xs2Event;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>Sentences about guest data of what XS2Event sold, over real HTTP.</summary>
internal static class GuestsAtXs2Event
{
    private static readonly Dictionary<string, string> Whole = new()
    {
        [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Byron", [GuestFields.DateOfBirth] = "1990-05-07", [GuestFields.PassportNumber] = "NX1234567",
        [GuestFields.CountryOfResidence] = "GBR", [GuestFields.Email] = "ada@guests.example", [GuestFields.Phone] = "+44 20 1234 5678",
    };

    /// <returns>The booking, sold and read back; its guest lists are due.</returns>
    public static async Task<Booking> SellsAsync(this SandboxWorld world, params (TicketSample Sample, int Quantity)[] wanted)
    {
        CartLine? line = null;
        foreach (var (sample, quantity) in wanted)
        {
            var answer = await world.Get<AddToCart>().RunAsync(world.Ann,
                new AddToCartRequest(Guid.NewGuid(), await world.ListsAsync(sample), sample.TicketId, quantity, SaleMode.Purchase, SandboxWorld.Net(sample)), default);
            line = answer.Value!;
            Assert.Equal(HoldState.Held, line.Hold?.State);
        }
        var made = await world.Get<CheckOutCart>().RunAsync(world.Ann, new CheckOutRequest(Guid.NewGuid(), line!.CartId, null, OnOpenAnswer.GoOn), default);
        Assert.True(made.IsYes, made.Refusal?.ToString());
        await world.ReadBackAsync();
        await using var db = world.Open();
        return await db.Bookings.AsNoTracking().Include(b => b.Orders).ThenInclude(o => o.Fulfilments).SingleAsync(b => b.Id == made.Value.BookingId);
    }

    public static async Task ReadBackAsync(this SandboxWorld world)
    {
        await using var db = world.Open();
        foreach (var order in await db.Orders.Select(o => o.Id).ToListAsync())
            await world.Get<ReadBackOrders>().RunAsync(order, default);
    }

    public static Task KeepListsAsync(this SandboxWorld world) => world.Get<KeepGuestLists>().RunAsync(default);

    public static async Task<GuestForm> FormAsync(this SandboxWorld world, Booking booking) => (await world.Get<ReadGuestForm>().OfBookingAsync(world.Ann, booking.Reference, default))!;

    public static async Task<GuestProgressView> ProgressAsync(this SandboxWorld world, Booking booking) => (await world.Get<ReadGuestProgress>().RunAsync(world.Ann, booking.Reference, default))!;

    /// <summary>Types what is asked of a person, with these values where they differ from the usual ones.</summary>
    public static async Task CompletesAsync(this SandboxWorld world, GuestPerson person, params (string Field, string Value)[] but)
    {
        var values = person.Fields.Where(f => f.Due is not null).ToDictionary(f => f.Field.Name, f => Whole[f.Field.Name]);
        foreach (var (field, value) in but)
            values[field] = value;
        Assert.True((await world.Get<SaveGuest>().RunAsync(world.Ann, person.Id, values, default)).IsYes);
    }

    /// <summary>The last names that XS2Event has been told for a booking order so far, asked over its wire.</summary>
    public static async Task<IReadOnlyList<string>> KnownThereAsync(this SandboxWorld world, Fulfilment fulfilment)
    {
        using var wire = new HttpClient { BaseAddress = world.Sandbox.BaseUrl };
        wire.DefaultRequestHeaders.Add("X-Api-Key", Xs2EventOptions.DemoKey);
        var told = await wire.GetFromJsonAsync<JsonElement>(new Uri($"/v1/bookingorders/{fulfilment.RefValue}/guestdata", UriKind.Relative));
        return [.. told.GetProperty("items").EnumerateArray().SelectMany(i => i.GetProperty("guests").EnumerateArray()).Select(g => g.GetProperty("last_name").GetString() ?? "")];
    }
}
