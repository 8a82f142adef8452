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
