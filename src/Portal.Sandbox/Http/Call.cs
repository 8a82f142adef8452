using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.Sandbox.Http;

/// <summary>One request as an operation sees it, its body read to the end.</summary>
internal sealed class Call(string operation, HttpRequest request, byte[] body)
{
    public string Operation { get; } = operation;

    public string Method => request.Method;

    public string Path => request.Path.Value ?? "/";

    public string QueryText => request.QueryString.Value ?? "";

    public IQueryCollection Query => request.Query;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Scheme and host as the caller wrote them: links in answers must lead back here.</summary>
    public string Root => $"{request.Scheme}://{request.Host}";

    /// <summary>Everything in which a caller can name a thing; scenarios look for their id here.</summary>
    public string Said => $"{Path}\n{Uri.UnescapeDataString(QueryText)}\n{Text}";

    public string Header(string name) => request.Headers[name].ToString();

    /// <summary>A part of the path, by its name in the route.</summary>
    public string Part(string name) => request.RouteValues[name]?.ToString() ?? "";

    public static async Task<Call> ReadAsync(string operation, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new Call(operation, context.Request, body.ToArray());
    }
}
