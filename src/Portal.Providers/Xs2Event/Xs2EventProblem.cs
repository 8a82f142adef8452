using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Portal.Providers.Plumbing;
using Portal.Providers.Xs2Event.Dtos;
using Portal.Providers.Xs2Event.Readers;

namespace Portal.Providers.Xs2Event;

/// <summary>What an answer other than 2xx is about, as far as it can be told from the answer itself.</summary>
internal enum ProblemKind
{
    /// <summary>It does not say. What happened is decided from the state of ticket and reservation, never from the words.</summary>
    Unclear,
    NotAuthorised, NotFound, UnknownTicket, OutOfStock, PriceMismatch, ReservationExpired, GuestData, PaymentMethod, BookingEmail,
}

/// <summary>
/// An error answer, classified (page 1.5): by status where that is unmistakable, then by the last segment of <c>type</c>, then by the
/// structure of its items. Only <c>/errors/invalid-guest-data</c> is documented; the other types are matched by pattern (page 1.12).
/// </summary>
internal sealed class Xs2EventProblem
{
    private readonly WireReply reply;

    public Xs2EventProblem(WireReply reply)
    {
        this.reply = reply;
        Body = Read(reply);
        Kind = Classify();
    }

    public ProblemKind Kind { get; }

    public ProblemDto Body { get; }

    /// <summary>The provider's own words for a timeline, or what there is instead.</summary>
    public string Said => Body.Said is { } said ? reply.Quote(said) : $"it gave no reason (status {reply.Status})";

    private ProblemKind Classify()
    {
        if (reply.Status is 401 or 403)
            return ProblemKind.NotAuthorised;
        var type = Body.Type?.Split('/')[^1].Replace('_', '-').ToUpperInvariant() ?? "";
        bool Has(string word) => type.Contains(word, StringComparison.Ordinal);
        if (Has("GUEST") && Has("DATA"))
            return ProblemKind.GuestData;
        if (Has("STOCK") || Has("SOLD-OUT") || Has("SOLDOUT"))
            return ProblemKind.OutOfStock;
        if (Has("PRICE"))
            return ProblemKind.PriceMismatch;
        if (Has("EXPIRED"))
            return ProblemKind.ReservationExpired;
        if (Has("PAYMENT"))
            return ProblemKind.PaymentMethod;
        if (Has("EMAIL") || Has("E-MAIL"))
            return ProblemKind.BookingEmail;
        if (Has("UNKNOWN-TICKET") || (Has("TICKET") && Has("NOT-FOUND")))
            return ProblemKind.UnknownTicket;
        return ByStructure();
    }

    private ProblemKind ByStructure()
    {
        var items = Body.Items ?? [];
        if (items.Any(i => i.Error?.Available is not null))
            return ProblemKind.OutOfStock;
        if (items.Any(i => i.Error?.NetRate is not null))
            return ProblemKind.PriceMismatch;
        if (items.Any(i => i.Guests is { Count: > 0 }))
            return ProblemKind.GuestData;
        return reply.Status is 404 ? ProblemKind.NotFound : ProblemKind.Unclear;
    }

    // A no stays a no when its reasons cannot be read; then it is unclear, and the state decides.
    private static ProblemDto Read(WireReply reply)
    {
        if (reply.ContentType is MediaTypeNames.Text.Plain && reply.Body.Length > 0)
            return new ProblemDto { Detail = Encoding.UTF8.GetString(reply.Body) };
        try
        {
            return reply.Body.Length == 0 ? new ProblemDto() : JsonSerializer.Deserialize<ProblemDto>(reply.Body, Xs2EventJson.Options) ?? new ProblemDto();
        }
        catch (JsonException)
        {
            return new ProblemDto();
        }
    }
}
