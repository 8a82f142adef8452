using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Db.Engines;
using Portal.Tests.Support;

namespace Portal.Tests.Bookings;

public sealed class SavedViewsTests
{
    [Theory, OnEveryEngine]
    public async Task A_view_is_kept_renamed_and_deleted_by_its_owner_alone(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        var (ann, ben) = (await UserAsync(world, "ann"), await UserAsync(world, "ben"));
        var keep = world.Get<KeepView>();

        Assert.True((await keep.RunAsync(ann, "/bookings", " Open ones ", "is=open", default)).IsDone);
        Assert.True((await keep.RunAsync(ann, "/bookings", "Open ones", "is=open&at=XS2Event", default)).IsDone);
        Assert.True((await keep.RunAsync(ann, "/bookings", "All", "", default)).IsDone);
        Assert.True((await keep.RunAsync(ben, "/bookings", "Open ones", "is=unknown", default)).IsDone);
        Assert.False((await keep.RunAsync(ann, "/bookings", " ", "", default)).IsDone);

        var kept = await ReadAsync(world, ann);
        Assert.Equal([("All", ""), ("Open ones", "is=open&at=XS2Event")], kept.Select(v => (v.Name, v.Query)));
        Assert.False((await world.Get<RenameView>().RunAsync(ben, kept[0].Id, "Mine", default)).IsDone);
        Assert.Contains("already", (await world.Get<RenameView>().RunAsync(ann, kept[0].Id, "Open ones", default)).Problem, StringComparison.Ordinal);
        Assert.True((await world.Get<RenameView>().RunAsync(ann, kept[0].Id, "Everything", default)).IsDone);
        await world.Get<DropView>().RunAsync(ben, kept[1].Id, default);
        await world.Get<DropView>().RunAsync(ann, kept[1].Id, default);
        Assert.Equal("Everything", Assert.Single(await ReadAsync(world, ann)).Name);
        Assert.Single(await ReadAsync(world, ben));
        Assert.Empty(await world.Get<ReadViews>().RunAsync(ann, "/reports", default));
    }

    [Theory, OnEveryEngine]
    public async Task The_whole_list_is_read_in_order_beyond_one_piece(DatabaseEngine engine)
    {
        await using var world = await PortalWorld.StartAsync(engine);
        await using (var db = world.Open())
        {
            var cart = new Core.Carts.Cart { Id = Guid.CreateVersion7(), AgencyId = world.AgencyId, AgentId = world.Ann.UserId!.Value, Name = "Cart", CreatedAt = world.Now };
            db.Add(cart);
            // Many at one instant: only the second key keeps the pieces apart.
            for (var i = 0; i < 1_203; i++)
                db.Add(new Booking
                {
                    Id = Guid.CreateVersion7(), Reference = $"R{i:00000}", AgencyId = world.AgencyId, AgentId = cart.AgentId, AgentName = "Ann", CartId = cart.Id, CreatedAt = world.Now.AddDays(i / 700),
                });
            await db.SaveChangesAsync();
        }
        var find = world.Get<FindBookings>();

        foreach (var oldestFirst in (bool[])[true, false])
        {
            var all = await find.AllAsync(world.Ben, new() { OldestFirst = oldestFirst }, null, default).ToListAsync();
            Assert.Equal(1_203, all.Select(b => b.Reference).Distinct().Count());
            Assert.Equal((await find.RunAsync(world.Ben, new() { OldestFirst = oldestFirst }, null, default)).Rows.Select(r => r.Id), all.Take(FindBookings.PageSize).Select(r => r.Id));
        }
        Assert.Empty(await find.AllAsync(world.Eve, new(), null, default).ToListAsync());
    }

    private static Task<IReadOnlyList<KeptView>> ReadAsync(PortalWorld world, Actor actor) => world.Get<ReadViews>().RunAsync(actor, "/bookings", default);

    private static async Task<Actor> UserAsync(PortalWorld world, string name)
    {
        await using var db = world.Open();
        var user = new User { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name, AgencyId = world.AgencyId };
        db.Add(user);
        await db.SaveChangesAsync();
        return Actor.Agent(user.Id, world.AgencyId, name);
    }
}
