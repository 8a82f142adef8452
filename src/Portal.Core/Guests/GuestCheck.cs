using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>What is wrong with one value, in words that follow the field's label.</summary>
public sealed record GuestFault(string Field, string Said);

/// <summary>Checks what was typed for one person against what is wanted of that person. Pure; asked while typing and before sending.</summary>
public static partial class GuestCheck
{
    /// <param name="wanted">Field → by when.</param>
    /// <param name="values">Field → what was typed.</param>
    /// <param name="due">Missing fields count when they are due by then.</param>
    /// <param name="today">For dates of birth.</param>
    public static IReadOnlyList<GuestFault> Check(
        IReadOnlyDictionary<string, GuestDue> wanted, IReadOnlyDictionary<string, string> values, GuestDue due, DateOnly today)
    {
        var faults = new List<GuestFault>();
        foreach (var (field, by) in wanted)
            if (by <= due && string.IsNullOrWhiteSpace(values.GetValueOrDefault(field)))
                faults.Add(new GuestFault(field, "is needed"));
        foreach (var (field, value) in values)
            if (!string.IsNullOrWhiteSpace(value) && Misfit(GuestFields.Get(field), value.Trim(), today) is { } said)
                faults.Add(new GuestFault(field, said));
        return faults;
    }

    /// <summary>A provider's complaint in words that follow the field's label. XS2Event documents a single word for what it misses (page 1.5).</summary>
    public static string Said(string complaint) => complaint switch
    {
        "required" => "is needed",
        "invalid" => "was not accepted as it is",
        _ => complaint,
    };

    private static string? Misfit(GuestField field, string value, DateOnly today)
    {
        if (value.Length > field.MaxLength)
            return $"is longer than {field.MaxLength} characters";
        return field.Type switch
        {
            GuestFieldType.Email when !MailAddress.TryCreate(value, out var address) || address.Address != value || !address.Host.Contains('.', StringComparison.Ordinal)
                => "is not an e-mail address",
            GuestFieldType.Phone when !Phone().IsMatch(value) => "should be a phone number with country code, like +31 20 123 4567",
            GuestFieldType.Country when !Alpha3().IsMatch(value) => "should be chosen from the list",
            GuestFieldType.Date => DateFault(value, today),
            _ => null,
        };
    }

    private static string? DateFault(string value, DateOnly today)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return "is not a date (year-month-day)";
        return date > today ? "is in the future" : date < today.AddYears(-120) ? "is more than 120 years ago" : null;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()./-]{5,28}$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Alpha3();
}
