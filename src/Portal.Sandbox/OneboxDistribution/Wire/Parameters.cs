using System.Globalization;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.OneboxDistribution.Wire;

/// <summary>Query parameters: known ones only, and what pages of lists are made of.</summary>
internal static class Parameters
{
    /// <summary>Refuses any parameter but these.</summary>
    public static Call AllowOnly(this Call call, params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in call.Query)
            if (!names.Contains(name)) throw Refusals.BadParameter($"'{name}' is not a parameter of this operation.");
        return call;
    }

    public static long Id(this Call call) => long.TryParse(call.Part("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        ? id
        : throw Refusals.BadParameter("The id must be a whole number.");

    /// <summary>A page with its envelope: <c>limit</c> 1 to 100, <c>offset</c> from 0.</summary>
    public static Reply Page<T>(this Call call, IReadOnlyCollection<T> all, Func<T, object> shape)
    {
        var limit = call.Whole("limit", 100);
        var offset = call.Whole("offset", 0);
        if (limit is < 1 or > 100) throw Refusals.BadParameter("limit must be 1 to 100.");
        return Reply.Json(200, new { metadata = new { limit, total = all.Count, offset }, data = all.Skip(offset).Take(limit).Select(shape).ToList() });
    }

    public static string At(this DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Utc(this DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int Whole(this Call call, string name, int otherwise)
    {
        var said = call.Query[name].ToString();
        if (said.Length == 0) return otherwise;
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refusals.BadParameter($"{name} must be a whole number.");
    }
}
