using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Portal.Core.Catalog;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

// What is on, what can be bought of it, and where the seats are.
public sealed partial class OneboxChannelsProvider
{
    private const int EventsPerPage = 25;
    private const int MostViews = 60;

    public async IAsyncEnumerable<CatalogPage> ReadCatalogAsync(ProviderCall call, string? since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = await Open(call).Catalog.SearchAsync(cancellation);
        if (found.Value is null)
            throw new ProviderRefusedException(found.Refusal ?? OneboxChannelsRefusals.OfRead(new(found.Problem!), "catalogue"));
        foreach (var chunk in found.Value.Children("event-search-info").Chunk(EventsPerPage))
        {
            // A budget per page: what takes many small reads is many questions, not one.
            var talk = Open(call);
            var events = new List<CatalogEvent>();
            var answers = true;
            foreach (var of in chunk)
            {
                // Who is silent once would be waited for at every event.
                (var sample, answers) = answers ? await SampleAsync(talk, of, cancellation) : (null, false);
                if (OneboxChannelsMapping.Event(of, sample, talk.Options.Currency) is { } read)
                    events.Add(read);
            }
            yield return new CatalogPage(events, null);
        }
    }

    public async Task<Answer<IReadOnlyList<Offer>>> ReadOffersAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        var read = await talk.Catalog.SessionAsync(session.SessionRef, cancellation);
        if (read.Value is not { } info)
            return read.Refusal ?? OneboxChannelsRefusals.OfRead(new(read.Problem!), "session");
        var (whyNot, refusal) = await AttendantsAsync(talk, session, info, cancellation);
        return refusal is not null ? refusal : Answer<IReadOnlyList<Offer>>.Yes(new OneboxChannelsOffers(info, talk.Options, whyNot, talk.Now).All());
    }

    public async Task<Answer<SeatMap>> ReadSeatMapAsync(ProviderCall call, SessionKey session, CancellationToken cancellation)
    {
        var talk = Open(call);
        var names = await talk.Catalog.SessionAsync(session.SessionRef, cancellation);
        var root = await talk.Catalog.RootViewAsync(session.SessionRef, cancellation);
        if ((names.Value, root.Value) is not ({ } info, { } first))
            return names.Refusal ?? root.Refusal ?? OfMap(new((names.Problem ?? root.Problem)!));
        var zoneNames = info.Below("price-zone-availability").Where(z => z.Text("id") is not null).DistinctBy(z => z.Text("id"))
            .ToDictionary(z => z.Text("id")!, z => z.Text("name") ?? z.Text("id")!);

        var seats = new OneboxChannelsSeats();
        var (waiting, known) = (new Queue<XElement>(first.Children("view")), new HashSet<string>());
        foreach (var view in waiting)
            known.Add(view.Text("id") ?? "");
        while (waiting.TryDequeue(out var view))
        {
            var status = await talk.Catalog.ViewStatusAsync(session.SessionRef, view.Text("id") ?? "", cancellation);
            if (status.Value is null)
                return status.Refusal ?? OfMap(new(status.Problem!));
            seats.Add(view, status.Value, zoneNames);
            foreach (var linked in OneboxChannelsSeats.Links(view).Where(l => known.Count < MostViews && known.Add(l)).ToList())
            {
                var next = await talk.Catalog.ViewAsync(session.SessionRef, linked, cancellation);
                if (next.Value is null)
                    return next.Refusal ?? OfMap(new(next.Problem!));
                foreach (var more in next.Value.Children("view"))
                    waiting.Enqueue(more);
            }
        }
        return seats.Map();
    }

    /// <summary>One session tells for its event whether there is a map. Without it the event is listed all the same.</summary>
    private static async Task<(XElement? Session, bool Answers)> SampleAsync(OneboxChannelsTalk talk, XElement of, CancellationToken cancellation)
    {
        if (of.Text("eventType") == "ACTIVITY" || of.Below("session-search-info").Select(s => s.Text("id")).FirstOrDefault(id => id is not null) is not { } session)
            return (null, true);
        try
        {
            return ((await talk.Catalog.SessionAsync(session, cancellation, JournalDepth.FailuresOnly)).Value, true);
        }
        catch (ProviderSilenceException)
        {
            // Only whether there is a map would have been learnt from it; the offers tell again.
            return (null, false);
        }
    }

    /// <summary>
    /// An event may want the data of every visitor, and no documented call takes them (page 1a.8): then it cannot be sold, and this says
    /// what is wanted. Where the mark stands is not documented: it is looked for in the session and in the event.
    /// </summary>
    private static async Task<(string? WhyNot, Refusal? Refusal)> AttendantsAsync(OneboxChannelsTalk talk, SessionKey session, XElement info, CancellationToken cancellation)
    {
        if (!Marked(info))
        {
            var read = await talk.Catalog.EventAsync(session.EventRef, cancellation);
            if (read.Value is null)
                return (null, read.Refusal ?? OneboxChannelsRefusals.OfRead(new(read.Problem!), "event"));
            if (!Marked(read.Value))
                return (null, null);
        }
        var fields = await talk.Catalog.VisitorFieldsAsync(session.EventRef, cancellation);
        var wanted = fields.Value.Below("sid").Select(s => s.Value.Trim()).Where(s => s.Length > 0).ToList();
        return ($"The organiser wants the data of every visitor{(wanted.Count > 0 ? $" ({string.Join(", ", wanted)})" : "")}, and Onebox documents no call that takes them.", null);

        static bool Marked(XElement of) => of.Below("mandatoryAttendant").Any(m => m.Value.Trim().ToUpperInvariant() is "TRUE" or "1");
    }

    private static Refusal OfMap(OneboxChannelsProblem problem) => problem.Kind is ProblemKind.NotGraphic
        ? new(RefusalReason.NotFound, "Onebox has no map of this session.")
        : OneboxChannelsRefusals.OfRead(problem, "seat map");
}
