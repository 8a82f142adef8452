using System.Text;
using System.Text.Json;

namespace Portal.Sandbox.State;

/// <summary>One thing's new value; null takes it away.</summary>
internal sealed record Change(string Kind, string Id, object? Value);

/// <summary>
/// The sandbox's memory: a file of JSON lines, one line per answer, holding everything that answer changed. One line
/// is one write, so a process that is killed leaves either all of an answer's changes or none of them.
/// </summary>
internal sealed class StateJournal : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Lock _gate = new();
    private readonly FileStream? _file;
    private readonly Dictionary<string, OrderedDictionary<string, JsonElement>> _loaded = [];

    private StateJournal(FileStream? file) => _file = file;

    public static StateJournal Open(string? path)
    {
        if (path is null) return new StateJournal(null);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var before = new StateJournal(null);
        if (File.Exists(path)) foreach (var line in File.ReadLines(path)) before.Load(line);

        // Written anew and moved into place: the file does not grow for ever, and a kill in between loses nothing.
        var fresh = path + ".new";
        using (var compact = new FileStream(fresh, FileMode.Create, FileAccess.Write))
            foreach (var (kind, things) in before._loaded)
                foreach (var (id, value) in things)
                    compact.Write(Line([new Change(kind, id, value)]));
        File.Move(fresh, path, overwrite: true);

        var journal = new StateJournal(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0));
        foreach (var (kind, things) in before._loaded) journal._loaded[kind] = things;
        return journal;
    }

    /// <summary>What was remembered of one kind when the sandbox started, oldest first.</summary>
    public IEnumerable<(string Id, T Value)> Read<T>(string kind) =>
        _loaded.TryGetValue(kind, out var things)
            ? things.Select(t => (t.Key, t.Value.Deserialize<T>(Json)!))
            : [];

    /// <summary>Writes all changes of one answer in one go.</summary>
    public void Save(params IReadOnlyCollection<Change> changes)
    {
        if (_file is null || changes.Count == 0) return;
        var line = Line(changes);
        lock (_gate) _file.Write(line);
    }

    public void Dispose() => _file?.Dispose();

    private static byte[] Line(IReadOnlyCollection<Change> changes) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(changes, Json) + "\n");

    private void Load(string line)
    {
        List<Change>? changes;
        try
        {
            changes = JsonSerializer.Deserialize<List<Change>>(line, Json);
        }
        catch (JsonException)
        {
            // The process died while this line was being written: its answer was never sent, so nobody relies on it.
            return;
        }
        foreach (var (kind, id, value) in changes ?? [])
        {
            if (!_loaded.TryGetValue(kind, out var things)) _loaded[kind] = things = [];
            if (value is JsonElement element) things[id] = element;
            else things.Remove(id);
        }
    }
}
