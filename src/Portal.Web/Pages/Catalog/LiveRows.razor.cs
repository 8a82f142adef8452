using Microsoft.AspNetCore.Components;
using Portal.Core.Catalog;

namespace Portal.Web.Pages.Catalog;

/// <summary>Asks the providers behind the rows that are shown, and draws what they say.</summary>
public sealed partial class LiveRows(QuoteSessions quoteSessions, TimeProvider clock, ILogger<LiveRows> log) : IDisposable
{
        // Answers come in a burst: they are drawn together.
        private static readonly TimeSpan DrawnEvery = TimeSpan.FromMilliseconds(150);

        private readonly Dictionary<Guid, LiveQuote> live = [];
        private readonly Dictionary<Guid, LiveNews> news = [];
        private IReadOnlyList<FoundEvent>? asked;
        private CancellationTokenSource? asking;
        private bool isDrawing;

        [Parameter, EditorRequired] public IReadOnlyList<FoundEvent> Rows { get; set; } = [];
        [Parameter, EditorRequired] public EventQuery Query { get; set; } = default!;
        [Parameter] public bool IsStale { get; set; }
        [Parameter] public string? ReaderZone { get; set; }

        protected override void OnParametersSet()
        {
            if (ReferenceEquals(asked, Rows))
                return;
            asked = Rows;
            asking?.Cancel();
            asking?.Dispose();
            live.Clear();
            news.Clear();
            _ = AskAsync(Rows, (asking = new CancellationTokenSource()).Token);
        }

        private async Task AskAsync(IReadOnlyList<FoundEvent> rows, CancellationToken mine)
        {
            var sellers = rows.SelectMany(r => r.Sellers).Where(s => s.AgainstSelling.Count == 0).ToList();
            foreach (var seller in sellers)
                news[seller.ConnectionId] = new LiveNews(seller.ConnectionId, seller.Provider, LiveState.Asking, []);
            try
            {
                await quoteSessions.RunAsync([.. sellers.Select(s => new QuoteWish(s.SessionId, s.ConnectionId))],
                    told => InvokeAsync(() => Hear(told, mine)), mine);
            }
            catch (OperationCanceledException) when (mine.IsCancellationRequested)
            {
                // Other rows are shown, or none.
            }
    #pragma warning disable CA1031 // The rows stand as they are stored; live figures are an addition to them.
            catch (Exception exception)
    #pragma warning restore CA1031
            {
                AskingFailed(log, exception);
            }
        }

        private void Hear(LiveNews told, CancellationToken mine)
        {
            if (mine.IsCancellationRequested)
                return;
            foreach (var quote in told.Quotes)
                live[quote.SessionId] = quote;
            // A provider that was called slow stays so until it is done.
            if (told.State != LiveState.Asking)
                news[told.ConnectionId] = told;
            if (isDrawing)
                return;
            isDrawing = true;
            _ = DrawSoonAsync(mine);
        }

        private async Task DrawSoonAsync(CancellationToken mine)
        {
            try
            {
                await Task.Delay(DrawnEvery, clock, mine);
                StateHasChanged();
            }
            catch (OperationCanceledException) when (mine.IsCancellationRequested)
            {
                // Nothing to draw any more.
            }
            finally
            {
                isDrawing = false;
            }
        }

        [LoggerMessage(Level = LogLevel.Warning, Message = "Live prices could not be asked for; the rows keep what is stored.")]
        private static partial void AskingFailed(ILogger logger, Exception exception);

        public void Dispose()
        {
            asking?.Cancel();
            asking?.Dispose();
        }
}
