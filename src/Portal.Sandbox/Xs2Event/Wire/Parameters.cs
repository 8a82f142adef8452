using Portal.Sandbox.Http;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>Query parameters outside lists: known ones only.</summary>
internal static class Parameters
{
    /// <summary>Refuses any parameter but these.</summary>
    public static Call AllowOnly(this Call call, params ReadOnlySpan<string> names)
    {
        foreach (var (name, values) in call.Query)
        {
            if (!names.Contains(name)) throw Problems.BadQuery($"'{name}' is not a parameter of this operation.");
            if (values.Count > 1) throw Problems.BadQuery($"{name} is given more than once.");
        }
        return call;
    }

    public static bool Flag(this Call call, string name) => call.Query[name].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw Problems.BadQuery($"{name} must be true or false."),
    };

    /// <summary><c>country_hint</c>: three capital letters, or null.</summary>
    public static string? CountryHint(this Call call)
    {
        var hint = call.Query["country_hint"].ToString();
        if (hint.Length == 0) return null;
        return hint.Length == 3 && hint.All(char.IsAsciiLetterUpper)
            ? hint
            : throw Problems.BadQuery("country_hint must be an ISO 3166 alpha-3 code.");
    }

    /// <summary>Bookings are compared with OR unless told otherwise: documented, and a trap.</summary>
    public static bool ComparesWithOr(this Call call) => call.Query["compare_mode"].ToString() switch
    {
        "" or "OR" => true,
        "AND" => false,
        _ => throw Problems.BadQuery("compare_mode must be AND or OR."),
    };
}
