using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.Control;

/// <summary>What one act was given, from a form or from JSON.</summary>
internal sealed class ControlInput(RouteValueDictionary parts, IReadOnlyDictionary<string, string> values)
{
    public string Part(string name) => parts[name]?.ToString() ?? "";

    public string? Text(string name) => values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Needed(string name) => Text(name) ?? throw new FormatException($"{name} is missing.");

    public long? Whole(string name) => Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public T Word<T>(string name, T otherwise)
        where T : struct, Enum => Text(name) is not { } text ? otherwise
            : Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word) ? word
            : throw new FormatException($"{name} must be one of {string.Join(", ", Enum.GetNames<T>())}.");
}

/// <summary>
/// Maps each act twice: for the page's forms, which come back to the page, and under <c>/sandbox/api</c>, which answers
/// JSON. Posts from other sites' pages are turned away.
/// </summary>
internal sealed class ControlActs(IEndpointRouteBuilder routes)
{
    /// <param name="path">Below <c>/sandbox</c> and <c>/sandbox/api</c>.</param>
    /// <param name="back">The page that the form comes back to.</param>
    public void Post(string path, string back, Func<ControlInput, object?> act)
    {
        routes.MapPost("/sandbox" + path, context => RunAsync(context, act, back));
        routes.MapPost("/sandbox/api" + path, context => RunAsync(context, act, null));
    }

    public void Delete(string path, Func<ControlInput, object?> act) =>
        routes.MapDelete("/sandbox/api" + path, context => RunAsync(context, act, null));

    /// <summary>Something to read as JSON; its query parameters are the input.</summary>
    public void Get(string path, Func<ControlInput, object?> read) => routes.MapGet("/sandbox/api" + path, context => ReadAsync(context, read));

    private static Task ReadAsync(HttpContext context, Func<ControlInput, object?> read)
    {
        var query = context.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        return AnswerAsync(context, () => Task.FromResult(read(new ControlInput(context.Request.RouteValues, query))));
    }

    private static async Task RunAsync(HttpContext context, Func<ControlInput, object?> act, string? back)
    {
        if (!FromHere(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        await AnswerAsync(context, async () => act(new ControlInput(context.Request.RouteValues, await ValuesAsync(context.Request))), back);
    }

    private static async Task AnswerAsync(HttpContext context, Func<Task<object?>> answer, string? back = null)
    {
        Reply reply;
        try
        {
            reply = Reply.Json(200, await answer() ?? new { done = true });
        }
        catch (KeyNotFoundException)
        {
            reply = Reply.Json(404, new { error = "There is no such thing." });
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InvalidOperationException or JsonException)
        {
            reply = Reply.Json(400, new { error = e.Message });
        }
        if (back is not null && reply.Status == 200)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = back;
            return;
        }
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        await context.Response.Body.WriteAsync(reply.Body);
    }

    /// <summary>A browser says where a post comes from; programs say nothing and are let in.</summary>
    private static bool FromHere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is "" || request.Headers.Origin == $"{request.Scheme}://{request.Host}");

    private static async Task<IReadOnlyDictionary<string, string>> ValuesAsync(HttpRequest request)
    {
        if (request.HasFormContentType) return (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        using var read = new MemoryStream();
        await request.Body.CopyToAsync(read);
        if (read.Length == 0) return new Dictionary<string, string>();
        using var body = JsonDocument.Parse(read.GetBuffer().AsMemory(0, (int)read.Length));
        return body.RootElement.EnumerateObject().Where(m => m.Value.ValueKind is not JsonValueKind.Null)
            .ToDictionary(m => m.Name, m => m.Value.ToString());
    }
}
