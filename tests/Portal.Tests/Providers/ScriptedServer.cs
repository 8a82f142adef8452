using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Providers;

/// <summary>
/// A server on real HTTP that says what it is told to: for answers no well-behaved sandbox gives. What was not scripted is answered
/// with 404 and remembered, so that a test can see what was asked.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> script = [];

    private ScriptedServer(WebApplication app) => this.app = app;

    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>What was asked, oldest first: method and path with query, decoded.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The keys that came with it.</summary>
    public ConcurrentQueue<string> Keys { get; } = [];

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new ScriptedServer(builder.Build());
        server.app.Run(server.AnswerAsync);
        await server.app.StartAsync();
        server.BaseUrl = new Uri(server.app.Urls.First());
        return server;
    }

    /// <param name="methodAndPath">For instance <c>GET /v1/tickets/t1</c>, without query.</param>
    public ScriptedServer On(string methodAndPath, int status, string body, string contentType = "application/json") =>
        On(methodAndPath, status, Encoding.UTF8.GetBytes(body), contentType);

    public ScriptedServer On(string methodAndPath, int status, byte[] body, string contentType)
    {
        script[methodAndPath] = async context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            await context.Response.Body.WriteAsync(body);
        };
        return this;
    }

    public ScriptedServer Redirects(string methodAndPath, string to)
    {
        script[methodAndPath] = context =>
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        };
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = $"{context.Request.Method} {context.Request.Path.Value}";
        Asked.Enqueue(asked + Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""));
        Keys.Enqueue(context.Request.Headers["X-Api-Key"].ToString());
        if (script.TryGetValue(asked, out var answer))
            await answer(context);
        else
            context.Response.StatusCode = 404;
    }
}
