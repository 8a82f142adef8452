using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Guests;
using Portal.Core.Invoices;
using Portal.Core.Ledger;
using Portal.Core.Reports;
using Portal.Web.Account;

namespace Portal.Web.Api;

/// <summary>
/// Lists, statements, invoices and reports as CSV, under the same filters as their pages. Each goes through the page's own verb, so that
/// somebody else's is not in them.
/// </summary>
internal static class CsvFiles
{
    public static void MapCsvFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").AddEndpointFilter(KeptByNobodyAsync).RequireAuthorization();
        files.MapGet("/bookings.csv", BookingsAsync);
        files.MapGet("/guests.csv", GuestsAsync);
        files.MapGet("/reports.csv", ReportAsync);
        var money = files.MapGroup("").RequireAuthorization(policy => policy.RequireRole(Roles.Admin, Roles.Manager));
        money.MapGet("/agency/statement.csv", StatementAsync);
        money.MapGet("/invoices.csv", InvoicesAsync);
        money.MapGet("/invoices/{number}.csv", InvoiceAsync);
    }

    private static async Task<IResult> BookingsAsync(HttpContext http, bool? hide, FindBookings find, ReadSeat readSeat, CancellationToken cancellation)
    {
        var actor = http.User.ToActor();
        var zone = actor.UserId is { } user ? (await readSeat.RunAsync(user, cancellation))?.TimeZone : null;
        List<CsvColumn<BookingRow>> columns =
        [
            new("Reference", b => b.Reference), new("Made", b => Csv.At(b.CreatedAt, zone)), new("Agent", b => b.AgentName), new("Customer", b => b.Customer),
            new("What", b => string.Join("; ", b.What)), new("First start, venue time", b => b.FirstStart), new("Providers", b => string.Join("; ", b.Providers)),
            new("States", b => string.Join("; ", b.States)), new("Tickets", b => b.Tickets), new("Price", b => b.Sums.Count == 0 ? null : b.Sums[0].Amount),
        ];
        // What the agency pays stays out of a file that is made while a customer looks on.
        if (hide is not true)
            columns.Add(new("Owed", b => b.Owed.Count == 0 ? null : b.Owed[0].Amount));
        columns.Add(new("Currency", b => b.Sums.Count == 0 ? null : b.Sums[0].Currency));
        return Csv.File("bookings.csv", columns, find.AllAsync(actor, BookingQuery.Parse(http.Request.QueryString.Value), zone, cancellation));
    }

    // How far the data are and when they are due; nothing of the persons, nor who the customer is, leaves with it.
    private static async Task<IResult> GuestsAsync(HttpContext http, FindGuestProgress find, ReadSeat readSeat, CancellationToken cancellation)
    {
        var actor = http.User.ToActor();
        var zone = actor.UserId is { } user ? (await readSeat.RunAsync(user, cancellation))?.TimeZone : null;
        IReadOnlyList<CsvColumn<GuestBoardRow>> columns =
        [
            new("Reference", r => r.Reference), new("Agent", r => r.AgentName), new("State", r => r.Progress.State == GuestProgressState.Done ? "Accepted" : r.Progress.State.ToString()), new("Due", r => At(r.Progress.DueAt, zone)),
            new("What", r => string.Join("; ", r.Events)), new("First start, venue time", r => r.FirstStart), new("Providers", r => string.Join("; ", r.Providers)),
            new("Persons", r => r.Progress.Persons), new("Persons complete", r => r.Progress.PersonsDone), new("Fields", r => r.Progress.Fields), new("Fields complete", r => r.Progress.FieldsDone), new("Fields refused", r => r.Progress.Refused),
            new("Asked", r => At(r.Progress.AskedAt, zone)), new("Reminders", r => r.Progress.Reminders), new("Link sent", r => At(r.Link?.CreatedAt, zone)), new("Link opened", r => At(r.Link?.SeenAt, zone)),
        ];
        return Csv.File("guest data.csv", columns, find.AllAsync(actor, GuestBoardQuery.Parse(http.Request.QueryString.Value), cancellation));
    }

    private static DateTimeOffset? At(DateTime? utc, string? zone) => utc is { } at ? Csv.At(at, zone) : null;

    private static async Task<IResult> ReportAsync(HttpContext http, bool? hide, ReadReport read, TimeProvider time, CancellationToken cancellation)
    {
        var query = ReportQuery.Parse(http.Request.QueryString.Value, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var report = await read.RunAsync(http.User.ToActor(), query, cancellation);
        List<CsvColumn<ReportRow>> columns =
        [
            new(query.Group.ToString(), r => r.From is { } from ? from : r.Name), new("Currency", r => r.Currency), new("Tickets sold", r => r.Figures.Sold), new("Tickets taken back", r => r.Figures.Back),
            new("Sold", r => r.Figures.Sales), new("Taken back", r => r.Figures.Returned), new("Sales", r => r.Figures.Turnover),
        ];
        if (hide is not true)
            columns.AddRange([new("Owed", r => r.Figures.Owed), new("Margin", r => r.Figures.Margin)]);
        return Csv.File($"report {report.Period.ToFileName()}.csv", columns, report.Rows.ToAsyncEnumerable());
    }

    private static async Task<IResult> StatementAsync(HttpContext http, Guid? agency, string? from, string? to, ReadStatement read, TimeProvider time, CancellationToken cancellation)
    {
        var actor = http.User.ToActor();
        var period = from is null && to is null ? null : Period.Parse(from, to, Period.Month(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        if ((agency ?? actor.AgencyId) is not { } id || await read.RunAsync(actor, id, period, 1, cancellation) is not { } statement)
            return Results.NotFound();
        IReadOnlyList<CsvColumn<StatementLine>> columns =
        [
            new("Date", l => l.At == default ? null : Csv.At(l.At, statement.Zone)), new("What", l => l.What), new("Booking", l => l.Reference), new("Amount", l => l.TransactionId == Guid.Empty ? null : l.Amount.Amount),
            new("Balance", l => l.Balance.Amount), new("Currency", l => l.Balance.Currency),
        ];
        return Csv.File($"statement {statement.Period.ToFileName()}.csv", columns, WithBalancesAsync(statement, read.LinesAsync(statement, cancellation)));
    }

    private static IResult InvoicesAsync(HttpContext http, Guid? agency, string? from, string? to, ReadInvoices read, TimeProvider time, CancellationToken cancellation)
    {
        var period = from is null && to is null ? null : Period.Parse(from, to, Period.Month(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        return Csv.File($"invoices {period?.ToFileName() ?? "all"}.csv", InvoiceColumns, read.LinesAsync(http.User.ToActor(), new InvoiceQuery(period, agency), cancellation));
    }

    private static async Task<IResult> InvoiceAsync(string number, HttpContext http, ReadInvoices read, CancellationToken cancellation) =>
        await read.OneAsync(http.User.ToActor(), number, cancellation) is { } invoice
            ? Csv.File($"{number}.csv", InvoiceColumns, invoice.Lines.Select(line => new BilledLine(invoice.Row, line)).ToAsyncEnumerable())
            : Results.NotFound();

    private static IReadOnlyList<CsvColumn<BilledLine>> InvoiceColumns { get; } =
    [
        new("Number", l => l.Document.Number), new("Kind", l => l.Document.Kind == InvoiceKind.Invoice ? "Invoice" : "Credit note"), new("Agency", l => l.Document.AgencyName),
        new("Issued", l => Csv.At(l.Document.IssuedAt, null)), new("Line", l => l.Line.Position), new("Date", l => Csv.At(l.Line.At, null)), new("Text", l => l.Line.Text),
        new("Booking", l => l.Line.BookingReference), new("Tickets", l => l.Line.Tickets), new("Net and charges", l => l.Line.Net), new("Provider's fees", l => l.Line.Fee),
        new("Currency of net", l => l.Line.NetCurrency), new("Commission", l => l.Line.Commission), new("Amount", l => l.Line.Amount), new("Currency", l => l.Document.Total.Currency),
    ];

    private static async IAsyncEnumerable<StatementLine> WithBalancesAsync(Statement statement, IAsyncEnumerable<StatementLine> lines)
    {
        yield return Balance("Opening balance", statement.Opening);
        await foreach (var line in lines)
            yield return line;
        yield return Balance("Closing balance", statement.Closing);

        static StatementLine Balance(string what, Core.Pricing.Money balance) => new(Guid.Empty, default, default, what, null, balance, balance);
    }

    private static ValueTask<object?> KeptByNobodyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
