using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>
/// Strikes secrets and personal data out of everything of one exchange that is kept or shown. It remembers what it struck: a provider
/// that repeats a name in an error sentence does not bring it back.
/// </summary>
internal sealed partial class Redaction
{
    public const string Struck = "•••";
    private const int LongestBody = 16 * 1024;
    private const int LongestSentence = 300;

    private readonly HashSet<string> secretNames;
    private readonly HashSet<string> plainOfPerson;
    private readonly string? personMark;
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public Redaction(WireManners manners, ConnectionFacts connection)
    {
        secretNames = [.. manners.SecretSettings.Concat(manners.SecretFields).Select(n => ConnectionFacts.Plain(n)), "AUTHORIZATION", "PASSWORD", "ACCESSTOKEN", "REFRESHTOKEN", "CLIENTSECRET"];
        Personal = PersonalFields.With(manners.PersonalFields);
        personMark = manners.PersonMark;
        plainOfPerson = [.. manners.PlainOfPerson.Append(manners.PersonMark).OfType<string>()];
        foreach (var setting in manners.SecretSettings)
            if (connection.Find(setting) is { } secret)
                Remember(secret);
    }

    private IReadOnlySet<string> Personal { get; }

    /// <summary>Path and query; a file elsewhere without its query, which is usually what admits to it.</summary>
    public string Address(WireRequest request)
    {
        if (request.Elsewhere is { } elsewhere)
            return elsewhere.GetLeftPart(UriPartial.Path);
        var (path, query) = request.PathAndQuery.Split('?', 2) is [var before, var after] ? (before, after) : (request.PathAndQuery, null);
        return query is null ? Strike(path) : $"{Strike(path)}?{Fields(query)}";
    }

    /// <summary>A body as it may be kept; of what cannot be understood only the size.</summary>
    public string? Body(byte[] content, string? mediaType)
    {
        if (content.Length == 0)
            return null;
        var kept = mediaType switch
        {
            MediaTypeNames.Application.Json or MediaTypeNames.Application.ProblemJson => RedactedJson.Of(content, this),
            MediaTypeNames.Application.FormUrlEncoded => Fields(Encoding.UTF8.GetString(content)),
            MediaTypeNames.Text.Xml or MediaTypeNames.Application.Xml or MediaTypeNames.Application.Soap => RedactedXml.Of(content, this),
            MediaTypeNames.Text.Plain or MediaTypeNames.Text.Html => Words(Encoding.UTF8.GetString(content)),
            _ => null,
        };
        return kept is null ? $"({mediaType ?? "unnamed"}, {content.Length} bytes)" : Cut(kept, LongestBody);
    }

    /// <summary>A sentence as it may be shown and kept.</summary>
    public string Words(string sentence) => Cut(Strike(sentence.ReplaceLineEndings(" ").Trim()), LongestSentence);

    internal bool IsSecret(string name) => secretNames.Contains(ConnectionFacts.Plain(name));

    internal bool IsPersonal(string name) => Personal.Contains(ConnectionFacts.Plain(name));

    /// <summary>Whether a member tells of a person because of the object it stands in.</summary>
    internal bool IsOfPerson(IDictionary<string, System.Text.Json.Nodes.JsonNode?> members, string name) => personMark is not null && members.ContainsKey(personMark) && !plainOfPerson.Contains(name);

    /// <summary>Two letters say little and would tear holes into every sentence; they are struck where they stand, not elsewhere.</summary>
    internal void Remember(string value)
    {
        if (value.Length > 2)
            known.Add(value);
    }

    internal string Strike(string text)
    {
        foreach (var value in known)
            text = text.Replace(value, Struck, StringComparison.OrdinalIgnoreCase);
        return Bearer().Replace(Email().Replace(text, Struck), $"$1 {Struck}");
    }

    private string Fields(string form) => string.Join('&', form.Split('&').Select(pair =>
    {
        var name = Uri.UnescapeDataString(pair.Split('=', 2)[0]);
        if (!IsSecret(name) && !IsPersonal(name))
            return Strike(Uri.UnescapeDataString(pair.Replace('+', ' ')));
        if (pair.Split('=', 2) is [_, var value])
            Remember(Uri.UnescapeDataString(value.Replace('+', ' ')));
        return $"{name}={Struck}";
    }));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), " …");

    [GeneratedRegex("""[^\s@"'<>:,;=]+(?:@|%40)[^\s@"'<>,;&]+\.[^\s@"'<>,;&]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(Bearer|Basic|OB_HMAC)\s+[A-Za-z0-9._~+/=-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();
}
