using Microsoft.AspNetCore.Http;

namespace Portal.Sandbox.Xs2Event.Wire;

/// <summary>The query parameters one list takes. Any other parameter is refused, as the provider says it does.</summary>
internal sealed class FilterSet<T>
{
    private static readonly string[] Common = ["page", "page_size", "sorting"];
    private readonly Dictionary<string, Func<Filter, T, bool>> _filters = [];
    private readonly HashSet<string> _options = [.. Common];

    /// <summary>A parameter that selects, by any test.</summary>
    public FilterSet<T> By(string name, Func<Filter, T, bool> test)
    {
        _filters[name] = test;
        return this;
    }

    public FilterSet<T> Text(string name, Func<T, string?> of) => By(name, (f, x) => f.Text(of(x)));

    public FilterSet<T> AnyCase(string name, Func<T, string?> of) => By(name, (f, x) => f.Text(of(x), StringComparison.OrdinalIgnoreCase));

    public FilterSet<T> Contained(string name, Func<T, string?> of) => By(name, (f, x) => f.Contained(of(x)));

    public FilterSet<T> Number(string name, Func<T, decimal> of) => By(name, (f, x) => f.Number(of(x)));

    public FilterSet<T> Date(string name, Func<T, DateTime> of) => By(name, (f, x) => f.Date(of(x)));

    public FilterSet<T> Flag(string name, Func<T, bool> of) => By(name, (f, x) => f.Flag(of(x)));

    public FilterSet<T> OneOf(string name, IReadOnlyList<string> allowed, Func<T, string> of) => By(name, (f, x) => f.OneOf(of(x), allowed));

    /// <summary>A parameter that is known but does not select.</summary>
    public FilterSet<T> Option(string name)
    {
        _options.Add(name);
        return this;
    }

    /// <summary>
    /// Those that pass: every filter by default; with <paramref name="or"/> any filter, which is the provider's own
    /// default on bookings.
    /// </summary>
    /// <param name="witness">A bad value must be refused even where the list is empty, so it is tried on this one.</param>
    public IReadOnlyList<T> Apply(IQueryCollection query, IEnumerable<T> all, T? witness = default, bool or = false)
    {
        var wanted = new List<(Filter Filter, Func<Filter, T, bool> Test)>();
        foreach (var (name, values) in query)
        {
            if (values.Count > 1) throw Problems.BadQuery($"{name} is given more than once.");
            if (_filters.TryGetValue(name, out var test)) wanted.Add((Filter.Parse(name, values.ToString()), test));
            else if (!_options.Contains(name)) throw Problems.BadQuery($"'{name}' is not a parameter of this list.");
        }
        if (witness is not null) foreach (var (filter, test) in wanted) test(filter, witness);
        if (wanted.Count == 0) return [.. all];
        return or
            ? [.. all.Where(x => wanted.Exists(w => w.Test(w.Filter, x)))]
            : [.. all.Where(x => wanted.TrueForAll(w => w.Test(w.Filter, x)))];
    }
}
