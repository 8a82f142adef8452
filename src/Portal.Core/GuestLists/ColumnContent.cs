using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>What a column looks like without its heading: how many of its cells look like what.</summary>
internal sealed class ColumnContent
{
    // A guess needs no more.
    private const int MostCells = 400;
    private readonly Dictionary<string, int> looks = [];
    private int oneWord;
    private int words;

    public ColumnContent(IEnumerable<string> cells)
    {
        foreach (var text in cells.Where(cell => cell.Length > 0).Take(MostCells))
        {
            Filled++;
            if (Look(text) is { } look)
                looks[look] = looks.GetValueOrDefault(look) + 1;
            else if (IsNameLike(text, out var count))
            {
                words++;
                oneWord += count == 1 ? 1 : 0;
            }
        }
    }

    /// <summary>Cells that say something.</summary>
    public int Filled { get; }

    /// <summary>The field whose values have a look of their own that nearly all cells have; null when there is none.</summary>
    public string? Field => Filled == 0 ? null : looks.Where(look => look.Value >= 0.8 * Filled).Select(look => look.Key).FirstOrDefault();

    /// <summary>The part of the filled cells that look like values of that field, 0 to 1.</summary>
    public double Share(string field) => Filled == 0 ? 0 : (double)looks.GetValueOrDefault(field) / Filled;

    /// <summary>Mostly words without digits.</summary>
    public bool IsNames => Filled > 0 && words >= 0.7 * Filled;

    /// <summary>Mostly more than one word, or a name with its comma.</summary>
    public bool IsWholeNames => IsNames && oneWord <= 0.3 * words;

    private static string? Look(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? ListContacts.Email(text) is var mail && mail.IndexOf('@', StringComparison.Ordinal) > 0 && mail.Contains('.', StringComparison.Ordinal) ? GuestFields.Email : null
        : ListContacts.IsPhone(text) ? GuestFields.Phone
        : ListDates.IsDate(text) ? GuestFields.DateOfBirth
        : text.Length == 1 && "fmwvhdFMWVHD♀♂".Contains(text[0], StringComparison.Ordinal) || ListGenders.OfTitle(text) is not null ? GuestFields.Gender
        : text.Length > 1 && ListCountries.Read(text) is not null ? GuestFields.CountryOfResidence
        : null;

    private static bool IsNameLike(string text, out int count)
    {
        count = text.Split([' ', ',', '/'], StringSplitOptions.RemoveEmptyEntries).Length;
        // The number before a name in a numbered list is none of the name.
        return count <= 8 && text.Length <= 80 && !text.AsSpan(text.IndexOf(' ', StringComparison.Ordinal) is > 0 and < 5 and var at ? at : 0).ContainsAnyInRange('0', '9')
            && text.Any(char.IsLetter) && !ListText.IsFormula(text);
    }
}
