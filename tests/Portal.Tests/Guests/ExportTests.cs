using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Guests;
using Portal.Core.Mail;
using Portal.Core.Providers;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.Guests;

/// <summary>What leaves as a file, and what is written down of it.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private async Task<string> LastSaidAsync(Guid bookingId)
    {
        await using var db = world.Open();
        return await db.History.Where(h => h.BookingId == bookingId).OrderByDescending(h => h.Id).Select(h => h.By + ": " + h.Said).FirstAsync();
    }

    [Fact]
    public async Task A_bookings_table_has_a_row_for_each_person_and_its_taking_is_written_down_without_a_value()
    {
        var made = await world.SoldToPersonsAsync();

        var table = (await world.Get<ExportGuests>().RunAsync(world.Ben, made.Reference, default)).Value!;

        Assert.Equal(["Wilhelmina", "Bartholomeus"], table.Rows.Select(r => r.Values[GuestFields.FirstName]));
        Assert.Equal(["Event A"], table.Rows[0].Events);
        Assert.Contains(GuestFields.PassportNumber, table.Columns.Select(c => c.Name));
        Assert.Equal("Ben: The guest data of 2 persons were exported as a file.", await LastSaidAsync(made.BookingId));
    }

    [Fact]
    public async Task A_persons_file_holds_everything_known_of_them_and_nothing_of_others()
    {
        var (made, again) = (await world.SoldToPersonsAsync(), await world.SoldToPersonsAsync("B", world.Ben));
        var guest = await world.GuestAsync(made);
        await world.Get<SaveGuest>().RunAsync(world.Ann, guest.Id, new Dictionary<string, string> { [GuestFields.Email] = Personal.Buyer[BuyerField.Email] }, default);
        await using (var db = world.Open())
            await db.GuestPlaces.Where(p => p.GuestId == guest.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.AcceptedAt, world.Now));

        var file = (await world.Get<ExportPerson>().RunAsync(world.Ann, guest.Id, default)).Value!;

        Assert.Equal(2, file.Records.Count);
        Assert.All(file.Records, r => Assert.Equal("XK7788990", r.Fields[GuestFields.PassportNumber]));
        Assert.Equal([made.Reference, again.Reference], file.Records.SelectMany(r => r.Places).Select(p => p.Booking).Order().Intersect([made.Reference, again.Reference]).OrderBy(r => r == made.Reference ? 0 : 1));
        var place = file.Records.SelectMany(r => r.Places).Single(p => p.Booking == made.Reference);
        Assert.Equal(("Event A", "Freezing", world.Now), (place.Event, place.Provider, place.SentAt));
        var booking = file.Bookings.Single(b => b.Reference == made.Reference);
        Assert.Equal("Featherstonehaugh", booking.AsBuyer["LastName"]);
        Assert.Null(booking.AsCustomer);
        Assert.Equal(("q…@f….example", MailState.Sent), (Assert.Single(booking.Links).To, booking.Links[0].Mail));
        var text = System.Text.Json.JsonSerializer.Serialize(file);
        Assert.DoesNotContain("Zwanenburg", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Personal.Customer, text, StringComparison.Ordinal);
        Assert.Equal("Ann: Everything that is known of one person was exported: 2 records.", await LastSaidAsync(made.BookingId));
        Assert.Equal("Ann: Everything that is known of one person was exported: 2 records.", await LastSaidAsync(again.BookingId));
    }

    [Fact]
    public async Task Neither_another_agency_nor_an_admin_gets_either()
    {
        var made = await world.SoldToPersonsAsync();
        var guest = await world.GuestAsync(made);

        foreach (var (actor, reason) in ((Actor, RefusalReason)[])[(world.Eve, RefusalReason.NotFound), (EnablementSetUp.Admin, RefusalReason.NotAllowed)])
        {
            Assert.Equal(reason, (await world.Get<ExportGuests>().RunAsync(actor, made.Reference, default)).Refusal!.Reason);
            Assert.Equal(reason, (await world.Get<ExportPerson>().RunAsync(actor, guest.Id, default)).Refusal!.Reason);
        }
        Assert.DoesNotContain("export", await LastSaidAsync(made.BookingId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_somebody_who_is_in_a_cart_only_it_is_written_down_at_the_cart()
    {
        var line = await world.NamedInCartAsync("A", world.Ann);
        var guest = (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, default))!.Persons[0].Id;

        var file = (await world.Get<ExportPerson>().RunAsync(world.Ann, guest, default)).Value!;

        Assert.Null(Assert.Single(file.Records[0].Places).Booking);
        Assert.Empty(file.Bookings);
        await using var db = world.Open();
        Assert.Equal("Everything that is known of one person was exported: 1 record.", (await db.History.SingleAsync(h => h.CartId == line.CartId && h.HoldId == null)).Said);
    }
}
