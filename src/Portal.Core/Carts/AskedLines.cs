using System.Text.Json;
using Portal.Core.Providers;

namespace Portal.Core.Carts;

/// <summary>The content of a hold or order as saved before it is asked for, and as asked again word for word.</summary>
public static class AskedLines
{
    public static string Write(IEnumerable<HoldLine> lines) => JsonSerializer.Serialize(lines);

    public static IReadOnlyList<HoldLine> Read(string json) => JsonSerializer.Deserialize<List<HoldLine>>(json)!;
}
