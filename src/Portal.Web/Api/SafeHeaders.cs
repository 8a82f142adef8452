namespace Portal.Web.Api;

/// <summary>Headers that every answer carries: the portal is shown in nobody's frame, runs nobody's script, and tells nobody where one came from.</summary>
internal static class SafeHeaders
{
    // Styles may stand in attributes: components set widths there. Scripts come from the portal alone.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    public static void UseSafeHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(http);
    });
}
