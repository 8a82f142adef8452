using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Web.Account;

namespace Portal.Web.Api;

/// <summary>Guest data that leave as files: a booking's for its agency, and one person's for that person. Each taking is written down by its verb.</summary>
internal static class GuestFiles
{
    // Names are read by people: no letter is written as a number. The file is downloaded, never shown as a page.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    public static void MapGuestFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").AddEndpointFilter(KeptByNobodyAsync).RequireAuthorization();
        files.MapGet("/bookings/{reference}/guests.csv", BookingAsync);
        files.MapGet("/guests/{guestId:guid}/export.json", PersonAsync);
    }

    private static async Task<IResult> BookingAsync(string reference, HttpContext http, ExportGuests export, CancellationToken cancellation)
    {
        var answer = await export.RunAsync(http.User.ToActor(), reference, cancellation);
        if (!answer.IsYes)
            return No(answer.Refusal);
        List<CsvColumn<GuestTableRow>> columns =
        [
            new("Person", r => r.Number), .. answer.Value.Columns.Select(c => new CsvColumn<GuestTableRow>(c.Label, r => r.Values.GetValueOrDefault(c.Name))),
            new("Lead guest", r => r.IsLead ? "yes" : "no"), new("Events", r => string.Join("; ", r.Events)), new("Complete", r => r.IsComplete ? "yes" : "no"), new("With all providers", r => r.IsAccepted ? "yes" : "no"),
        ];
        return Csv.File($"guests {answer.Value.Reference}.csv", columns, answer.Value.Rows.ToAsyncEnumerable());
    }

    private static async Task<IResult> PersonAsync(Guid guestId, HttpContext http, ExportPerson export, CancellationToken cancellation)
    {
        var answer = await export.RunAsync(http.User.ToActor(), guestId, cancellation);
        return answer.IsYes ? Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(answer.Value, Readable), "application/json", $"person {answer.Value.At:yyyy-MM-dd}.json") : No(answer.Refusal);
    }

    private static IResult No(Refusal refusal) => refusal.Reason == RefusalReason.NotFound ? Results.NotFound() : Results.Text(refusal.Detail, statusCode: StatusCodes.Status403Forbidden);

    private static ValueTask<object?> KeptByNobodyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
