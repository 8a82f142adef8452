using Portal.Providers.Plumbing;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>SOAP 1.1's faults come with HTTP 500, whoever is at fault. Where the caller is, nothing was done; else nothing is known.</summary>
internal static class SoapFault
{
    public static bool SaysNothingWasDone(WireReply reply) => Code(reply) is { } code && (IsSecurity(code) || code.EndsWith("Client", StringComparison.Ordinal));

    public static bool IsNotAuthorised(WireReply reply) => Code(reply) is { } code && IsSecurity(code);

    // WS-Security names its own codes: FailedAuthentication, InvalidSecurity, InvalidSecurityToken…
    private static bool IsSecurity(string code) => code.Contains("Authentication", StringComparison.Ordinal) || code.Contains("Security", StringComparison.Ordinal);

    private static string? Code(WireReply reply)
    {
        if (reply.Status is not 500 || reply.ContentType?.EndsWith("xml", StringComparison.OrdinalIgnoreCase) is not true)
            return null;
        return WireXml.TryParse(reply.Body).Below("faultcode").FirstOrDefault()?.Value;
    }
}
