using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Persistence;

namespace Portal.Tests.Support;

/// <summary>What tests of enablement set up.</summary>
internal static class EnablementSetUp
{
    public static Actor Admin { get; } = Actor.Admin(Guid.CreateVersion7(), "Ines");

    /// <summary>A row of the catalogue without anything to sell in it.</summary>
    public static async Task<Guid> ListAsync(this PortalWorld world, string name, InMemoryProvider? at = null)
    {
        await using var db = world.Open();
        var promoter = await PromoterAsync(db, (at ?? world.Provider).Kind);
        var start = DateTime.SpecifyKind(world.Now.AddDays(30), DateTimeKind.Unspecified);
        var listed = new Event
        {
            Id = Guid.CreateVersion7(), ConnectionId = promoter.ConnectionId, ProviderRef = $"listed-{name}", Name = name, PlainName = name, Category = "x", RawStatus = "x", PromoterId = promoter.Id,
        };
        var session = new Session { Id = Guid.CreateVersion7(), EventId = listed.Id, ProviderRef = "s", StartLocal = start, EndLocal = start };
        db.AddRange(listed, session);
        await db.SaveChangesAsync();
        return session.Id;
    }

    /// <summary>An exception for the event of that session, written past all verbs.</summary>
    public static async Task ExceptAsync(this PortalWorld world, Guid sessionId, bool ofPromoter, bool? selling, bool? booking)
    {
        await using var db = world.Open();
        var of = await db.Sessions.Where(s => s.Id == sessionId).Select(s => new { s.EventId, s.Event!.PromoterId, s.Event.Connection!.ChannelId }).SingleAsync();
        db.Add(new EventException { EventId = of.EventId, OwnerId = ofPromoter ? of.PromoterId : of.ChannelId!.Value, Selling = selling, Booking = booking });
        await db.SaveChangesAsync();
    }

    /// <summary>Turns the booking switches of a provider's promoter and channel, written past all verbs.</summary>
    public static async Task SwitchBookingAsync(this PortalWorld world, bool promoter, bool channel)
    {
        await using var db = world.Open();
        await db.Promoters.ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, promoter));
        await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(c => c.BookingOn, channel));
    }

    public static Task<Promoter> PromoterAsync(PortalDb db, string kind) =>
        (from promoter in db.Promoters.AsNoTracking() join connection in db.Connections on promoter.ConnectionId equals connection.Id where connection.ProviderKind == kind select promoter).SingleAsync();
}
