using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>
/// Two ways of doing the same, measured in turns, so that what else the machine does meets both. The ratio of the medians says more
/// than either time.
/// </summary>
internal static class Comparison
{
    public static async Task RunAsync(string what, (string Name, Func<Task> Do) baseline, (string Name, Func<Task> Do) other, int rounds = 9)
    {
        List<double> first = [], second = [];
        for (var round = 0; round <= rounds; round++)
        {
            var (a, b) = (await TimeAsync(baseline.Do), await TimeAsync(other.Do));
            // The first round warms up.
            if (round > 0)
            {
                first.Add(a);
                second.Add(b);
            }
        }
        Console.WriteLine($"{what}: {baseline.Name} {Median(first):0.0} ms, {other.Name} {Median(second):0.0} ms, ratio {Median(second) / Median(first):0.00}");
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
