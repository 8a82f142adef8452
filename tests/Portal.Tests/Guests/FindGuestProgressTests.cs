using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Deadlines;
using Portal.Core.Guests;
using Portal.Core.Links;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Guests;

/// <summary>The board of guest data: who stands on it, in which order, and for whom.</summary>
public sealed class FindGuestProgressTests
{
    [Theory, OnEveryEngine]
    public async Task What_is_late_comes_first_then_the_next_day_and_what_has_no_day_last(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var (never, far) = (await world.ListedAsync(world.Ann, null), await world.ListedAsync(world.Ann, TimeSpan.FromDays(40), 3));
        var (near, late) = (await world.ListedAsync(world.Ben, TimeSpan.FromDays(12)), await world.ListedAsync(world.Ann, TimeSpan.FromDays(9)));
        await world.NamedAsync(world.Ann, far);
        world.Clock.Advance(TimeSpan.FromDays(3.5));

        var board = await FindAsync(world, new());

        Assert.Equal([late.Reference, near.Reference, far.Reference, never.Reference], board.Rows.Select(r => r.Reference));
        Assert.Equal([GuestUrgency.Late, GuestUrgency.Soon, GuestUrgency.Later, GuestUrgency.NoDay], board.Rows.Select(r => r.Urgency));
        Assert.Equal((4, false), (board.Total, board.IsCapped));
        var row = board.Rows[2];
        Assert.Equal(("Customer", "Ann", 3, 1, 6, 2, 0), (row.Customer, row.AgentName, row.Progress.Persons, row.Progress.PersonsDone, row.Progress.Fields, row.Progress.FieldsDone, row.Progress.Refused));
        Assert.Equal(["Event " + far.OfferRef], row.Events);
        Assert.Equal(["Listing"], row.Providers);
        Assert.Null(row.Link);
        // Counted anew, what is late stays where it was.
        await world.Get<MeasureGuests>().RunAsync(late.BookingId, default);
        Assert.Equal(GuestProgressState.Late, (await world.ProgressAsync(late.BookingId)).State);
        Assert.Equal(board.Rows.Select(r => r.Reference), (await FindAsync(world, new())).Rows.Select(r => r.Reference));
    }

    [Fact]
    public async Task Each_group_holds_what_its_name_says()
    {
        await using var world = await PortalWorld.StartAsync();
        var (open, late) = (await world.ListedAsync(world.Ann, TimeSpan.FromDays(40)), await world.ListedAsync(world.Ann, TimeSpan.FromDays(9)));
        var (refused, typed, accepted) = (await world.ListedAsync(world.Ann, TimeSpan.FromDays(41)), await world.ListedAsync(world.Ann, TimeSpan.FromDays(42)), await world.ListedAsync(world.Ann, TimeSpan.FromDays(43)));
        foreach (var booking in (ListedBooking[])[refused, typed, accepted])
            await world.NamedAsync(world.Ann, booking);
        await world.RefusedAsync(refused);
        await world.SubmittedAsync(accepted);
        world.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal([late, open, refused], await InAsync(GuestBoardGroup.Missing));
        Assert.Equal([late], await InAsync(GuestBoardGroup.Late));
        Assert.Equal([refused], await InAsync(GuestBoardGroup.Refused));
        Assert.Equal([typed], await InAsync(GuestBoardGroup.Complete));
        Assert.Equal([accepted], await InAsync(GuestBoardGroup.Accepted));
        Assert.Equal([late, open, refused, typed, accepted], await InAsync(GuestBoardGroup.All));

        async Task<IEnumerable<ListedBooking>> InAsync(GuestBoardGroup group) =>
            (await FindAsync(world, new() { Group = group })).Rows.Select(r => ((ListedBooking[])[open, late, refused, typed, accepted]).Single(b => b.Reference == r.Reference));
    }

    [Fact]
    public async Task What_is_over_is_on_no_board()
    {
        await using var world = await PortalWorld.StartAsync();
        var booking = await world.ListedAsync(world.Ann, TimeSpan.FromDays(9));
        world.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(GuestProgressState.Closed, await world.Get<MeasureGuests>().RunAsync(booking.BookingId, default));

        foreach (var group in Enum.GetValues<GuestBoardGroup>())
            Assert.Equal(0, (await FindAsync(world, new() { Group = group })).Total);
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_time_and_to_ones_own_and_is_never_another_agencys()
    {
        await using var world = await PortalWorld.StartAsync();
        var hour = TimeSpan.FromHours(1);
        await world.CountedAsync(world.Ann, [(GuestProgressState.Late, world.Now - hour), (GuestProgressState.Collecting, world.Now + 20 * hour), (GuestProgressState.Collecting, world.Now + 100 * hour), (GuestProgressState.Collecting, null)]);
        await world.CountedAsync(world.Ben, [(GuestProgressState.Collecting, world.Now + 300 * hour)]);
        await world.CountedAsync(world.Eve, [(GuestProgressState.Late, world.Now - hour)]);

        Assert.Equal(2, (await FindAsync(world, new() { Within = DeadlineSpan.Day })).Total);
        Assert.Equal(3, (await FindAsync(world, new() { Within = DeadlineSpan.Week })).Total);
        Assert.Equal((5, 5), await CountAsync(world.Ann, new()));
        Assert.Equal((4, 4), await CountAsync(world.Ann, new() { IsMine = true }));
        Assert.Equal((1, 1), await CountAsync(world.Ben, new() { IsMine = true }));
        Assert.Equal((1, 1), await CountAsync(world.Eve, new() { Group = GuestBoardGroup.All }));
        Assert.Equal((6, 6), await CountAsync(EnablementSetUp.Admin, new()));

        async Task<(int, int)> CountAsync(Actor actor, GuestBoardQuery query) => await world.Get<FindGuestProgress>().RunAsync(actor, query, default) is var board ? (board.Total, board.Rows.Count) : default;
    }

    [Theory, OnEveryEngine]
    public async Task Pages_follow_each_other_through_all_states_without_gap_or_repetition_and_so_does_the_file(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        // Many fall due at one moment, as all bookings of one event do.
        var late = await world.CountedAsync(world.Ann, Enumerable.Repeat((GuestProgressState.Late, (DateTime?)world.Now.AddHours(-1)), 30));
        var open = await world.CountedAsync(world.Ann, Enumerable.Range(0, 1_010).Select(i => (GuestProgressState.Collecting, (DateTime?)world.Now.AddDays(1 + i / 400))));
        var dayless = await world.CountedAsync(world.Ann, Enumerable.Repeat((GuestProgressState.Collecting, (DateTime?)null), 30));

        var pages = new List<GuestBoardRow>();
        for (var page = 1; await FindAsync(world, new() { Page = page }) is { Rows: { Count: > 0 } rows }; page++)
            pages.AddRange(rows);
        var file = new List<GuestBoardRow>();
        await foreach (var row in world.Get<FindGuestProgress>().AllAsync(world.Ann, new(), default))
            file.Add(row);

        var ids = pages.ConvertAll(r => r.Progress.BookingId);
        Assert.Equal(1_070, ids.Distinct().Count());
        Assert.Equal(late.ToHashSet(), ids[..30].ToHashSet());
        Assert.Equal(open.ToHashSet(), ids[30..1_040].ToHashSet());
        Assert.Equal(dayless.ToHashSet(), ids[1_040..].ToHashSet());
        Assert.Equal(pages[30..1_040].Select(r => r.Progress.DueAt).Order(), pages[30..1_040].Select(r => r.Progress.DueAt));
        Assert.Equal(ids, file.ConvertAll(r => r.Progress.BookingId));
    }

    [Fact]
    public async Task The_last_link_of_a_customer_is_told_and_none_to_tickets()
    {
        await using var world = await PortalWorld.StartAsync();
        var booking = await world.ListedAsync(world.Ann, TimeSpan.FromDays(40));
        await using (var db = world.Open())
        {
            db.CustomerLinks.AddRange(
                Link(LinkPurpose.Guests, -3, l => (l.RevokedAt, l.SeenAt) = (world.Now, world.Now)), Link(LinkPurpose.Guests, -2, l => l.SeenAt = world.Now.AddDays(-1)), Link(LinkPurpose.Tickets, -1, _ => { }));
            await db.SaveChangesAsync();
        }

        var link = (await FindAsync(world, new())).Rows.Single().Link;

        Assert.Equal(new GuestLinkGiven(world.Now.AddDays(-2), world.Now.AddDays(-1), null, world.Now.AddDays(9)), link);

        CustomerLink Link(LinkPurpose purpose, int days, Action<CustomerLink> with)
        {
            var made = new CustomerLink { Id = Guid.CreateVersion7(), BookingId = booking.BookingId, AgencyId = world.AgencyId, Purpose = purpose, SealedTo = "x", CreatedBy = "Ann", CreatedAt = world.Now.AddDays(days), ExpiresAt = world.Now.AddDays(9) };
            with(made);
            return made;
        }
    }

    [Theory]
    [InlineData("", GuestBoardGroup.Missing, DeadlineSpan.All, false, 1)]
    [InlineData("is=refused&within=day&whose=mine&page=3", GuestBoardGroup.Refused, DeadlineSpan.Day, true, 3)]
    [InlineData("is=accepted&within=week", GuestBoardGroup.Accepted, DeadlineSpan.Week, false, 1)]
    [InlineData("is=lost&within=century&whose=yours&page=501", GuestBoardGroup.Missing, DeadlineSpan.All, false, 1)]
    public void A_query_goes_into_the_address_and_back(string address, GuestBoardGroup group, DeadlineSpan within, bool isMine, int page)
    {
        var query = GuestBoardQuery.Parse("?" + address);

        Assert.Equal(new GuestBoardQuery { Group = group, Within = within, IsMine = isMine, Page = page }, query);
        Assert.Equal(query, GuestBoardQuery.Parse(query.ToQueryString()));
    }

    private static Task<GuestBoard> FindAsync(PortalWorld world, GuestBoardQuery query) => world.Get<FindGuestProgress>().RunAsync(world.Ann, query, default);
}
