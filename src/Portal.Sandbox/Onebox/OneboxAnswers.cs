using Portal.Sandbox.Http;

namespace Portal.Sandbox.Onebox;

/// <summary>What Onebox's gateway answers by itself. 401 and 429 are assumed where the documentation names only the body or nothing.</summary>
internal static class OneboxAnswers
{
    /// <summary>A token that is broken, expired or of another environment.</summary>
    public static Reply BadToken() => Reply.Json(401, new { code = "AUTH001", message = "Invalid JWT signature" });

    public static Reply Throttled() => Reply.Json(429, new { code = "TOO_MANY_REQUESTS", message = "Too many requests" }) with { Headers = [("Retry-After", "2")] };

    /// <summary>The token call's refusals: OAuth's shape, not the gateway's.</summary>
    public static Reply OAuth(int status, string error, string description) => Reply.Json(status, new { error, error_description = description });
}
