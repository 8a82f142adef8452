using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Enablement;

/// <summary>How many events to come a decision moves. One counts when it moves for the agencies of any channel.</summary>
public sealed record EnablementPreview(int BecomeSellable, int StopBeingSellable, int BecomeBookable, int StopBeingBookable)
{
    public static readonly EnablementPreview Nothing = new(0, 0, 0, 0);
}

/// <summary>
/// Tells what a decision would do before it is saved: the same rule judges before and after. Events that stand alike are judged once
/// and counted by the database; only those with exceptions are looked at one by one.
/// </summary>
public sealed class PreviewEnablement(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, TimeProvider time)
{
    /// <param name="actor">An admin; for anybody else nothing would change.</param>
    /// <param name="switches">How promoters and channels shall stand; versions do not matter.</param>
    /// <param name="exceptions">What shall stand in for them at single events.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public async Task<EnablementPreview> RunAsync(
        Actor actor, IReadOnlyList<Switching> switches, IReadOnlyList<Excepting> exceptions, CancellationToken cancellation)
    {
        if (!actor.SeesAll || (switches.Count == 0 && exceptions.Count == 0))
            return EnablementPreview.Nothing;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var before = await ReadBoardAsync(db, cancellation);
        var after = before.With(switches, exceptions);
        var sum = EnablementPreview.Nothing;
        foreach (var alike in await ReadAlikeAsync(db, [.. before.Exceptions.Keys.Concat(after.Exceptions.Keys).Select(k => k.Event).Distinct()], now, cancellation))
            sum = Add(sum, alike, before, after, now);
        return sum;
    }

    private static EnablementPreview Add(EnablementPreview sum, Alike alike, Board before, Board after, DateTime now)
    {
        var moves = before.Sellers.Select(channel => (Was: before.Judge(alike, channel, now), Is: after.Judge(alike, channel, now))).ToList();
        return new EnablementPreview(
            sum.BecomeSellable + (moves.Exists(m => !m.Was.MaySell && m.Is.MaySell) ? alike.Count : 0),
            sum.StopBeingSellable + (moves.Exists(m => m.Was.MaySell && !m.Is.MaySell) ? alike.Count : 0),
            sum.BecomeBookable + (moves.Exists(m => !m.Was.MayBook && m.Is.MayBook) ? alike.Count : 0),
            sum.StopBeingBookable + (moves.Exists(m => m.Was.MayBook && !m.Is.MayBook) ? alike.Count : 0));
    }

    private static async Task<IReadOnlyList<Alike>> ReadAlikeAsync(PortalDb db, List<Guid> excepted, DateTime now, CancellationToken cancellation)
    {
        var events = db.Events.Upcoming(now).Select(e => new
        {
            e.Id, e.PromoterId, e.ConnectionId, e.Status,
            IsOpen = e.NoBooking == null && e.Sessions.Any(s => (s.BookingFrom == null || s.BookingFrom <= now) && (s.BookingUntil == null || s.BookingUntil > now)),
        });
        var many = await events.Where(e => !excepted.Contains(e.Id)).GroupBy(e => new { e.PromoterId, e.ConnectionId, e.Status, e.IsOpen })
            .Select(g => new Alike(null, g.Key.PromoterId, g.Key.ConnectionId, g.Key.Status, g.Key.IsOpen, g.Count())).ToListAsync(cancellation);
        var single = await events.Where(e => excepted.Contains(e.Id)).Select(e => new Alike(e.Id, e.PromoterId, e.ConnectionId, e.Status, e.IsOpen, 1)).ToListAsync(cancellation);
        return [.. many, .. single];
    }

    private async Task<Board> ReadBoardAsync(PortalDb db, CancellationToken cancellation)
    {
        var connections = await db.Connections.AsNoTracking().Select(c => new { c.Id, c.IsEnabled, c.ChannelId, c.ProviderKind }).ToListAsync(cancellation);
        var sellers = await db.Agencies.Where(a => a.IsActive).Select(a => a.ChannelId).Distinct().ToListAsync(cancellation);
        var switches = await db.Promoters.AsNoTracking().ToDictionaryAsync(p => p.Id, p => new SwitchFacts(p.Name, p.SellingOn, p.BookingOn), cancellation);
        foreach (var channel in await db.Channels.AsNoTracking().ToListAsync(cancellation))
            switches.Add(channel.Id, new SwitchFacts(channel.Name, channel.SellingOn, channel.BookingOn));
        return new Board(
            sellers, connections.ToDictionary(c => c.Id, c => new Way(c.IsEnabled, c.ChannelId, providers.Knows(c.ProviderKind) && providers.Get(c.ProviderKind).Traits.CanBook)),
            switches,
            await db.EventExceptions.ToDictionaryAsync(e => (e.EventId, e.OwnerId), e => (e.Selling, e.Booking), cancellation));
    }

    private sealed record Way(bool IsEnabled, Guid? ChannelId, bool CanBook);

    /// <summary>Events for which nothing differs that the rule asks about.</summary>
    /// <param name="IsOpen">The provider lets them be booked at this time.</param>
    private sealed record Alike(Guid? EventId, Guid PromoterId, Guid ConnectionId, EventStatus Status, bool IsOpen, int Count);

    /// <summary>All switches as they stand, or as they would.</summary>
    private sealed record Board(
        IReadOnlyList<Guid?> Sellers, IReadOnlyDictionary<Guid, Way> Connections, Dictionary<Guid, SwitchFacts> Switches,
        Dictionary<(Guid Event, Guid Owner), (bool? Selling, bool? Booking)> Exceptions)
    {
        public Board With(IReadOnlyList<Switching> switches, IReadOnlyList<Excepting> exceptions)
        {
            var moved = new Dictionary<Guid, SwitchFacts>(Switches);
            foreach (var wanted in switches.Where(w => moved.ContainsKey(w.Id)))
                moved[wanted.Id] = moved[wanted.Id] with { SellingOn = wanted.SellingOn, BookingOn = wanted.BookingOn };
            var excepted = new Dictionary<(Guid, Guid), (bool?, bool?)>(Exceptions);
            foreach (var wanted in exceptions)
                excepted[(wanted.EventId, wanted.OwnerId)] = (wanted.Selling, wanted.Booking);
            return this with { Switches = moved, Exceptions = excepted };
        }

        public EnablementDecision Judge(Alike alike, Guid? sellerChannel, DateTime now)
        {
            var way = Connections[alike.ConnectionId];
            return EnablementRule.Decide(new EnablementFacts
            {
                AgencyActive = true, ConnectionEnabled = way.IsEnabled, ChannelFits = sellerChannel is null || way.ChannelId is null || sellerChannel == way.ChannelId,
                Promoter = Of(alike.EventId, alike.PromoterId)!, Channel = Of(alike.EventId, way.ChannelId ?? sellerChannel), EventStatus = alike.Status,
                StartUtc = null, ProviderCanBook = way.CanBook, BookingUntil = alike.IsOpen ? null : now,
            }, now);
        }

        private SwitchFacts? Of(Guid? eventId, Guid? owner)
        {
            if (owner is not { } id || !Switches.TryGetValue(id, out var facts))
                return null;
            return eventId is { } of && Exceptions.TryGetValue((of, id), out var here) ? facts with { SellingHere = here.Selling, BookingHere = here.Booking } : facts;
        }
    }
}
