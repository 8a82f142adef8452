using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Sandbox.Http;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>The envelope of all lists.</summary>
internal static class Paging
{
    private const int DefaultSize = 50;

    /// <summary>Undocumented; the simulator's choice.</summary>
    private const int LargestSize = 200;

    public static Reply List<T>(Call call, string name, IReadOnlyList<T> all, Func<T, object> shape)
    {
        var page = Whole(call, "page", 1, int.MaxValue);
        var size = Whole(call, "page_size", DefaultSize, LargestSize);
        var shown = all.Skip((int)Math.Min((long)(page - 1) * size, int.MaxValue)).Take(size).Select(shape).ToList();
        return Reply.Json(200, new Dictionary<string, object>
        {
            [name] = shown,
            ["pagination"] = new
            {
                total_size = all.Count,
                page_size = size,
                page_number = page,
                next_page = (long)page * size < all.Count ? Link(call, page + 1) : null,
                previous_page = page > 1 ? Link(call, page - 1) : null,
            },
        });
    }

    private static string Link(Call call, int page) => QueryHelpers.AddQueryString(
        call.Root + call.Path,
        call.Query.Where(q => q.Key != "page").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()))
            .Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture))));

    private static int Whole(Call call, string name, int otherwise, int most)
    {
        if (!call.Query.TryGetValue(name, out var text)) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw Problems.BadQuery($"{name} must be a whole number from 1 to {most}.");
    }
}
