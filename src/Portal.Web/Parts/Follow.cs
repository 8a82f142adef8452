using Microsoft.AspNetCore.Components;

namespace Portal.Web.Parts;

/// <summary>
/// Draws nothing: asks for a small mark every few seconds and says when it is no longer the known one, so that what another tab, node
/// or job changed shows here. The page reads the mark before what it draws, hands it in as <see cref="Known"/> and reads again when told.
/// </summary>
public sealed partial class Follow(TimeProvider clock, ILogger<Follow> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private CancellationTokenSource? pause;
    private TimeSpan? running;

    [Parameter, EditorRequired]
    public Func<CancellationToken, Task<string?>> Mark { get; set; } = default!;

    /// <summary>The mark as of the last reading of the page.</summary>
    [Parameter, EditorRequired]
    public string? Known { get; set; }

    /// <summary>How often; null rests.</summary>
    [Parameter]
    public TimeSpan? Every { get; set; }

    [Parameter]
    public EventCallback OnChange { get; set; }

    protected override void OnParametersSet()
    {
        if (running == Every || gone.IsCancellationRequested)
            return;
        running = Every;
        pause?.Cancel();
        if (Every is { } period)
            _ = RunAsync(period, (pause = CancellationTokenSource.CreateLinkedTokenSource(gone.Token)).Token);
    }

    public void Dispose()
    {
        gone.Cancel();
        pause?.Dispose();
        gone.Dispose();
    }

    private async Task RunAsync(TimeSpan period, CancellationToken token)
    {
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(token))
                await InvokeAsync(() => LookAsync(token));
        }
        catch (OperationCanceledException)
        {
            // The page is gone or follows at another pace.
        }
    }

    private async Task LookAsync(CancellationToken token)
    {
        try
        {
            if (await Mark(token) is { } mark && mark != Known)
                await OnChange.InvokeAsync();
        }
#pragma warning disable CA1031 // One look that failed must not end the looking; the page still shows what it showed.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LookFailed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not look whether something changed; it looks again.")]
    private static partial void LookFailed(ILogger logger, Exception exception);
}
