using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Sandbox.Http;

/// <summary>A whole answer, ready to be sent, cut short or lost.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    private static readonly JsonSerializerOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public bool IsText => ContentType.Contains("json", StringComparison.Ordinal) || ContentType.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>Members are written as they are named, nulls included.</summary>
    public static Reply Json(int status, object value) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, Wire));

    public static Reply Problem(int status, object value) =>
        Json(status, value) with { ContentType = "application/problem+json; charset=utf-8" };

    public static Reply Empty(int status) => new(status, "", []);

    public static Reply File(string contentType, string name, byte[] body) =>
        new(200, contentType, body) { Headers = [("Content-Disposition", $"attachment; filename=\"{name}\"")] };
}

/// <summary>Ends an operation with a refusal, before it has changed anything.</summary>
internal sealed class RefusedException(Reply reply) : Exception
{
    public Reply Reply { get; } = reply;
}
