using Portal.Benchmarks;

// The list of benchmarks: dotnet run -c Release --project tests/Portal.Benchmarks [name...]
Dictionary<string, Func<Task>> benchmarks = new()
{
    ["writers"] = Writers.RunAsync,
    ["searches"] = Searches.RunAsync,
    ["lapsing"] = LapsingHolds.RunAsync,
    ["orders"] = Orders.RunAsync,
};

var asked = args is [] ? [.. benchmarks.Keys] : args;
if (asked.Except(benchmarks.Keys).ToList() is { Count: > 0 } unknown)
{
    await Console.Error.WriteLineAsync($"No benchmark called {string.Join(", ", unknown)}. There are: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}
foreach (var name in asked)
    await benchmarks[name]();
return 0;
