using System.Text;
using System.Text.Json;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.EGuma.Wire;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma;

/// <summary>What a no is about, as far as it says so itself.</summary>
internal enum ProblemKind
{
    /// <summary>Status and code say nothing certain: what it means is found by reading again.</summary>
    Unclear,
    NotAuthorised, Forbidden, NotFound, Invalid, NotAvailable, HoldExpired, HoldUsed, KeyReused, KeyInProgress, AlreadyCancelled, InPast, CheckedIn, Throttled,
}

/// <summary>
/// A no of this provider. Documented are four codes (page 2.5); the others are the likely ones (page 2.12). An error may come as plain
/// text (older overview): then only the status speaks.
/// </summary>
internal sealed class EGumaProblem
{
    private readonly WireReply reply;
    private readonly ErrorDto body;

    public EGumaProblem(WireReply reply)
    {
        this.reply = reply;
        body = Read(reply);
        Kind = Judge();
    }

    public ProblemKind Kind { get; }

    public int Status => reply.Status;

    /// <summary>The provider's words, fit for a timeline.</summary>
    public string Said => reply.Quote(body.Message is { Length: > 0 } message ? message : body.ErrorCode ?? $"status {reply.Status} without a reason");

    private ProblemKind Judge()
    {
        var code = body.ErrorCode?.ToLowerInvariant() ?? "";
        // Without a code the word in the text is all there is, and taking such an answer for a no could sell twice.
        if (code.Contains("idempot", StringComparison.Ordinal) || (code.Length == 0 && body.Message?.Contains("idempot", StringComparison.OrdinalIgnoreCase) is true))
            return code.Contains("progress", StringComparison.Ordinal) || Status is 425 or 429 ? ProblemKind.KeyInProgress : ProblemKind.KeyReused;
        return (Status, code) switch
        {
            (401, _) or (_, "unauthorized") => ProblemKind.NotAuthorised,
            (429, _) => ProblemKind.Throttled,
            (_, "reservation_expired") => ProblemKind.HoldExpired,
            (_, "reservation_already_used") => ProblemKind.HoldUsed,
            (_, "not_available") => ProblemKind.NotAvailable,
            (_, "already_cancelled") => ProblemKind.AlreadyCancelled,
            (_, "booking_in_past") => ProblemKind.InPast,
            (_, "ticket_already_checked_in") => ProblemKind.CheckedIn,
            (403, _) => ProblemKind.Forbidden,
            (404, _) => ProblemKind.NotFound,
            (400, "validation_error") => ProblemKind.Invalid,
            _ => ProblemKind.Unclear,
        };
    }

    private static ErrorDto Read(WireReply reply)
    {
        var text = Encoding.UTF8.GetString(reply.Body).Trim();
        if (!text.StartsWith('{'))
            return new ErrorDto(null, text.Length == 0 || text.StartsWith('<') ? null : text);
        try
        {
            return JsonSerializer.Deserialize<ErrorDto>(text, EGumaJson.Options) ?? new ErrorDto(null, null);
        }
        catch (JsonException)
        {
            // A no whose words cannot be read is still a no: the status speaks.
            return new ErrorDto(null, null);
        }
    }
}
