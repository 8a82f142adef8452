using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Portal.Sandbox.SecuTix.Wire;

/// <summary>
/// What a method was given, from JSON or XML alike. Strict: a value of the wrong kind is malformed, and so is a member that nobody
/// asked for (<see cref="End"/>). XML repeats an element for each entry of a list and knows no kinds.
/// </summary>
internal sealed class Given
{
    private readonly Dictionary<string, Member> _members = [];
    private readonly HashSet<string> _read = [];

    public static Given Of(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object) throw new MalformedException("A JSON object is expected.");
        var given = new Given();
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Null) continue;
            given._members[member.Name] = member.Value.ValueKind is JsonValueKind.Array
                ? new Member([.. member.Value.EnumerateArray().Select(Value)], IsList: true)
                : new Member([Value(member.Value)], IsList: false);
        }
        return given;

        static object Value(JsonElement value) => value.ValueKind is JsonValueKind.Object ? Of(value) : new Leaf(value.ToString(), value.ValueKind);
    }

    public static Given Of(XElement xml)
    {
        var given = new Given();
        foreach (var group in xml.Elements().GroupBy(e => e.Name))
        {
            if (group.Key.NamespaceName.Length > 0) throw new MalformedException($"The parameter {group.Key.LocalName} must not be in a namespace.");
            given._members[group.Key.LocalName] = new Member([.. group.Select(e => e.HasElements ? (object)Of(e) : new Leaf(e.Value, null))], IsList: null);
        }
        return given;
    }

    public string? Text(string name) => One(name) switch
    {
        null => null,
        Leaf { Kind: null or JsonValueKind.String } leaf => leaf.Text,
        _ => throw new MalformedException($"{name} must be a string."),
    };

    public long? Whole(string name) => One(name) is { } value ? Whole(name, value) : null;

    public long Needed(string name) => Whole(name) ?? throw new MalformedException($"{name} is mandatory.");

    public bool? Flag(string name) => One(name) switch
    {
        null => null,
        Leaf { Kind: JsonValueKind.True } or Leaf { Kind: null, Text: "true" or "1" } => true,
        Leaf { Kind: JsonValueKind.False } or Leaf { Kind: null, Text: "false" or "0" } => false,
        _ => throw new MalformedException($"{name} must be true or false."),
    };

    public Given? Object(string name) => One(name) switch
    {
        null => null,
        Given given => given,
        _ => throw new MalformedException($"{name} must be an object."),
    };

    /// <summary>The objects of a list; null where it was not given.</summary>
    public IReadOnlyList<Given>? Objects(string name) => Many(name)?.Select(v => v as Given ?? throw new MalformedException($"{name} must hold objects.")).ToList();

    /// <summary>The numbers of a list; empty where it was not given.</summary>
    public IReadOnlyList<long> Wholes(string name) => Many(name)?.Select(v => Whole(name, v)).ToList() ?? [];

    /// <summary>Takes whatever is there: a map of the caller's own.</summary>
    public void Skip(string name)
    {
        _read.Add(name);
        if (!_members.TryGetValue(name, out var member)) return;
        foreach (var below in member.Values.OfType<Given>()) below._read.UnionWith(below._members.Keys);
    }

    /// <summary>Refuses what nobody asked for, here and below.</summary>
    public void End()
    {
        foreach (var (name, member) in _members)
        {
            if (!_read.Contains(name)) throw new MalformedException($"Unrecognized field \"{name}\".");
            foreach (var below in member.Values.OfType<Given>()) below.End();
        }
    }

    /// <summary>The same text for the same parameters, whatever wire and order they came in.</summary>
    public string Canonical(string except)
    {
        var text = new StringBuilder();
        foreach (var (name, member) in _members.Where(m => m.Key != except).OrderBy(m => m.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{name}=[{string.Join(',', member.Values.Select(v => v is Given g ? g.Canonical(except) : ((Leaf)v).Text))}]");
        return text.ToString();
    }

    private static long Whole(string name, object value) =>
        value is Leaf { Kind: null or JsonValueKind.Number } leaf && long.TryParse(leaf.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new MalformedException($"{name} must be a whole number.");

    private object? One(string name)
    {
        _read.Add(name);
        if (!_members.TryGetValue(name, out var member)) return null;
        return member is { IsList: not true, Values: [var only] } ? only : throw new MalformedException($"{name} must be given once.");
    }

    private IReadOnlyList<object>? Many(string name)
    {
        _read.Add(name);
        if (!_members.TryGetValue(name, out var member)) return null;
        return member.IsList is not false ? member.Values : throw new MalformedException($"{name} must be a list.");
    }

    private sealed record Leaf(string Text, JsonValueKind? Kind);

    /// <param name="IsList">Null in XML, which does not say.</param>
    private sealed record Member(IReadOnlyList<object> Values, bool? IsList);
}
