using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Portal.Core.GuestLinks;
using Portal.Core.Languages;
using Portal.Web.Account;
using Portal.Web.Pages.GuestLinks;

namespace Portal.Web.Api;

/// <summary>
/// The customer's page for guest data, by a link: without circuit, sign-in or script. A form that is sent is answered with a redirect, or
/// with itself and everything that was typed. The page's script sends one field at a time and is answered in JSON.
/// </summary>
internal static class GuestPages
{
    private const int LargestForm = 64 * 1024;

    public static void MapGuestPages(this IEndpointRouteBuilder app)
    {
        var customers = app.MapGroup("/g/{token}").KeptByNobody().AllowAnonymous().WithMetadata(new BusyAnswer(SayBusyAsync));
        customers.MapGet("", ShowAsync).RequireRateLimiting(SignInLimits.Customers);
        customers.MapPost("", SaveAsync).DisableAntiforgery().RequireRateLimiting(SignInLimits.CustomerSaves).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
    }

    private static async Task<IResult> ShowAsync(string token, HttpContext http, OpenGuestPage open, ChooseGuestLanguage choose, CancellationToken cancellation)
    {
        var asked = http.Request.Query;
        if (asked["lang"] is [{ } code] && await choose.RunAsync(token, code, cancellation))
            return Results.LocalRedirect(PathOf(token) + (Number(asked["p"]) is { } of ? $"?p={of}" : asked.ContainsKey("later") ? "?later=1" : ""));
        if (await open.RunAsync(token, cancellation) is not { } view)
            return LinkOver(http);
        var language = CustomerLanguage.Get(view.Language);
        var savedOf = Number(asked["saved"]);
        if (view.State != GuestPageState.Asking)
            return Page<GuestEndPage>(new { View = view, Language = language });
        if (asked.ContainsKey("later"))
            return Page<GuestLaterPage>(new { View = view, Language = language, Path = PathOf(token), SavedOf = savedOf?.ToString(CultureInfo.InvariantCulture) });
        return Step(new GuestStep(view, view.Find(Number(asked["p"])) ?? view.FirstOpen!, PathOf(token), language) { SavedOf = savedOf, Changes = [.. asked["change"].OfType<string>()] });
    }

    private static async Task<IResult> SaveAsync(string token, HttpContext http, OpenGuestPage open, SaveGuestByLink save, IAntiforgery antiforgery, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(cancellation);
        var number = Number(http.Request.Query["p"]) ?? 0;
        var typed = GuestFormReading.Typed(form);
        var isScript = http.Request.Headers.Accept.Any(a => a?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true);
        if (!await antiforgery.IsRequestValidAsync(http))
            return isScript ? Results.BadRequest() : await open.RunAsync(token, cancellation) is { } unchanged ? Again(unchanged, number, PathOf(token), typed, StatusCodes.Status400BadRequest) : LinkOver(http);
        if (await save.RunAsync(token, new GuestTyped(number, typed, form["pass"]), cancellation) is not { } saved)
            return LinkOver(http);
        if (isScript)
            return Told(saved, number, typed);
        if (saved.IsBusy)
            return Again(saved.View, number, PathOf(token), typed, StatusCodes.Status503ServiceUnavailable);
        if (!saved.IsSaved || saved.View.Find(number) is not { } person)
            return Results.LocalRedirect(PathOf(token));
        var language = CustomerLanguage.Get(saved.View.Language);
        var step = new GuestStep(saved.View, person, PathOf(token), language) { Typed = typed, Faults = GuestFormReading.Faults(person, saved.Faults, language.Words.Faults) };
        return step.Faults.Count > 0 ? Step(step, StatusCodes.Status422UnprocessableEntity)
            : Results.LocalRedirect(step.OnwardSaved);
    }

    /// <summary>The form as it came, with everything that was typed, to be sent once more.</summary>
    private static IResult Again(GuestPageView view, int number, string path, IReadOnlyDictionary<string, string> typed, int status) => view.Find(number) is { } person
        ? Step(new GuestStep(view, person, path, CustomerLanguage.Get(view.Language)) { Typed = typed, MustPressAgain = true }, status)
        : Results.LocalRedirect(path);

    private static IResult Told(GuestTypedSaved saved, int number, IReadOnlyDictionary<string, string> typed)
    {
        if (!saved.IsSaved)
            return Results.Conflict();
        var words = CustomerLanguage.Get(saved.View.Language).Words.Faults;
        var stillWrong = saved.View.Find(number)?.Fields.Where(f => typed.ContainsKey(f.Field.Name) && f.IsOpen) ?? [];
        var fault = saved.Faults.Select(f => words.Of(f.Kind, Core.Guests.GuestFields.Get(f.Field))).Concat(stillWrong.Select(f => GuestFormReading.Fault(f, words))).FirstOrDefault();
        return Results.Json(new { saved = fault is null, fault });
    }

    private static RazorComponentResult<GuestStepPage> Step(GuestStep step, int status = StatusCodes.Status200OK) => Page<GuestStepPage>(new { Step = step }, status);

    private static RazorComponentResult<GuestLinkOverPage> LinkOver(HttpContext http) => Page<GuestLinkOverPage>(new { Language = LanguageOf(http) }, StatusCodes.Status404NotFound);

    private static async Task SayBusyAsync(HttpContext http, int seconds)
    {
        CustomerHeaders.Set(http.Response);
        IReadOnlyList<KeyValuePair<string, string>> typed = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.Request.ContentLength <= LargestForm
            ? [.. (await http.Request.ReadFormAsync(http.RequestAborted)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))] : [];
        await Page<GuestBusyPage>(new { Language = LanguageOf(http), Seconds = seconds, Typed = typed }, StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }

    // Of a link that leads nowhere, and of one that was not looked at, only the browser tells a language.
    private static CustomerLanguage LanguageOf(HttpContext http) => CustomerLanguage.Find(http.Request.Query["lang"]) ?? CustomerLanguage.BestOf(http.Request.Headers.AcceptLanguage);

    private static string PathOf(string token) => $"/g/{token}";

    private static int? Number(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static RazorComponentResult<TPage> Page<TPage>(object given, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(given) { StatusCode = status, PreventStreamingRendering = true };
}
