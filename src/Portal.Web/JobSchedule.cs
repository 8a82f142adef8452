using Quartz;

namespace Portal.Web;

/// <summary>One line of the list of jobs.</summary>
/// <param name="Name">For the log.</param>
/// <param name="Every">How long after one run began the next begins; a run that takes longer delays it.</param>
/// <param name="RunAsync">Calls the verb and returns how many things it dealt with.</param>
internal sealed record Job(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task<int>> RunAsync);

/// <summary>The seam to the scheduler: the only place that knows it is Quartz.</summary>
internal static partial class JobSchedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, IReadOnlyList<Job> jobs)
    {
        services.AddSingleton(jobs);
        services.AddQuartz(quartz =>
        {
            foreach (var job in jobs)
            {
                var key = new JobKey(job.Name);
                quartz.AddJob<RunJob>(j => j.WithIdentity(key).StoreDurably());
                quartz.AddTrigger(t => t.ForJob(key).WithIdentity(job.Name).StartNow()
                    .WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            }
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>Runs the line of the list that has the job's name. One run of a line at a time on this node.</summary>
    [DisallowConcurrentExecution]
    private sealed partial class RunJob(IReadOnlyList<Job> jobs, IServiceProvider verbs, ILogger<RunJob> logger) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var job = jobs.Single(j => j.Name == context.JobDetail.Key.Name);
            try
            {
                var count = await job.RunAsync(verbs, cancellationToken);
                if (count > 0)
                    Did(logger, job.Name, count);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                Stopped(logger, job.Name);
            }
#pragma warning disable CA1031 // A run that fails must not end the schedule; the next run finds the same work.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Failed(logger, job.Name, exception);
            }
        }

        [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} dealt with {Count}.")]
        private static partial void Did(ILogger logger, string job, int count);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Job} was stopped with the portal.")]
        private static partial void Stopped(ILogger logger, string job);

        [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; its next run takes up the same work.")]
        private static partial void Failed(ILogger logger, string job, Exception exception);
    }
}
