using Portal.Core.GuestLinks;
using Portal.Core.Guests;
using Portal.Core.Languages;
using Portal.Web.Pages.Guests;

namespace Portal.Web.Pages.GuestLinks;

/// <summary>Reads the form of a step, and says what is wrong with it.</summary>
internal static class GuestFormReading
{
    private const string Prefix = "f.";

    /// <returns>Field → what was typed; what was left empty is not in it. Of a date, its three inputs together.</returns>
    public static IReadOnlyDictionary<string, string> Typed(IFormCollection form)
    {
        var typed = new Dictionary<string, string>();
        foreach (var key in form.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var name = key[Prefix.Length..].Split('.')[0];
            var value = GuestFields.Get(name).Type != GuestFieldType.Date ? form[key].ToString().Trim()
                : new DateParts(form[$"{Prefix}{name}.year"].ToString().Trim(), form[$"{Prefix}{name}.month"].ToString().Trim(), form[$"{Prefix}{name}.day"].ToString().Trim()).ToString();
            if (value.Length > 0)
                typed[name] = value;
        }
        return typed;
    }

    /// <summary>Everything that keeps a person from being complete, field by field.</summary>
    /// <param name="person">As saved.</param>
    /// <param name="refused">What was typed and not saved.</param>
    /// <param name="words">In which it is said.</param>
    public static IReadOnlyDictionary<string, string> Faults(GuestPagePerson person, IReadOnlyList<GuestFault> refused, FaultWords words)
    {
        var faults = refused.ToDictionary(f => f.Field, f => words.Of(f.Kind, GuestFields.Get(f.Field)));
        foreach (var field in person.Fields.Where(f => f.IsOpen))
            faults.TryAdd(field.Field.Name, Fault(field, words));
        return faults;
    }

    /// <summary>What is wrong with a field as it is saved.</summary>
    public static string Fault(GuestPageField field, FaultWords words) => field switch
    {
        { Complaint: { } complaint } => words.OfProvider(complaint),
        { Fault: { } kind } => words.Of(kind, field.Field),
        _ => words.Needed,
    };
}
