using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>What a column of a list can be taken for: a field of <see cref="GuestFields"/>, a field that a provider asks beyond those, or a whole name.</summary>
public static class ListTargets
{
    /// <summary>First and last name in one cell, the first name first; 'Byron, Ada' is understood too.</summary>
    public const string FullName = "full_name";
    /// <summary>First and last name in one cell, the last name first.</summary>
    public const string LastNameFirst = "full_name_last_first";

    /// <summary>To choose from, in the order a form asks.</summary>
    /// <param name="wanted">Names of the fields that are asked; those that are not known otherwise are added.</param>
    public static IReadOnlyList<(string Target, string Label)> All(IEnumerable<string> wanted) =>
    [
        (FullName, Label(FullName)), (LastNameFirst, Label(LastNameFirst)),
        .. GuestFields.All.Select(f => (f.Name, f.Label)),
        .. wanted.Where(name => GuestFields.Order(name) == GuestFields.All.Count).Distinct().Order(StringComparer.Ordinal).Select(name => (name, Label(name))),
    ];

    /// <summary>A target in words.</summary>
    public static string Label(string target) => target switch
    {
        FullName => "Full name (first last)",
        LastNameFirst => "Full name (last first)",
        _ => GuestFields.Get(target).Label,
    };

    /// <summary>What people who travel together share, so that its cells may be merged: never what is one person's own.</summary>
    public static bool MayRepeat(string? target) => target is GuestFields.LastName or GuestFields.CountryOfResidence or GuestFields.Street or GuestFields.Street2 or GuestFields.Zip or GuestFields.City or GuestFields.Province;

    internal static bool IsWholeName(string? target) => target is FullName or LastNameFirst;

    /// <summary>Several columns make one value: 'Maria' and 'del Mar', 'Herengracht' and '12'. Of other fields the first that is filled counts.</summary>
    internal static bool IsJoined(string target) => target is GuestFields.FirstName or GuestFields.LastName or GuestFields.Street;

    internal static bool IsName(string field) => field is GuestFields.FirstName or GuestFields.LastName;
}
