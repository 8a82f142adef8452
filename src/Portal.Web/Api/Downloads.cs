using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Web.Account;

namespace Portal.Web.Api;

/// <summary>Files of bookings: tickets, bundles, invoices. Somebody else's look like none at all.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder app) => app.MapGet("/files/{id:guid}", FileAsync).RequireAuthorization();

    private static async Task<IResult> FileAsync(Guid id, HttpContext http, DownloadFile download, CancellationToken cancellation)
    {
        var answer = await download.RunAsync(http.User.ToActor(), id, cancellation);
        var headers = http.Response.Headers;
        // Tickets are personal: no cache keeps them, and nothing in them is ever run as a page of the portal.
        (headers.CacheControl, headers.XContentTypeOptions) = ("no-store", "nosniff");
        if (answer.IsYes)
            return Results.File(answer.Value.Content, answer.Value.ContentType, FileNames.Safe(answer.Value.FileName));
        var status = answer.Refusal.Reason switch
        {
            RefusalReason.NotFound => StatusCodes.Status404NotFound,
            RefusalReason.NotAllowed => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status502BadGateway,
        };
        return Results.Text(answer.Refusal.Reason == RefusalReason.NotAllowed ? answer.Refusal.Detail : RefusalWords.For(answer.Refusal, "The provider", Attempted.Read).ToString(), statusCode: status);
    }
}
