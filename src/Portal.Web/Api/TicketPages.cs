using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Core.Tickets;
using Portal.Web.Account;
using Portal.Web.Pages.Tickets;

namespace Portal.Web.Api;

/// <summary>
/// Tickets as plain pages: vouchers that agents print, and what a customer sees with a link. Without circuit, without sign-in for
/// customers; the token in the address is all they need, so nothing keeps, lists or passes on such an address.
/// </summary>
internal static class TicketPages
{
    public static void MapTicketPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/bookings/{reference}/vouchers", VouchersAsync).KeptByNobody().RequireAuthorization();
        var customers = app.MapGroup("/t/{token}").KeptByNobody().AllowAnonymous().RequireRateLimiting(SignInLimits.Customers);
        customers.MapGet("", SentAsync);
        customers.MapGet("vouchers", SentVouchersAsync);
        customers.MapGet("files/{id:guid}", SentFileAsync);
    }

    private static async Task<IResult> VouchersAsync(string reference, [FromQuery] Guid[]? item, HttpContext http, ReadVouchers read, CancellationToken cancellation) =>
        await read.RunAsync(http.User.ToActor(), reference, item ?? [], cancellation) is { } sheet
            ? Page<VouchersPage>(new { Sheet = sheet, Back = $"/bookings/{sheet.Reference}" })
            : Results.NotFound();

    private static async Task<IResult> SentAsync(string token, OpenTickets open, CancellationToken cancellation) =>
        await open.RunAsync(token, cancellation) is { } sheet ? Page<SentTicketsPage>(new { Sheet = sheet, Token = token }) : LinkOver();

    private static async Task<IResult> SentVouchersAsync(string token, [FromQuery] Guid[]? item, OpenTickets open, CancellationToken cancellation)
    {
        if (await open.RunAsync(token, cancellation) is not { } sheet)
            return LinkOver();
        var wanted = item is { Length: > 0 } ? sheet.Vouchers.Where(v => item.Contains(v.ItemId)).ToList() : sheet.Vouchers;
        var next = wanted is [var one] ? sheet.Vouchers.FirstOrDefault(v => v.Number > one.Number && v.Form == TicketForm.Code) : null;
        return Page<VouchersPage>(new
        {
            Sheet = sheet with { Vouchers = wanted }, Back = $"/t/{token}", IsCustomer = true, Next = next is null ? null : $"/t/{token}/vouchers?item={next.ItemId}",
        });
    }

    private static async Task<IResult> SentFileAsync(string token, Guid id, DownloadSentTicket download, CancellationToken cancellation)
    {
        var answer = await download.RunAsync(token, id, cancellation);
        return answer.IsYes ? Results.File(answer.Value.Content, answer.Value.ContentType, FileNames.Safe(answer.Value.FileName))
            : answer.Refusal.Reason == Core.Providers.RefusalReason.NotFound ? LinkOver()
            : Page<FileLaterPage>(new { Back = $"/t/{token}" }, StatusCodes.Status502BadGateway);
    }

    private static RazorComponentResult<LinkOverPage> LinkOver() => Page<LinkOverPage>(new { }, StatusCodes.Status404NotFound);

    private static RazorComponentResult<TPage> Page<TPage>(object given, int status = StatusCodes.Status200OK) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(given) { StatusCode = status, PreventStreamingRendering = true };
}
