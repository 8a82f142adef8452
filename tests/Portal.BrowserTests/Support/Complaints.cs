using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Portal.BrowserTests.Support;

/// <summary>Keeps what the portal logs as errors, so that a story that fails says why.</summary>
internal sealed class Complaints : ILoggerProvider
{
    private readonly ConcurrentQueue<string> errors = new();

    /// <summary>What was logged since the last asking.</summary>
    public string Take()
    {
        var taken = new List<string>();
        while (errors.TryDequeue(out var error))
            taken.Add(error);
        return string.Join('\n', taken);
    }

    public ILogger CreateLogger(string categoryName) => new Errors(errors);

    public void Dispose()
    {
    }

    // A page that is closed, or left by its address, while a filter changes it never says that it got there: a minute later, in the middle of
    // another story, the framework gives up waiting for it, and says so twice. Nobody waits any more.
    private static bool IsOfAPageThatIsGone(Exception? exception) =>
        exception is TaskCanceledException && exception.ToString().Contains(".RemoteNavigationManager.", StringComparison.Ordinal);

    private sealed class Errors(ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsOfAPageThatIsGone(exception))
                errors.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
