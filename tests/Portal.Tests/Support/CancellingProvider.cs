using Portal.Core.Providers;

namespace Portal.Tests.Support;

/// <summary>A provider in memory whose sales can be taken back without cost, asked by replay of the same text, as e-guma is.</summary>
internal sealed class CancellingProvider : InMemoryProvider, ICancels, IReplaysCommits
{
    private readonly List<string> cancelled = [];

    public CancellingProvider(TimeProvider time, string kind) : base(time, kind) => Traits = Traits with { CommitCanBeUndone = true, CanCancel = true };

    public IReadOnlyList<string> Cancelled => cancelled;

    public TimeSpan KeyRetention => TimeSpan.FromHours(72);

    public bool CanCancelItems => false;

    /// <summary>How often a text was composed: once for each key, whatever is asked again.</summary>
    public int Composed { get; private set; }

    public string ComposeCommit(ProviderCall call, CommitRequest request) => $"{request.Key} {++Composed}";

    public bool CanCancel(SaleMode mode) => true;

    public Task<Answer<CancelledItems>> CancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation) => AskAsync(Questioned.Cancel, () =>
    {
        var hold = Find(call)!;
        if (hold.Status == "booked")
        {
            Void(hold);
            hold.Status = "cancelled";
            cancelled.Add(call.Find(Order)!);
        }
        return (Answer<CancelledItems>)new CancelledItems([], "cancelled", null);
    });

    public Task<Answer<CancelFinding>> LookUpCancelAsync(ProviderCall call, ItemsRequest request, CancellationToken cancellation) => AskAsync(Questioned.LookUpCancel, () =>
        (Answer<CancelFinding>)(Find(call)!.Status == "cancelled"
            ? new CancelFinding(CancelFound.Done, new CancelledItems([], "cancelled", null))
            : new CancelFinding(CancelFound.NotDone)));
}
