using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

public sealed class ReadGuestFormTests : IAsyncLifetime
{
    private PortalWorld world = null!;
    private CartLine line = null!;

    public async Task InitializeAsync()
    {
        world = await PortalWorld.StartAsync();
        line = await world.AddedAsync(world.Ann, await world.SellsAsync("A", wanted: ["contact_email", "last_name", "first_name"]), 2);
        await world.Get<PrepareGuests>().RunAsync(world.Ann, line.CartId, CancellationToken.None);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    private async Task<GuestForm> ReadAsync() => (await world.Get<ReadGuestForm>().OfCartAsync(world.Ann, line.CartId, CancellationToken.None))!;

    [Fact]
    public async Task Fields_stand_in_the_order_a_form_asks_them_with_what_was_typed()
    {
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"), ("first_name", "Ada"));

        var form = await ReadAsync();

        var lead = form.Persons.First(p => p.IsLead);
        Assert.Equal(["first_name", "last_name", "contact_email"], lead.Fields.Select(f => f.Field.Name));
        Assert.Equal("Ada Byron", lead.Name);
        Assert.False(lead.IsDone);
        Assert.Equal((3, 2), (form.Wanted(GuestDue.BeforeCheckout), form.Done(GuestDue.BeforeCheckout)));
    }

    [Fact]
    public async Task A_value_that_cannot_be_right_is_kept_and_marked()
    {
        await world.TypesAsync(world.Ann, line, 0, ("contact_email", "ada at example"));

        var field = (await ReadAsync()).Persons.First(p => p.IsLead).Fields.Single(f => f.Field.Name == "contact_email");

        Assert.Equal("ada at example", field.Value);
        Assert.Equal("is not an e-mail address", field.Fault);
        Assert.False(field.IsComplaint);
    }

    [Fact]
    public async Task What_was_typed_outlives_the_hold()
    {
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"));
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await world.Get<ExpireHolds>().RunAsync(CancellationToken.None);

        var form = await ReadAsync();

        Assert.Equal(LineState.Expired, form.Parts.Single().State);
        Assert.Equal("Byron", form.Persons.First(p => p.IsLead).Name);
    }

    [Fact]
    public async Task After_the_sale_the_form_of_a_booking_has_the_persons_of_its_tickets_and_only_its_agency_sees_it()
    {
        await world.TypesAsync(world.Ann, line, 0, ("last_name", "Byron"), ("first_name", "Ada"), ("contact_email", "ada@example.org"));
        var reference = (await world.CheckedOutAsync(world.Ann)).Reference;
        var delivery = new Fulfilment { Id = Guid.CreateVersion7(), RefKind = "part", RefValue = "1", RawStatus = "processing", ReadAt = world.Now };
        await using (var db = world.Open())
        {
            var items = await db.Items.ToListAsync();
            (delivery.OrderId, delivery.SessionId) = (items[0].OrderId, items[0].SessionId);
            db.Add(delivery);
            items.ForEach(i => i.FulfilmentId = delivery.Id);
            await db.SaveChangesAsync();
        }

        var form = await world.Get<ReadGuestForm>().OfBookingAsync(world.Ben, reference, CancellationToken.None);

        Assert.Equal("Ada Byron", form!.Persons.First(p => p.IsLead).Name);
        Assert.Null(await world.Get<ReadGuestForm>().OfBookingAsync(world.Eve, reference, CancellationToken.None));
    }

    [Fact]
    public async Task The_other_agency_sees_no_form() =>
        Assert.Null(await world.Get<ReadGuestForm>().OfCartAsync(world.Eve, line.CartId, CancellationToken.None));
}
