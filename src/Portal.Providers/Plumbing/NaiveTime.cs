using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Portal.Providers.Plumbing;

/// <summary>
/// A time as providers write it: usually without a zone, sometimes with an offset, with 0 to 7 decimals of a second, or
/// a date alone. What it means is decided by whoever reads it.
/// </summary>
/// <param name="Wall">Date and time as written.</param>
/// <param name="Offset">The offset as written; null when there was none.</param>
/// <param name="HasTime">False when there was a date alone.</param>
[JsonConverter(typeof(NaiveTimeReader))]
internal readonly partial record struct NaiveTime(DateTime Wall, TimeSpan? Offset, bool HasTime)
{
    /// <summary>The instant, taking a time without a zone for UTC.</summary>
    public DateTime AsUtc => DateTime.SpecifyKind(Wall - (Offset ?? TimeSpan.Zero), DateTimeKind.Utc);

    /// <summary>The time as written; null when it is none.</summary>
    public static NaiveTime? Parse(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } match)
            return null;
        var clock = match.Groups["clock"];
        var format = clock.Success ? clock.Length == 5 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd";
        var plain = clock.Success ? $"{match.Groups["date"].Value} {clock.Value}" : match.Groups["date"].Value;
        if (!DateTime.TryParseExact(plain, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return null;
        var decimals = match.Groups["decimals"].Value.PadRight(7, '0')[..7];
        return new(wall.AddTicks(long.Parse(decimals, CultureInfo.InvariantCulture)), OffsetOf(match.Groups["offset"].Value), clock.Success);
    }

    private static TimeSpan? OffsetOf(string text) => text switch
    {
        "" => null,
        "Z" or "z" => TimeSpan.Zero,
        _ => (text[0] == '-' ? -1 : 1) * new TimeSpan(int.Parse(text[1..3], CultureInfo.InvariantCulture), int.Parse(text[^2..], CultureInfo.InvariantCulture), 0),
    };

    [GeneratedRegex(@"^\s*(?<date>\d{4}-\d{2}-\d{2})(?:[Tt ](?<clock>\d{2}:\d{2}(?::\d{2})?)(?:\.(?<decimals>\d+))?\s*(?<offset>[Zz]|[+-]\d{2}:?\d{2})?)?\s*$")]
    private static partial Regex Shape();
}

/// <summary>Reads a time; what is not one is read as absent, since no single date is worth a whole page of events.</summary>
internal sealed class NaiveTimeReader : JsonConverter<NaiveTime?>
{
    public override bool HandleNull => true;

    public override NaiveTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
            return NaiveTime.Parse(reader.GetString());
        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, NaiveTime? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Times are only read.");
}
