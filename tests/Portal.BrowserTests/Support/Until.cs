using System.Diagnostics;

namespace Portal.BrowserTests.Support;

/// <summary>Waits for what no page shows: a row, an entry of the sandbox's ledger.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> isSo, string what, int seconds = 30)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(seconds))
                throw new TimeoutException($"{seconds} s passed before {what}.");
            await Task.Delay(50);
        }
    }

    public static Task TrueAsync(Func<bool> isSo, string what, int seconds = 30) => TrueAsync(() => Task.FromResult(isSo()), what, seconds);
}
