using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>Every combination of who, what and when that the provider documents, and the odd ones it hints at.</summary>
internal static class GuestRules
{
    private static readonly string[] Name = ["first_name", "last_name"];
    private static readonly string[] NameAndMail = ["first_name", "last_name", "contact_email"];

    public static GuestRule LeadPreCheckout { get; } = new([new(NameAndMail, AllPersons: false, BeforeCheckout: true)]);

    public static GuestRule AllPreCheckout { get; } = new([new(Name, AllPersons: true, BeforeCheckout: true)]);

    public static GuestRule LeadPreDownload { get; } = new([new(NameAndMail, AllPersons: false, BeforeCheckout: false)]);

    public static GuestRule AllPreDownload { get; } = new([new([.. Name, "date_of_birth"], AllPersons: true, BeforeCheckout: false)]);

    /// <summary>The lead guest now, everybody's passport later.</summary>
    public static GuestRule Mixed { get; } = new(
    [
        new([.. NameAndMail, "contact_phone"], AllPersons: false, BeforeCheckout: true),
        new([.. Name, "passport_number", "country_of_residence"], AllPersons: true, BeforeCheckout: false),
    ]);

    /// <summary>More is wanted of guests from the visiting side's neighbourhood.</summary>
    public static GuestRule CountryHint { get; } = new(
    [
        new(Name, AllPersons: false, BeforeCheckout: true),
        new([.. Name, "passport_number", "province"], AllPersons: true, BeforeCheckout: true, "NLD", "BEL"),
    ]);

    /// <summary>One entry for each four tickets.</summary>
    public static GuestRule OnePerGroup { get; } = new([new(Name, AllPersons: true, BeforeCheckout: true)], EntryPer: 4);

    /// <summary>One entry however many tickets.</summary>
    public static GuestRule Single { get; } = new([new(NameAndMail, AllPersons: false, BeforeCheckout: false)], EntryPer: 0);

    /// <summary>Every field there is.</summary>
    public static GuestRule Everything { get; } = new(
    [
        new([.. NameAndMail, "contact_phone", "date_of_birth", "gender", "passport_number", "country_of_residence",
            "street_name", "city", "zip", "province"], AllPersons: false, BeforeCheckout: true),
        new([.. Name, "date_of_birth"], AllPersons: true, BeforeCheckout: false),
    ]);

    public static IReadOnlyList<GuestRule> All { get; } =
    [
        GuestRule.None, LeadPreCheckout, GuestRule.None, AllPreDownload, LeadPreDownload, GuestRule.None, AllPreCheckout,
        Mixed, CountryHint, GuestRule.None, OnePerGroup, Single, Everything,
    ];
}
