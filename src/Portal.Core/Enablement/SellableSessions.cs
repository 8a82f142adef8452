using Portal.Core.Catalog;
using Portal.Core.Persistence;

namespace Portal.Core.Enablement;

/// <summary>A session beside everything that <see cref="EnablementRule"/> decides on, for lists that filter and explain in one query.</summary>
public sealed class SessionAndFacts
{
    public required Session Session { get; init; }
    public required Event Event { get; init; }
    public required Connection Connection { get; init; }
    public required Promoter Promoter { get; init; }
    public required Channel? Channel { get; init; }
}

/// <summary><see cref="EnablementRule"/> as a predicate the database can evaluate; a test holds the two equal.</summary>
public static class SellableSessions
{
    public static IQueryable<SessionAndFacts> SessionsAndFacts(this PortalDb db) =>
        from session in db.Sessions
        join listed in db.Events on session.EventId equals listed.Id
        join connection in db.Connections on listed.ConnectionId equals connection.Id
        join promoter in db.Promoters on listed.PromoterId equals promoter.Id
        join channel in db.Channels on connection.ChannelId equals (Guid?)channel.Id into channels
        from channel in channels.DefaultIfEmpty()
        select new SessionAndFacts { Session = session, Event = listed, Connection = connection, Promoter = promoter, Channel = channel };

    /// <summary>What may be sold at that moment. Whether the agency is active is asked once, by the caller.</summary>
    public static IQueryable<SessionAndFacts> Sellable(this IQueryable<SessionAndFacts> rows, DateTime now) => rows.Where(r =>
        r.Connection.IsEnabled
        && r.Promoter.SellingOn
        && (r.Channel == null || r.Channel.SellingOn)
        && r.Event.Status == EventStatus.OnSale
        && (r.Session.StartUtc == null || r.Session.StartUtc > now));
}
