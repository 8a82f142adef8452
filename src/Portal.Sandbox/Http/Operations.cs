using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Portal.Sandbox.Http;

/// <summary>Maps a provider's paths to named operations; what goes wrong on purpose is arranged in one place, <see cref="Exchange"/>.</summary>
internal sealed class Operations(PretendedProvider provider, IEndpointRouteBuilder routes, Exchange exchange)
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The names that scenarios can be put on.</summary>
    public IReadOnlyCollection<string> Names => _names;

    public Operations Get(string path, string name, Func<Call, Reply> handle) => Add("GET", path, name, handle);

    public Operations Post(string path, string name, Func<Call, Reply> handle) => Add("POST", path, name, handle);

    public Operations Put(string path, string name, Func<Call, Reply> handle) => Add("PUT", path, name, handle);

    public Operations Patch(string path, string name, Func<Call, Reply> handle) => Add("PATCH", path, name, handle);

    public Operations Delete(string path, string name, Func<Call, Reply> handle) => Add("DELETE", path, name, handle);

    /// <summary>Several operations under one path, told apart by the body, as in SOAP.</summary>
    /// <param name="choose">The operation's name from the body; where it is none of the names, the call counts as unknown.</param>
    public Operations Post(string path, IReadOnlyCollection<string> names, Func<string, string> choose, Func<Call, Reply> handle)
    {
        foreach (var name in names) _names.Add($"{provider.Name}/{name}");
        routes.MapPost(path, async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            context.Request.Body = body;
            var chosen = choose(Encoding.UTF8.GetString(body.ToArray()));
            await exchange.RunAsync(provider, $"{provider.Name}/{(names.Contains(chosen) ? chosen : "unknown")}", context, handle);
        });
        return this;
    }

    /// <summary>Whatever no other path of the provider takes.</summary>
    public Operations Otherwise(string path, Func<Call, Reply> handle)
    {
        routes.Map(path, context => exchange.RunAsync(provider, $"{provider.Name}/unknown", context, handle)).WithOrder(1);
        return this;
    }

    private Operations Add(string method, string path, string name, Func<Call, Reply> handle)
    {
        var operation = $"{provider.Name}/{name}";
        _names.Add(operation);
        routes.MapMethods(path, [method], context => exchange.RunAsync(provider, operation, context, handle));
        return this;
    }
}
