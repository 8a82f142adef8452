using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>One method of a service, the same behind both wires.</summary>
/// <param name="Service">For instance <c>ExternalOrderService</c>.</param>
/// <param name="Name">For instance <c>closeOrder</c>.</param>
/// <param name="ResultType">The element that holds the result in SOAP.</param>
/// <param name="Run">Does it; what it returns are the result's own members.</param>
internal sealed record Method(string Service, string Name, string ResultType, Func<Given, VirtualOperator, object> Run)
{
    /// <summary>True where the result also has <c>statusMessage</c> and <c>expectedException</c>.</summary>
    public bool IsOrderUpdate => ResultType == "OrderUpdateResult";

    /// <summary>Runs it and wraps what comes into the result that every method answers with.</summary>
    public JsonObject Answer(Given given, VirtualOperator caller)
    {
        var requestId = given.Whole("requestId");
        try
        {
            return Result("success", null, null, requestId, Run(given, caller));
        }
        catch (NoException no)
        {
            return Result("error", no.Key, no.Message, requestId, null);
        }
        catch (InProgressException)
        {
            return Result("inProgress", null, null, requestId, new { requestState = "IN_PROGRESS" });
        }
    }

    private JsonObject Result(string status, string? detail, string? message, long? requestId, object? members)
    {
        var result = new JsonObject { ["statusCode"] = status, ["statusDetail"] = detail, ["requestId"] = requestId };
        if (IsOrderUpdate) (result["statusMessage"], result["expectedException"]) = (message, status == "error");
        if (members is null) return result;
        foreach (var (name, value) in JsonSerializer.SerializeToNode(members)!.AsObject()) result[name] = value?.DeepClone();
        return result;
    }
}
