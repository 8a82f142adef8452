using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Deadlines;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Tests.Support;

namespace Portal.Tests.Privacy;

/// <summary>Who runs the portal sees counts and states; values are for the agency's own people and for jobs.</summary>
public sealed class VisibilityTests : IAsyncLifetime
{
    private static readonly Actor Admin = EnablementSetUp.Admin;
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    /// <summary>Everything that somebody can read of a booking and its cart, as text.</summary>
    private async Task<string> ReadAllAsync(Actor actor, string reference)
    {
        await using var db = world.Open();
        var booking = await db.Bookings.SingleAsync(b => b.Reference == reference);
        var calls = await db.ProviderCalls.Where(c => c.RequestBody == null).Select(c => c.Id).ToListAsync();
        return JsonSerializer.Serialize(new object?[]
        {
            await world.Get<ReadBooking>().RunAsync(actor, reference, default), await world.Get<ReadGuestForm>().OfBookingAsync(actor, reference, default),
            await world.Get<ReadGuestForm>().OfCartAsync(actor, booking.CartId, default), await world.Get<ReadVouchers>().RunAsync(actor, reference, [], default),
            await world.Get<ReadSending>().RunAsync(actor, booking.Id, default), await world.Get<FindBookings>().RunAsync(actor, new BookingQuery(), null, default),
            await world.Get<FindBookings>().AllAsync(actor, new BookingQuery { Text = "Zwanenburg" }, null, default).ToListAsync(), await world.Get<FindAnything>().RunAsync(actor, "Zwanenburg", default),
            await world.Get<FindDeadlines>().RunAsync(actor, new DeadlineQuery(), default), await world.Get<ReadCheckout>().RunAsync(actor, booking.CartId, default),
            await world.Get<ReadGuestProgress>().RunAsync(actor, reference, default), calls.Count,
        });
    }

    [Fact]
    public async Task An_admin_reads_first_letters_where_an_agent_reads_names_and_nothing_else_of_anybody()
    {
        var made = await world.SoldToPersonsAsync();

        var (agent, admin) = (await ReadAllAsync(world.Ben, made.Reference), await ReadAllAsync(Admin, made.Reference));

        Assert.All((string[])["Wilhelmina", "XK7788990", Personal.Customer, "quillan@feather.example"], value => Assert.True(Spelled.In(agent, value), value));
        Assert.All(Personal.Typed, value => Assert.False(Spelled.In(admin, value), value));
        Assert.Contains("W… Ł…", System.Text.RegularExpressions.Regex.Unescape(admin), StringComparison.Ordinal);
        Assert.Contains("F… G…", System.Text.RegularExpressions.Regex.Unescape(admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_sees_how_far_it_is_and_finds_a_booking_by_a_name()
    {
        var made = await world.SoldToPersonsAsync();

        var (form, agents) = ((await world.Get<ReadGuestForm>().OfBookingAsync(Admin, made.Reference, default))!, (await world.Get<ReadGuestForm>().OfBookingAsync(world.Ann, made.Reference, default))!);

        Assert.True(form.IsMasked);
        Assert.Equal((agents.Wanted(GuestDue.BeforeDownload), agents.Done(GuestDue.BeforeDownload)), (form.Wanted(GuestDue.BeforeDownload), form.Done(GuestDue.BeforeDownload)));
        Assert.Equal(["W… Ł…", "B… Z…"], form.Persons.Select(p => p.Name));
        Assert.Single((await world.Get<FindBookings>().RunAsync(Admin, new BookingQuery { Text = "Zwanenburg" }, null, default)).Rows);
    }

    [Fact]
    public async Task An_admin_neither_types_guests_or_buyers_nor_opens_tickets_and_overwrites_nothing()
    {
        var made = await world.SoldToPersonsAsync();
        var (guest, line) = (await world.GuestAsync(made), await world.NamedInCartAsync("B", world.Ben));
        await using var db = world.Open();
        var file = await db.TicketFiles.Where(f => f.Kind == FileKind.Ticket).Select(f => f.Id).SingleAsync();

        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<SaveGuest>().RunAsync(Admin, guest.Id, new Dictionary<string, string> { [GuestFields.LastName] = "Z…" }, default)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await world.Get<DownloadFile>().RunAsync(Admin, file, default)).Refusal!.Reason);
        await world.Get<NoteBuyer>().RunAsync(Admin, line.CartId, BuyerField.LastName, "Q…", default);
        await world.Get<NoteCheckout>().RunAsync(Admin, line.CartId, "F… G…", OnOpenAnswer.LetGo, OnRefusal.KeepWhatGoes, default);

        var cart = await db.Carts.AsNoTracking().SingleAsync(c => c.Id == line.CartId);
        Assert.Equal((Personal.Customer, "Featherstonehaugh", OnOpenAnswer.LetGo),
            (world.Get<CustomerSeal>().Open(cart.SealedCustomer), world.Get<BuyerSeal>().Open(cart.SealedBuyer).Find(BuyerField.LastName), cart.OnOpenAnswer));
        Assert.True((await world.Get<DownloadFile>().RunAsync(world.Ann, file, default)).IsYes);
    }

    [Fact]
    public async Task A_job_reads_what_it_must_send()
    {
        var made = await world.SoldToPersonsAsync();

        Assert.Equal("Wilhelmina Łuczakova", (await world.Get<ReadGuestForm>().OfBookingAsync(Actor.Job("late guests"), made.Reference, default))!.Persons[0].Name);
    }
}
