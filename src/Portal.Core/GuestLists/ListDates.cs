using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Core.Catalog;

namespace Portal.Core.GuestLists;

/// <summary>What stands first in a date of three numbers.</summary>
public enum DateOrder { DayFirst, MonthFirst }

/// <summary>A date that was read.</summary>
/// <param name="IsGuess">The text could mean another day as well.</param>
internal readonly record struct DateRead(DateOnly Date, bool IsGuess);

/// <summary>Reads the dates of one column as people and spreadsheets write them.</summary>
internal sealed partial class ListDates
{
    private static readonly FrozenDictionary<string, int> Months = BuildMonths();
    private static readonly FrozenSet<string> Fillers = "of the de del d den der am le el st nd rd th er eme º ª".Split(' ')
        .Concat(((string[])["en", "de", "fr", "es", "nl", "it", "ca"]).Select(CultureInfo.GetCultureInfo)
            .SelectMany(c => c.DateTimeFormat.DayNames.Concat(c.DateTimeFormat.AbbreviatedDayNames)).Select(name => SearchWords.Plain(name).Trim('.')))
        .Where(word => !Months.ContainsKey(word)).ToFrozenSet();

    /// <summary>What stands first, as the cells or the agent say it; days first where nothing does.</summary>
    public DateOrder Order { get; }
    /// <summary>A cell of the column, or the agent, settles the order.</summary>
    public bool IsSettled { get; }
    /// <summary>There are cells that mean another day in the other order.</summary>
    public bool HasDoubts { get; }

    /// <param name="column">All cells of the column.</param>
    /// <param name="chosen">The agent's word; null to go by the cells.</param>
    public ListDates(IEnumerable<string> column, DateOrder? chosen)
    {
        var triples = column.Select(Numbers).OfType<(int A, int B)>().ToList();
        var (days, months) = (triples.Exists(t => t.A > 12 && t.B <= 12), triples.Exists(t => t.B > 12 && t.A <= 12));
        Order = chosen ?? (months && !days ? DateOrder.MonthFirst : DateOrder.DayFirst);
        IsSettled = chosen is not null || months != days;
        HasDoubts = triples.Exists(t => t.A <= 12 && t.B <= 12 && t.A != t.B);
    }

    /// <returns>Null when it is no date.</returns>
    public DateRead? Read(string text, DateOnly today)
    {
        var tokens = Tokens(text);
        if (Serial().IsMatch(text.Trim()) && int.TryParse(tokens[0], CultureInfo.InvariantCulture, out var serial) && serial > 2200)
            return new DateRead(new DateOnly(1899, 12, 30).AddDays(serial), true);
        int? month = null;
        var numbers = new List<string>();
        foreach (var token in tokens)
        {
            if (char.IsAsciiDigit(token[0]))
                numbers.Add(token);
            else if (Months.TryGetValue(token, out var named) && month is null)
                month = named;
            else if (!Fillers.Contains(token))
                return null;
        }
        return (month, numbers.Count) switch
        {
            ({ } named, 2) => numbers[0].Length > 2 ? Of(numbers[0], named, numbers[1], false, today) : Of(numbers[1], named, numbers[0], false, today),
            (null, 1) when numbers[0].Length == 8 => Of(numbers[0][..4], Int(numbers[0][4..6]), numbers[0][6..], false, today) ?? Three(numbers[0][..2], numbers[0][2..4], numbers[0][4..], today),
            (null, 3) => Three(numbers[0], numbers[1], numbers[2], today),
            _ => null,
        };
    }

    /// <summary>It can hardly be anything but a date.</summary>
    public static bool IsDate(string text) => !Serial().IsMatch(text.Trim()) && new ListDates([], null).Read(text, DateOnly.MaxValue.AddYears(-100)) is not null;

    private DateRead? Three(string a, string b, string c, DateOnly today)
    {
        if (a.Length > 2 || Int(a) > 31)
            return Of(a, Int(b), c, false, today);
        var (day, month) = Order == DateOrder.DayFirst ? (a, b) : (b, a);
        if (Int(month) > 12)
            (day, month) = (month, day);
        return Of(c, Int(month), day, !IsSettled && Int(day) <= 12 && Int(day) != Int(month), today);
    }

    private static DateRead? Of(string year, int month, string day, bool isGuess, DateOnly today)
    {
        if (year.Length is not (2 or 4) || day.Length > 2 || month is < 1 or > 12)
            return null;
        var (y, d) = (Int(year) + (year.Length == 2 ? 2000 : 0), Int(day));
        if (y is < 1 or > 9999 || d < 1 || d > DateTime.DaysInMonth(y, month))
            return null;
        var date = new DateOnly(y, month, d);
        if (year.Length == 4)
            return new DateRead(date, isGuess);
        // Nobody is born tomorrow; somebody of 02 may be a child or over a hundred.
        var before = date.AddYears(-100);
        return date > today ? new DateRead(before, isGuess) : new DateRead(date, isGuess || before >= today.AddYears(-110));
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static (int, int)? Numbers(string text) => Tokens(text) is [{ Length: <= 2 } a, { Length: <= 2 } b, { Length: 2 or 4 }] && char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]) && Int(a) <= 31
        ? (Int(a), Int(b))
        : null;

    private static List<string> Tokens(string text) =>
        [.. Token().Matches(Time().Replace(SearchWords.Plain(ListText.AsciiDigits(text)), "")).Select(m => m.Value)];

    private static FrozenDictionary<string, int> BuildMonths()
    {
        var months = new Dictionary<string, int>
        {
            ["sep"] = 9, ["sept"] = 9, ["janner"] = 1, ["feber"] = 2, ["mrz"] = 3, ["mar"] = 3, ["juli"] = 7, ["okt"] = 10, ["dez"] = 12, ["fev"] = 2, ["aou"] = 8,
        };
        foreach (var language in (string[])["en", "de", "fr", "es", "nl", "it", "ca"])
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            for (var month = 0; month < 12; month++)
                foreach (var name in (string[])[format.MonthNames[month], format.AbbreviatedMonthNames[month]])
                    months.TryAdd(SearchWords.Plain(name).Trim('.'), month + 1);
        }
        return months.ToFrozenDictionary();
    }

    [GeneratedRegex(@"\d+|[\p{L}\p{M}]+")]
    private static partial Regex Token();

    // What a spreadsheet or a database adds to a day.
    [GeneratedRegex(@"(?<=\d)[t ,]+\d{1,2}:\d{2}(:\d{2})?([.,]\d+)?\s*(am|pm|z|uhr|[+-]\d\d:?\d\d)?\s*$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{4,5}([.,]\d{1,10})?$")]
    private static partial Regex Serial();
}
