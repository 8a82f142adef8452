using System.Globalization;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>
/// What stands in one query parameter: <c>value</c>, <c>ge:value</c>, <c>gt:value</c>, <c>lt:value</c> or
/// <c>in:[a,b]</c>. Nothing else is documented, so nothing else is taken.
/// </summary>
internal sealed record Filter(string Name, string Operator, IReadOnlyList<string> Values)
{
    public static Filter Parse(string name, string text)
    {
        if (text.Length == 0) throw Problems.BadQuery($"{name} is empty.");
        if (text.StartsWith("in:", StringComparison.Ordinal))
        {
            if (text.Length < 6 || text[3] != '[' || text[^1] != ']') throw Problems.BadQuery($"{name} must be written in:[a,b].");
            return new Filter(name, "in", text[4..^1].Split(',', StringSplitOptions.TrimEntries));
        }
        foreach (var comparison in new[] { "ge", "gt", "lt" })
            if (text.StartsWith(comparison + ":", StringComparison.Ordinal)) return new Filter(name, comparison, [text[3..]]);
        return new Filter(name, "eq", [text]);
    }

    public bool Text(string? actual, StringComparison comparison = StringComparison.Ordinal) =>
        NoComparison() && Values.Any(v => string.Equals(v, actual, comparison));

    public bool Contained(string? actual) =>
        NoComparison() && Values.Any(v => actual?.Contains(v, StringComparison.OrdinalIgnoreCase) == true);

    public bool Number(decimal actual) => Compare(actual, Values.Select(ParseNumber));

    /// <summary>A date alone compares whole days unless it has an operator, then it is that day's midnight.</summary>
    public bool Date(DateTime actual) => Operator is "eq" && Values[0].Length == 10
        ? actual.Date == ParseDate(Values[0])
        : Compare(actual, Values.Select(ParseDate));

    public bool Flag(bool actual) => NoComparison() && (Values[0] switch
    {
        "true" => actual,
        "false" => !actual,
        _ => throw Problems.BadQuery($"{Name} must be true or false."),
    });

    public bool OneOf(string actual, IReadOnlyList<string> allowed)
    {
        foreach (var value in Values)
            if (!allowed.Contains(value)) throw Problems.BadQuery($"'{value}' is not a value of {Name}.");
        return Text(actual, StringComparison.OrdinalIgnoreCase);
    }

    private bool NoComparison() => Operator is "eq" or "in" ? true : throw Problems.BadQuery($"{Name} cannot be compared with {Operator}:.");

    private bool Compare<T>(T actual, IEnumerable<T> wanted)
        where T : IComparable<T> => Operator switch
    {
        "ge" => actual.CompareTo(wanted.First()) >= 0,
        "gt" => actual.CompareTo(wanted.First()) > 0,
        "lt" => actual.CompareTo(wanted.First()) < 0,
        _ => wanted.Any(w => actual.CompareTo(w) == 0),
    };

    private decimal ParseNumber(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Problems.BadQuery($"{Name} must be a number.");

    private DateTime ParseDate(string value) =>
        DateTime.TryParseExact(value, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Problems.BadQuery($"{Name} must be written YYYY-MM-DD or YYYY-MM-DD HH:MM:SS.");
}
