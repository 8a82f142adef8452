namespace Portal.Core.Providers;

/// <summary>Why no usable answer came.</summary>
public enum SilenceKind { TimedOut, ConnectionBroken, Unreadable, ServerError }

/// <summary>
/// No usable answer came: time-out, broken connection, garbage or a 5xx that the provider's page does not name as throttling.
/// Neither yes nor no: the act may or may not have been done. Never raised when the request certainly did not leave; that is the
/// refusal <see cref="RefusalReason.Unreachable"/>.
/// </summary>
public sealed class ProviderSilenceException : Exception
{
    public ProviderSilenceException(string call, SilenceKind kind, string detail, Exception? inner = null)
        : base($"{call}: {detail}", inner) => (Call, Kind) = (call, kind);

    /// <summary>The operation that was asked, as the journal names it, e.g. <c>POST /v1/bookings</c>.</summary>
    public string Call { get; }

    public SilenceKind Kind { get; }
}
