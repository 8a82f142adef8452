using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Portal.Core.Providers;

namespace Portal.Core.Guests;

/// <summary>What is wrong with one value.</summary>
public sealed record GuestFault(string Field, GuestFaultKind Kind)
{
    /// <summary>For agents, in words that follow the field's label.</summary>
    public string Said => Kind switch
    {
        GuestFaultKind.Missing => "is needed",
        GuestFaultKind.TooLong => $"is longer than {GuestFields.Get(Field).MaxLength} characters",
        GuestFaultKind.NotEmail => "is not an e-mail address",
        GuestFaultKind.NotPhone => "should be a phone number with country code, like +31 20 123 4567",
        GuestFaultKind.NotInList => "should be chosen from the list",
        GuestFaultKind.NotDate => "is not a date (year-month-day)",
        GuestFaultKind.InFuture => "is in the future",
        GuestFaultKind.TooLongAgo => "is more than 120 years ago",
        _ => throw new InvalidOperationException($"There are no words for {Kind}."),
    };
}

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
                faults.Add(new GuestFault(field, GuestFaultKind.Missing));
        foreach (var (field, value) in values)
            if (!string.IsNullOrWhiteSpace(value) && Misfit(GuestFields.Get(field), value.Trim(), today) is { } kind)
                faults.Add(new GuestFault(field, kind));
        return faults;
    }

    /// <summary>A provider's complaint in words that follow the field's label. XS2Event documents a single word for what it misses (page 1.5).</summary>
    public static string Said(string complaint) => complaint switch
    {
        "required" => "is needed",
        "invalid" => "was not accepted as it is",
        _ => complaint,
    };

    private static GuestFaultKind? Misfit(GuestField field, string value, DateOnly today)
    {
        if (value.Length > field.MaxLength)
            return GuestFaultKind.TooLong;
        return field.Type switch
        {
            GuestFieldType.Email when !MailAddress.TryCreate(value, out var address) || address.Address != value || !address.Host.Contains('.', StringComparison.Ordinal)
                => GuestFaultKind.NotEmail,
            GuestFieldType.Phone when !Phone().IsMatch(value) => GuestFaultKind.NotPhone,
            GuestFieldType.Country when !Alpha3().IsMatch(value) => GuestFaultKind.NotInList,
            GuestFieldType.Date => DateFault(value, today),
            _ => null,
        };
    }

    private static GuestFaultKind? DateFault(string value, DateOnly today)
    {
        if (!DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return GuestFaultKind.NotDate;
        return date > today ? GuestFaultKind.InFuture : date < today.AddYears(-120) ? GuestFaultKind.TooLongAgo : null;
    }

    [GeneratedRegex(@"^\+?[0-9][0-9 ()./-]{5,28}$")]
    private static partial Regex Phone();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Alpha3();
}
