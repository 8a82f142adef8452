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
    /// <summary>The connection's, else the seller's.</summary>
    public required Channel? Channel { get; init; }
    /// <summary>What stands in for the promoter's switches at this event.</summary>
    public required EventException? AtPromoter { get; init; }
    /// <summary>What stands in for the channel's switches at this event.</summary>
    public required EventException? AtChannel { get; init; }
}

/// <summary><see cref="EnablementRule"/> as a predicate the database can evaluate; a test holds the two equal.</summary>
public static class SellableSessions
{
    public static IQueryable<SessionAndFacts> SessionsAndFacts(this PortalDb db, Seller seller) =>
        from session in db.Sessions
        join listed in db.Events on session.EventId equals listed.Id
        join connection in db.Connections on listed.ConnectionId equals connection.Id
        join promoter in db.Promoters on listed.PromoterId equals promoter.Id
        join channel in db.Channels on connection.ChannelId ?? seller.ChannelId equals (Guid?)channel.Id into channels
        from channel in channels.DefaultIfEmpty()
        join atPromoter in db.EventExceptions on new { EventId = listed.Id, OwnerId = promoter.Id } equals new { atPromoter.EventId, atPromoter.OwnerId } into promoters
        from atPromoter in promoters.DefaultIfEmpty()
        join atChannel in db.EventExceptions on new { EventId = listed.Id, OwnerId = channel.Id } equals new { atChannel.EventId, atChannel.OwnerId } into ofChannel
        from atChannel in ofChannel.DefaultIfEmpty()
        select new SessionAndFacts
        {
            Session = session, Event = listed, Connection = connection, Promoter = promoter, Channel = channel, AtPromoter = atPromoter, AtChannel = atChannel,
        };

    /// <summary>What may be sold at that moment. Whether the agency is active is asked once, by the caller.</summary>
    public static IQueryable<SessionAndFacts> Sellable(this IQueryable<SessionAndFacts> rows, Seller seller, DateTime now) => rows.Where(r =>
        r.Connection.IsEnabled
        && (seller.ChannelId == null || r.Connection.ChannelId == null || r.Connection.ChannelId == seller.ChannelId)
        && (r.AtPromoter!.Selling ?? r.Promoter.SellingOn)
        && (r.Channel == null || (r.AtChannel!.Selling ?? r.Channel.SellingOn))
        && r.Event.Status == EventStatus.OnSale && r.Session.IsOffered
        && (r.Session.StartUtc == null || r.Session.StartUtc > now));
}
