using Portal.Sandbox.SecuTix.Model;
using Portal.Sandbox.SecuTix.Operations;
using Portal.Sandbox.SecuTix.Wire;
using Portal.Sandbox.State;

namespace Portal.Sandbox.SecuTix;

/// <summary>
/// The pretended SecuTix behind its wires: what a test or the control page may look at, and what an institution's staff would do by
/// hand. Ids that do not exist throw <see cref="KeyNotFoundException"/>.
/// </summary>
public sealed class SecuTixWorld : PretendedWorld
{
    private readonly CloseOperations _closing;

    internal SecuTixWorld(SecuTixOptions options, SandboxClock clock, Ledger ledger, StateJournal journal)
    {
        State = new SecuTixState(options, clock, ledger, journal);
        var book = new OrderBook(State);
        var resumption = new Resumption(State, book);
        _closing = new CloseOperations(State, book, resumption);
        Methods =
        [
            .. new CatalogueOperations(State).Methods, .. new AvailabilityOperations(State).Methods, .. new CartOperations(State, book, resumption).Methods,
            .. _closing.Methods, .. new ReadingOperations(State, book).Methods,
        ];
    }

    /// <summary>Offers tests may rely on.</summary>
    public SecuTixSamples Samples => State.Samples;

    /// <summary>The settings; changes count from the next call on.</summary>
    public SecuTixOptions Options => State.Options;

    internal SecuTixState State { get; }

    internal IReadOnlyList<Method> Methods { get; }

    /// <summary>What is left of an offer; null is as many as one likes.</summary>
    public int? Stock(SecuTixSample of) => Within(() => PoolOf(of).Left);

    /// <summary>Sets what is left of an offer.</summary>
    public void SetStock(SecuTixSample of, int? left) => Within(() => Misfortune.SetLeft(State, PoolOf(of), left));

    /// <summary>Sets a price in thousandths.</summary>
    public void SetPrice(SecuTixSample of, long price) => Within(() => SetPrice(PoolOf(of), of.AudienceId, price));

    /// <summary>An order's state, in the provider's word.</summary>
    public string OrderState(long orderId) => Within(() => State.Orders[orderId].State);

    /// <summary>A file's state, in the provider's word.</summary>
    public string FileState(long orderId) => Within(() => FileStates.Of([.. State.OrdersOf(State.Orders[orderId].FileId)]));

    /// <summary>Lets an open order expire before its time, or a closed reservation run out.</summary>
    public void Lapse(long orderId) => Within(() =>
    {
        var order = State.Orders[orderId];
        if (order.Open) State.Drop(order, Order.Canceled, expired: true);
        else if (order.Keeps) Free(order);
        else throw new InvalidOperationException($"Order {orderId} is {order.State} and keeps nothing that could lapse.");
    });

    /// <summary>Puts a paper into an order's file, as the institution's staff do.</summary>
    public void Attach(long orderId, string name) => Within(() =>
    {
        var order = State.Orders[orderId];
        order.Attachments.Add(new Attachment(State.NewId(), name, "application/pdf", Paper.Pdf.Of(name, $"File {order.FileId}", "A sandbox paper: it opens no gate."), State.Now));
        State.Touch(order);
    });

    /// <summary>Sets a performance's state: RUNNING, SUSPENDED, CANCELED…</summary>
    public void SetPerformanceState(long performanceId, string state) => Within(() =>
    {
        State.Catalogue.Performances[performanceId].State = state;
        State.Touch(State.Catalogue.Performances[performanceId]);
    });

    private protected override void Pass() => State.Pass(_closing.Finish);

    private protected override void Commit() => State.Commit();

    internal void SetPrice(Pool pool, long audience, long price)
    {
        pool.Prices[audience] = price;
        State.Touch(pool);
    }

    private void Free(Order order)
    {
        order.Expired = true;
        State.Free(order);
    }

    private Pool PoolOf(SecuTixSample of) => of.ItemId is { } item ? State.Catalogue.Items[item].Pool : State.Catalogue.Performances[of.PerformanceId!.Value].Pools[of.SeatCategoryId!.Value];
}
