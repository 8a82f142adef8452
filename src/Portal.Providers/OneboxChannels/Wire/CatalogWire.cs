using System.Xml.Linq;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels.Wire;

/// <summary>Events, sessions and seat maps (page 1a.5). Reads, all of them.</summary>
internal sealed class CatalogWire(OneboxChannelsTalk talk)
{
    private const string Root = "/onebox-rest2/rest";

    /// <summary>Both types must be named: without any only EVENT comes.</summary>
    public Task<WireAnswer<XElement>> SearchAsync(CancellationToken cancellation) =>
        ReadAsync(new WireQuery($"{Root}/events/search").With("eventType", "EVENT").With("eventType", "ACTIVITY"), "events-search", JournalDepth.FailuresOnly, cancellation);

    public Task<WireAnswer<XElement>> EventAsync(string eventId, CancellationToken cancellation) =>
        ReadAsync(new WireQuery($"{Root}/event/{WireQuery.Segment(eventId)}/info"), null, JournalDepth.SizeOnly, cancellation);

    /// <summary>What an event wants to know of each visitor.</summary>
    public Task<WireAnswer<XElement>> VisitorFieldsAsync(string eventId, CancellationToken cancellation) =>
        ReadAsync(new WireQuery($"{Root}/event/{WireQuery.Segment(eventId)}/eventField").With("fieldGroup", "EVENT_ATTENDANT"), null, JournalDepth.SizeOnly, cancellation);

    public Task<WireAnswer<XElement>> SessionAsync(string sessionId, CancellationToken cancellation, JournalDepth depth = JournalDepth.SizeOnly) =>
        ReadAsync(new WireQuery($"{Root}/session/{WireQuery.Segment(sessionId)}/info"), "session-info", depth, cancellation);

    public Task<WireAnswer<XElement>> RootViewAsync(string sessionId, CancellationToken cancellation) =>
        ReadAsync(new WireQuery($"{Root}/session/{WireQuery.Segment(sessionId)}/seatMap/rootView"), "seatMap", JournalDepth.SizeOnly, cancellation);

    /// <summary>The path is assumed, like the one of its status.</summary>
    public Task<WireAnswer<XElement>> ViewAsync(string sessionId, string viewId, CancellationToken cancellation) =>
        ReadAsync(new WireQuery($"{Root}/session/{WireQuery.Segment(sessionId)}/seatMap/{WireQuery.Segment(viewId)}"), "seatMap", JournalDepth.SizeOnly, cancellation);

    public Task<WireAnswer<XElement>> ViewStatusAsync(string sessionId, string viewId, CancellationToken cancellation) =>
        ReadAsync(new WireQuery($"{Root}/session/{WireQuery.Segment(sessionId)}/seatMap/{WireQuery.Segment(viewId)}/status"), "viewStatus", JournalDepth.SizeOnly, cancellation);

    private Task<WireAnswer<XElement>> ReadAsync(WireQuery query, string? root, JournalDepth depth, CancellationToken cancellation) =>
        talk.AskAsync(new WireRequest(HttpMethod.Get, query.ToString()) { Accept = "text/xml", Depth = depth }, reply => WireXml.Read(reply, root), cancellation);
}
