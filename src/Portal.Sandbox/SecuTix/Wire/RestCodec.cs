using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>POST of a JSON object in, the result's members at top level out. HTTP tells of the technical side only.</summary>
internal sealed class RestCodec(Jwt jwt, SecuTixOptions options)
{
    public Reply Run(Call call, Func<VirtualOperator, Given, JsonObject> answer)
    {
        if (Caller(call) is not { } caller) return Unauthorized();
        try
        {
            return Reply.Json(200, answer(caller, Given.Of(Body(call))));
        }
        catch (MalformedException malformed)
        {
            return Reply.Json(400, new { message = malformed.Message });
        }
        catch (TooManyCallsException)
        {
            return Throttled();
        }
    }

    /// <summary><c>POST /tnai/backend-apis/v1/auth</c>: a token for those who do not forge their own.</summary>
    public Reply Fetch(Call call)
    {
        try
        {
            var given = Given.Of(Body(call));
            var (name, partner, secret) = (given.Text("operator"), given.Text("partner"), given.Text("secret"));
            given.End();
            var found = options.Operators.FirstOrDefault(o => o.Operator == name && o.Partner == partner && o.Secret == secret);
            return found is null ? Unauthorized() : Reply.Json(200, new { token = jwt.Issue(found) });
        }
        catch (MalformedException malformed)
        {
            return Reply.Json(400, new { message = malformed.Message });
        }
    }

    public static Reply Unauthorized() => Reply.Json(401, new { message = "Unauthorized" });

    /// <summary>The status that SecuTix answers with today; it is to become 429.</summary>
    public static Reply Throttled() => Reply.Json(509, new { message = "Bandwidth Limit Exceeded" });

    private VirtualOperator? Caller(Call call) =>
        call.Header("Authorization") is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? jwt.Read(header[7..]) : null;

    private static JsonElement Body(Call call)
    {
        if (!call.Header("Content-Type").StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw new MalformedException("The body must be application/json.");
        try
        {
            using var document = JsonDocument.Parse(call.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new MalformedException("The body is not JSON.");
        }
    }
}
