using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Db.Demo;

namespace Portal.Web;

/// <summary>Where the demo is wanted: decides about its promoters as soon as the catalogues have been read, then ends.</summary>
internal sealed partial class DemoDecisions(DemoEnablement enablement, IOptions<DemoSettings> demo, ILogger<DemoDecisions> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!demo.Value.Seed)
            return;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (await IsDoneAsync(stoppingToken))
                    return;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping while waiting is one way this ends.
        }
    }

    private async Task<bool> IsDoneAsync(CancellationToken stopping)
    {
        try
        {
            return await enablement.RunAsync(stopping);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or TimeoutException)
        {
            NotDecided(log, e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's promoters could not be switched yet; it is tried again.")]
    private static partial void NotDecided(ILogger log, Exception exception);
}
