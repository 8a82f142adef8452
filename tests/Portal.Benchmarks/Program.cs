using Portal.Benchmarks;

// The list of benchmarks: dotnet run -c Release --project tests/Portal.Benchmarks [name...] [--explain: with query plans]
Dictionary<string, Func<Task>> benchmarks = new()
{
    ["writers"] = Writers.RunAsync,
    ["searches"] = () => Searches.RunAsync(args.Contains("--explain")),
    ["lapsing"] = LapsingHolds.RunAsync,
    ["orders"] = Orders.RunAsync,
    ["guests"] = () => GuestBoards.RunAsync(args.Contains("--explain")),
};

var named = args.Where(a => a != "--explain").ToArray();
var asked = named is [] ? [.. benchmarks.Keys] : named;
if (asked.Except(benchmarks.Keys).ToList() is { Count: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"No benchmark called {string.Join(", ", unknown)}. There are: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}
foreach (var name in asked)
    await benchmarks[name]();
return 0;
