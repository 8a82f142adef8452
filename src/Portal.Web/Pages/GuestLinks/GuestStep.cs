using Portal.Core.GuestLinks;
using Portal.Core.Languages;

namespace Portal.Web.Pages.GuestLinks;

/// <summary>The page of one person as it is drawn.</summary>
/// <param name="View">What the link shows.</param>
/// <param name="Person">Who is asked about.</param>
/// <param name="Path">Of the link, without a query.</param>
/// <param name="Language">In which it is drawn.</param>
public sealed record GuestStep(GuestPageView View, GuestPagePerson Person, string Path, CustomerLanguage Language)
{
    /// <summary>Field → what was typed, of a form that came back. What is saved is never in it.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();
    /// <summary>Field → what is wrong with it, of a form that came back.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();
    /// <summary>Fields that are typed anew although something is saved.</summary>
    public IReadOnlyCollection<string> Changes { get; init; } = [];
    /// <summary>Whose step was saved a moment ago.</summary>
    public int? SavedOf { get; init; }
    /// <summary>The form could not be taken and nothing of it was saved.</summary>
    public bool MustPressAgain { get; init; }

    public IReadOnlyList<GuestPageField> Asked => [.. Person.Fields.Where(IsAsked)];

    public IReadOnlyList<GuestPageField> Saved => [.. Person.Fields.Where(f => !IsAsked(f))];

    /// <summary>What is wrong with a field, when a form came back or since a provider refused what is saved.</summary>
    public string? FaultOf(GuestPageField field) => Faults.GetValueOrDefault(field.Field.Name) ?? (field.Complaint is { } said ? Language.Words.Faults.OfProvider(said)
        : field.Fault is { } kind ? Language.Words.Faults.Of(kind, field.Field) : null);

    /// <summary>Where somebody goes who leaves out what is missing of this person.</summary>
    public string Onward => Next("");

    /// <summary>Where somebody goes whose step is saved.</summary>
    public string OnwardSaved => Next($"&saved={Person.Number}");

    public bool IsLast => View.OpenAfter(Person.Number) is null;

    // Past the head of the page, which the reader knows by then.
    private string Next(string query) => View.OpenAfter(Person.Number) is { } next ? $"{Path}?p={next.Number}{query}#step" : $"{Path}?later=1{query}";

    private bool IsAsked(GuestPageField field) => field.IsOpen || Changes.Contains(field.Field.Name) || Typed.ContainsKey(field.Field.Name);
}
