using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>Whoever buys usually goes too: asked once, as buyer or as lead guest.</summary>
public sealed class LeadAndBuyerTests : IAsyncLifetime
{
    private PortalWorld world = null!;
    private CartLine line = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        line = await world.AddedAsync(world.Ann, await world.SellsAsync("A", wanted: [GuestFields.FirstName, GuestFields.LastName, GuestFields.Email, GuestFields.CountryOfResidence]), 2);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    private async Task<Buyer> BuyerAsync()
    {
        await using var db = world.Open();
        return world.Get<BuyerSeal>().Open(await db.Carts.Where(c => c.Id == line.CartId).Select(c => c.SealedBuyer).SingleAsync());
    }

    private Task NoteAsync(BuyerField field, string value) => world.Get<NoteBuyer>().RunAsync(world.Ann, line.CartId, field, value, CancellationToken.None);

    [Fact]
    public async Task The_buyer_is_who_was_typed_as_lead_guest_until_somebody_says_otherwise()
    {
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.FirstName, "Ad"), (GuestFields.Email, "ada@guests.example"), (GuestFields.CountryOfResidence, "GBR"));
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.FirstName, "Ada"));
        await world.TypesAsync(world.Ann, line, 1, (GuestFields.FirstName, "Charles"));
        Assert.Equal(("Ada", "ada@guests.example", "GB"), ((await BuyerAsync()).Find(BuyerField.FirstName), (await BuyerAsync()).Find(BuyerField.Email), (await BuyerAsync()).Find(BuyerField.Country)));

        await NoteAsync(BuyerField.Email, "office@guests.example");
        await world.TypesAsync(world.Ann, line, 0, (GuestFields.Email, "ada@elsewhere.example"), (GuestFields.FirstName, "Augusta"));

        Assert.Equal(("Augusta", "office@guests.example"), ((await BuyerAsync()).Find(BuyerField.FirstName), (await BuyerAsync()).Find(BuyerField.Email)));
    }

    [Fact]
    public async Task What_is_known_of_the_buyer_is_not_asked_again_of_the_lead_guest()
    {
        await NoteAsync(BuyerField.LastName, "Byron");
        await NoteAsync(BuyerField.Country, "GB");
        await NoteAsync(BuyerField.City, "London");

        await world.Get<PrepareGuests>().RunAsync(world.Ann, line.CartId, CancellationToken.None);

        var lead = (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!.Persons[0];
        Assert.Equal(("Byron", "GBR"), (lead.Find(GuestFields.LastName)!.Value, lead.Find(GuestFields.CountryOfResidence)!.Value));
        // What nobody asks of the guest stays the buyer's.
        Assert.Null(lead.Find(GuestFields.City));
    }
}
