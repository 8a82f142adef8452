using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Mail;
using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>What tests of deadlines set up: places that are booked and not paid, and an agency's rule for them.</summary>
internal static class KeptPlaces
{
    /// <summary>Places of 50 each that the provider keeps, the first for as long as it says, each further one an hour longer.</summary>
    public static async Task<Order> BookedAsync(this PortalWorld world, int places, string offer = "K")
    {
        var sold = await world.SellsAsync(offer, by: world.Keeping);
        await world.SwitchBookingAsync(promoter: true, channel: true);
        Assert.True((await world.AddAsync(world.Ann, sold, places, mode: SaleMode.Book)).IsYes);
        var made = await world.CheckedOutAsync(world.Ann);
        var order = (await world.OrdersAsync()).Single(o => o.BookingId == made.BookingId);
        Assert.Equal((OrderState.Booked, places), (order.State, order.Items.Count));
        await world.Get<ReadBackOrders>().RunAsync(order.Id, default);
        return await world.OrderAsync(order.Id);
    }

    public static async Task<Order> OrderAsync(this PortalWorld world, Guid id)
    {
        await using var db = world.Open();
        return await db.Orders.AsNoTracking().Include(o => o.Booking).Include(o => o.Items.OrderBy(i => i.Place)).Include(o => o.Operations).Include(o => o.History).AsSplitQuery().SingleAsync(o => o.Id == id);
    }

    public static async Task<IReadOnlyList<ItemState>> StatesAsync(this PortalWorld world, Guid id) => [.. (await world.OrderAsync(id)).Items.Select(i => i.State)];

    /// <summary>The rule, written past all verbs, and heeded at once.</summary>
    public static async Task RuleAsync(this PortalWorld world, ConversionRule rule, int hoursBefore = 6, decimal? limit = null)
    {
        await using var db = world.Open();
        await db.Agencies.ExecuteUpdateAsync(set => set.SetProperty(a => a.Conversion, rule).SetProperty(a => a.ConvertHoursBefore, hoursBefore).SetProperty(a => a.CreditLimit, limit));
        await db.Orders.Where(o => o.State == OrderState.Booked).ExecuteUpdateAsync(set => set.SetProperty(o => o.NextConvertAt, world.Now));
    }

    /// <summary>A person who can be written to.</summary>
    public static async Task HasMailAsync(this PortalWorld world, Actor agent)
    {
        await using var db = world.Open();
        db.Users.Add(new User { Id = agent.UserId!.Value, AgencyId = agent.AgencyId, DisplayName = agent.Name, Email = $"{agent.Name}@example.org", UserName = agent.Name });
        await db.SaveChangesAsync();
    }

    /// <summary>A person who can be written to and who manages their agency.</summary>
    public static async Task ManagesAsync(this PortalWorld world, Actor agent)
    {
        await world.HasMailAsync(agent);
        await using var db = world.Open();
        var role = await db.Roles.SingleOrDefaultAsync(r => r.Name == Roles.Manager);
        if (role is null)
            db.Roles.Add(role = new(Roles.Manager) { Id = Guid.CreateVersion7(), NormalizedName = Roles.Manager });
        db.UserRoles.Add(new() { RoleId = role.Id, UserId = agent.UserId!.Value });
        await db.SaveChangesAsync();
    }

    /// <summary>What agents were written about deadlines.</summary>
    public static async Task<IReadOnlyList<OutboxMail>> MailsAsync(this PortalWorld world)
    {
        await using var db = world.Open();
        return await db.OutboxMails.AsNoTracking().Where(m => m.Intent.StartsWith("deadline:") || m.Intent.StartsWith("unbought:")).OrderBy(m => m.CreatedAt).ToListAsync();
    }

    /// <summary>Lets the clock stand at that long before (or after) an instant.</summary>
    public static void GoTo(this PortalWorld world, DateTime instant) => world.Clock.Advance(instant - world.Now);

    public static Task<int> ConvertAsync(this PortalWorld world) => world.Get<ConvertBookings>().RunAsync(default);
}
