using System.Net;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Sandbox;

public sealed class EGumaReservationTests : EGumaTest
{
    [Fact]
    public async Task A_reservation_keeps_its_places_for_an_hour_and_says_so_in_local_time_with_seven_digits()
    {
        var heard = await Reserve(Samples.Slot, 3);

        Assert.Equal(HttpStatusCode.OK, heard.Status);
        Assert.Equal("2027-03-01T11:00:00.0000000", heard["expires_at"]);
        Assert.Equal(57, Left(Samples.Slot));

        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(57, Left(Samples.Slot));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(60, Left(Samples.Slot));
        Assert.Equal("expired", Sandbox.EGuma.ReservationState(heard["reservation_id"]));
    }

    [Fact]
    public async Task The_end_can_be_written_in_UTC()
    {
        Sandbox.EGuma.Options.ExpiresIn = EGumaExpiryZone.Utc;

        Assert.Equal("2027-03-01T10:00:00.0000000", (await Reserve(Samples.Slot, 3))["expires_at"]);
    }

    [Fact]
    public async Task One_reservation_takes_several_categories_of_one_slot()
    {
        var heard = await Post("/reservation.json", new
        {
            product_id = Samples.Slot.ProductId, starts_at = Samples.Slot.StartsAt, items = new[] { Item(Samples.Slot, 2), Item(Samples.SlotChild, 3) },
        });

        Assert.Equal(HttpStatusCode.OK, heard.Status);
        Assert.Equal(55, Left(Samples.Slot));
    }

    [Fact]
    public async Task A_day_may_be_written_with_midnight_and_without()
    {
        var day = Samples.Day;

        Assert.Equal(HttpStatusCode.OK, (await Reserve(day, 1)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Reserve(day with { StartsAt = day.StartsAt[..10] }, 1)).Status);
        Refused(HttpStatusCode.BadRequest, "validation_error", await Reserve(day with { StartsAt = day.StartsAt[..10] + "T09:00:00" }, 1));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Reserve(Samples.Slot with { StartsAt = Samples.Slot.StartsAt[..10] }, 1));
    }

    [Theory]
    [InlineData(nameof(EGumaSamples.LastTwo), 3)]
    [InlineData(nameof(EGumaSamples.SoldOut), 1)]
    [InlineData(nameof(EGumaSamples.Inactive), 1)]
    public async Task What_has_no_room_or_is_not_active_is_not_available(string sample, int quantity)
    {
        Refused(HttpStatusCode.Conflict, "not_available", await Reserve(Samples.ByName[sample], quantity));

        Sandbox.EGuma.Options.NotAvailableStatus = 400;
        Refused(HttpStatusCode.BadRequest, "not_available", await Reserve(Samples.ByName[sample], quantity));
        Assert.Empty(Sandbox.Ledger.Made("eguma", "reservation"));
    }

    [Theory]
    [InlineData(nameof(EGumaSamples.Slot), 0)]
    [InlineData(nameof(EGumaSamples.Slot), -1)]
    [InlineData(nameof(EGumaSamples.Slot), 21)]
    [InlineData(nameof(EGumaSamples.Group), 9)]
    [InlineData(nameof(EGumaSamples.FreeOfCharge), 7)]
    [InlineData(nameof(EGumaSamples.NoCategories), 1)]
    [InlineData(nameof(EGumaSamples.Escorted), 1)]
    public async Task A_quantity_outside_the_rules_of_its_category_is_refused(string sample, int quantity) =>
        Refused(HttpStatusCode.BadRequest, "validation_error", await Reserve(Samples.ByName[sample], quantity));

    [Fact]
    public async Task A_category_may_stand_in_a_request_once_and_only_with_members_that_are_documented()
    {
        var slot = Samples.Slot;
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/reservation.json", new { product_id = slot.ProductId, starts_at = slot.StartsAt, items = new[] { Item(slot, 1), Item(slot, 2) } }));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/reservation.json", new { product_id = slot.ProductId, starts_at = slot.StartsAt, items = new[] { Item(slot, 1) }, note = "ours" }));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/reservation.json", Wanted(slot, 1), idempotency: "key"));
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/reservation.json", "half a {"));
    }

    [Fact]
    public async Task The_older_revision_takes_zero_where_the_category_allows_it()
    {
        Sandbox.EGuma.Options.Revision = EGumaRevision.A;
        var escorted = Samples.Escorted;
        object Both(int adults, int children) => new { product_id = escorted.ProductId, starts_at = escorted.StartsAt, items = new[] { Item(Samples.Escort, adults), Item(escorted, children) } };

        Assert.Equal(HttpStatusCode.OK, (await Post("/reservation.json", Both(1, 0))).Status);
        Refused(HttpStatusCode.BadRequest, "validation_error", await Post("/reservation.json", Both(0, 1)));
    }

    [Fact]
    public async Task Of_many_buyers_of_the_last_two_exactly_one_wins()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Reserve(Samples.LastTwo, 2)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(0, Left(Samples.LastTwo));
    }

    [Fact]
    public async Task A_reservation_is_cancelled_once_and_only_by_whom_it_belongs_to()
    {
        var id = await Reserved(Samples.LastTwo, 2);

        Refused(HttpStatusCode.NotFound, "not_found", await Post("/cancel-reservation.json", new { reservation_id = id }, EGumaOptions.ColleagueKey));
        Assert.Equal(id, (await Post("/cancel-reservation.json", new { reservation_id = id }))["reservation_id"]);
        Assert.Equal(2, Left(Samples.LastTwo));
        Refused(HttpStatusCode.NotFound, "not_found", await Post("/cancel-reservation.json", new { reservation_id = id }));
        Assert.Equal("released", Assert.Single(Sandbox.Ledger.Made("eguma", "reservation")).State);
    }

    [Fact]
    public async Task A_slot_past_its_cut_off_cannot_be_reserved_nor_booked_with_a_reservation_made_before()
    {
        // The slot of 13:00 closes at 12:00, two hours from now.
        var slot = Samples.CutOff with { StartsAt = "2027-03-01T13:00:00" };
        Clock.Advance(TimeSpan.FromMinutes(90));
        var id = await Reserved(slot, 1);
        Clock.Advance(TimeSpan.FromMinutes(30));

        Refused(HttpStatusCode.Conflict, "not_available", await Reserve(slot, 1));
        Refused(HttpStatusCode.Conflict, "not_available", await Book(slot, 1, id));
    }
}
