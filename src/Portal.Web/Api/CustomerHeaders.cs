namespace Portal.Web.Api;

/// <summary>What every answer to a customer's link carries: nothing keeps, lists or passes on an address with a token in it.</summary>
internal static class CustomerHeaders
{
    public static TBuilder KeptByNobody<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.AddEndpointFilter(static (context, next) =>
    {
        Set(context.HttpContext.Response);
        return next(context);
    });

    public static void Set(HttpResponse response)
    {
        // Both: the token of a form wants the second and says so in the log where it is not there.
        response.Headers.CacheControl = "no-store, no-cache";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
