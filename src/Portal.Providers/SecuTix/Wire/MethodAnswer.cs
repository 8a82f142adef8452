using Portal.Core.Providers;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>A no of SecuTix's own: HTTP was well, <c>statusCode</c> was not <c>success</c> (page 2.4).</summary>
/// <param name="Said">Its words, fit for a timeline.</param>
/// <param name="IsSoldOut">The one documented key, <c>error.order.availability</c>, in whichever field.</param>
/// <param name="IsInProgress">No no at all: it is being worked on.</param>
internal sealed record MethodNo(string Said, bool IsSoldOut, bool IsInProgress);

/// <summary>What became of a method call; exactly one is set. A refusal is one that needs no explaining: throttled, unreachable, not authorised, malformed.</summary>
internal sealed record MethodAnswer<T>(T? Value, MethodNo? No, Refusal? Refusal) where T : ResultDto
{
    public static MethodAnswer<T> Of(WireAnswer<T> answer, string method)
    {
        if (answer.Refusal is { } refusal)
            return new(null, null, refusal);
        if (answer.Problem is { } problem)
            return new(null, null, Judge(problem, method));
        var result = answer.Value!;
        var isRunning = Holds(result.RequestState, "PROGRESS") || Holds(result.StatusCode, "PROGRESS");
        return !isRunning && string.Equals(result.StatusCode, "success", StringComparison.OrdinalIgnoreCase)
            ? new(result, null, null)
            : new(null, new MethodNo(Words(result), IsSoldOut(result), isRunning), null);
    }

    private static Refusal Judge(WireReply problem, string method) => problem.Status is 401 or 403 || SoapFault.IsNotAuthorised(problem)
        ? new(RefusalReason.NotAuthorised, $"SecuTix does not accept the connection's account. {method} was not carried out; an admin checks operator and secrets under Connections.")
        : new(RefusalReason.Invalid, $"SecuTix does not take {method} as it was asked (status {problem.Status}). Nothing was done by it.");

    // Where the key stands is not documented: both fields are searched.
    private static bool IsSoldOut(ResultDto result) => Holds(result.StatusDetail, "error.order.availability") || Holds(result.StatusCode, "error.order.availability") || Holds(result.StatusMessage, "error.order.availability");

    private static string Words(ResultDto result)
    {
        var said = string.Join(": ", new[] { result.StatusDetail ?? result.StatusCode, result.StatusMessage }.Where(s => !string.IsNullOrEmpty(s)));
        return result.Reply?.Quote(said) ?? said;
    }

    private static bool Holds(string? text, string part) => text?.Replace("_", "", StringComparison.Ordinal).Contains(part, StringComparison.OrdinalIgnoreCase) is true;
}
