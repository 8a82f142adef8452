using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Providers.Plumbing;
using Portal.Providers.SecuTix.Dtos;
using Portal.Providers.SecuTix.Readers;

namespace Portal.Providers.SecuTix.Wire;

/// <summary>One method of a service with its parameters, the same on both wires (page 2.6).</summary>
/// <param name="Service">For instance <c>ExternalOrderService</c>.</param>
/// <param name="Name">For instance <c>closeOrder</c>.</param>
/// <param name="Given">The parameters, by their names on the wire; absent ones null.</param>
internal sealed record MethodCall(string Service, string Name, object Given)
{
    /// <summary>True for methods that do nothing: both wires post everything, so that HTTP cannot tell.</summary>
    public bool IsRead { get; init; }

    public JournalDepth Depth { get; init; } = JournalDepth.Full;

    public JsonObject Parameters => JsonSerializer.SerializeToNode(Given, SecuTixJson.Sent)!.AsObject();
}

/// <summary>A way to SecuTix's methods: REST or SOAP, chosen per connection.</summary>
internal interface IMethodWire
{
    Task<WireAnswer<T>> AskAsync<T>(MethodCall call, CancellationToken cancellation) where T : ResultDto;
}
