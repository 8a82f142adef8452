using System.Globalization;
using Portal.Core.Providers;
using Portal.Sandbox.EGuma;
using Portal.Sandbox.Xs2Event;
using Portal.Tests.Providers;

namespace Portal.Tests.Matrix;

/// <summary>The table of wires.</summary>
internal static class Wires
{
    private static readonly Fault[] Faults = Enum.GetValues<Fault>();

    private const string NothingBefore = "One call makes the hold and fills it: before it there is nothing that could lapse.";

    public static Wire Xs2Event { get; } = new()
    {
        Kind = "XS2Event", Sandbox = "xs2event",
        Settings = new Dictionary<string, string> { ["X-Api-Key"] = Xs2EventOptions.DemoKey },
        Line = s => Xs2EventContractTests.Line(s.Xs2Event.Samples.LeadPreCheckout, 2),
        Operations = new Dictionary<Step, string> { [Step.Hold] = "reservation.create", [Step.Buyer] = "reservation.guestdata", [Step.Commit] = "booking.create" },
        Release = "reservation.release",
        Left = s => s.Xs2Event.Ticket(s.Xs2Event.Samples.LeadPreCheckout.TicketId).Stock,
        OtherPrice = Cents,
        Keeps = t => t is { Kind: "reservation", State: "active" or "extended" },
        IsSale = t => t.Kind == "booking",
        WhyNot = Because(
            Never(Step.Prepare, "A reservation is booked at once: no call freezes it before."),
            [(Fault.PriceChanged, Step.Buyer, "Guest data name no price: the reservation keeps the net rate it was made at.")],
            [(Fault.PriceChanged, Step.Commit, "The booking names the reservation only, which keeps the net rate it was made at.")],
            [(Fault.HoldLapsed, Step.Hold, NothingBefore)]),
        Otherwise = new Dictionary<(Fault, Step), (End, string)> { [(Fault.PriceChanged, Step.Hold)] = (End.Nothing, "The reservation names its price: another one is refused.") },
    };

    public static Wire EGuma { get; } = new()
    {
        Kind = "EGuma", Sandbox = "eguma",
        Settings = new Dictionary<string, string> { ["apikey"] = EGumaOptions.DemoKey },
        Line = s => EGumaContractTests.Line(s.EGuma.Samples.Slot, 2),
        Operations = new Dictionary<Step, string> { [Step.Hold] = "reservation.create", [Step.Commit] = "booking.create" },
        Release = "reservation.cancel",
        Left = s => s.EGuma.Left(s.EGuma.Samples.Slot.ProductId, s.EGuma.Samples.Slot.StartsAt)!.Value,
        OtherPrice = Cents,
        Keeps = t => t is { Kind: "reservation", State: "held" },
        IsSale = t => t is { Kind: "booking", State: "completed" },
        WhyNot = Because(
            Never(Step.Buyer, "The customer goes along with the booking: no call of its own takes him."),
            Never(Step.Prepare, "A reservation is booked at once: no call freezes it before."),
            [(Fault.HoldLapsed, Step.Hold, NothingBefore)]),
        Otherwise = new Dictionary<(Fault, Step), (End, string)>
        {
            [(Fault.SilentAfter, Step.Hold)] = (End.Nothing, "A reservation whose id never came back cannot be asked for: it lapses."),
            [(Fault.PriceChanged, Step.Commit)] = (End.SoldAndTold, "The booking takes no price: one that moves after the last look is told once it is sold."),
        },
    };

    public static Wire OneboxChannels { get; } = new()
    {
        Kind = "OneboxChannels", Sandbox = "oneboxchannels",
        Settings = OneboxChannelsContractTests.Signed,
        Line = s => OneboxChannelsContractTests.Line(s.OneboxChannels.Samples.Theatre, 2),
        Operations = new Dictionary<Step, string> { [Step.Hold] = "cart.addBest", [Step.Buyer] = "cart.client", [Step.Prepare] = "order.create", [Step.Commit] = "order.commit" },
        Release = "cart.releaseAll",
        Left = s => s.OneboxChannels.Left(s.OneboxChannels.Samples.Theatre.SessionId, s.OneboxChannels.Samples.Theatre.OfferId),
        OtherPrice = Whole,
        Keeps = t => t is { Kind: "cart", State: "holding", Places: > 0 } or { Kind: "order", State: "PRE_ORDER" },
        IsSale = t => t is { Kind: "order", State: "PAID" or "CONFIRMED" },
        Books = true,
        IsUnpaid = t => t.State == "CONFIRMED",
        WhyNot = Because([(Fault.PriceChanged, Step.Commit, "createOrder has fixed what is to be paid; commitOrder names the order only.")]),
        Otherwise = new Dictionary<(Fault, Step), (End, string)>
        {
            [(Fault.SilentAfter, Step.Prepare)] = (End.Kept, "An order whose code never came back cannot be asked for: its places stay locked until its time is over."),
        },
    };

    public static Wire OneboxDistribution { get; } = new()
    {
        Kind = "OneboxDistribution", Sandbox = "onebox-distribution",
        Settings = OneboxDistributionContractTests.ConnectionSettings,
        Line = s => OneboxDistributionContractTests.Line(s.OneboxDistribution.Samples.Attendees, 2),
        Operations = new Dictionary<Step, string> { [Step.Hold] = "order.seats-auto", [Step.Buyer] = "order.buyer", [Step.Prepare] = "order.pre-confirm", [Step.Commit] = "order.confirm" },
        Release = "order.release",
        Left = s => s.OneboxDistribution.Places(s.OneboxDistribution.Samples.Attendees.PriceTypeId).Available,
        OtherPrice = Cents,
        Keeps = t => t is { Kind: "hold", State: "HELD" },
        IsSale = t => t is { Kind: "sale", State: "PURCHASED" or "BOOKED" },
        Otherwise = new Dictionary<(Fault, Step), (End, string)>
        {
            [(Fault.PriceChanged, Step.Hold)] = (End.Nothing, "The order tells its price with the places: at another one they are given back at once."),
            [(Fault.PriceChanged, Step.Prepare)] = (End.Nothing, "The frozen order tells its total: at another one it is let go."),
        },
    };

    public static Wire SecuTix { get; } = new()
    {
        Kind = "SecuTix", Sandbox = "secutix",
        Settings = SecuTixFacts.Settings(("Wire", "Rest")),
        Line = s => SecuTixFacts.Line(s.SecuTix.Samples.Opera, 2),
        Operations = new Dictionary<Step, string> { [Step.Hold] = "createOrUpdateOrder", [Step.Prepare] = "validateOrder", [Step.Commit] = "closeOrder" },
        Release = "abandonOrder",
        Left = s => s.SecuTix.Stock(s.SecuTix.Samples.Opera)!.Value,
        OtherPrice = line => Whole(line) * 1000,
        Keeps = t => t is { Kind: "order", State: "RUNNING" or "VALIDATED", Places: > 0 },
        IsSale = t => t.Kind is "sale" or "reservation",
        Books = true,
        IsUnpaid = t => t.Kind == "reservation",
        WhyNot = Because(
            Never(Step.Buyer, "The contact goes along with closeOrder: no call of its own takes it."),
            [(Fault.PriceChanged, Step.Prepare, "validateOrder names the order only, which keeps the prices it was made at.")],
            [(Fault.PriceChanged, Step.Commit, "closeOrder names the order only, which keeps the prices it was made at.")],
            [(Fault.HoldLapsed, Step.Hold, NothingBefore)]),
        Otherwise = new Dictionary<(Fault, Step), (End, string)>
        {
            [(Fault.SilentAfter, Step.Hold)] = (End.Nothing, "An order whose id never came back cannot be asked for: it lapses."),
        },
    };

    public static IReadOnlyList<Wire> All { get; } = [Xs2Event, EGuma, OneboxChannels, OneboxDistribution, SecuTix];

    public static Wire Named(string kind) => All.Single(w => w.Kind == kind);

    private static long Whole(HoldLine line) => (long)line.NetEach.Amount + 7;

    private static long Cents(HoldLine line) => Whole(line) * 100;

    private static IEnumerable<(Fault, Step, string)> Never(Step step, string because) => Faults.Select(f => (f, step, because));

    private static Dictionary<(Fault, Step), string> Because(params IEnumerable<(Fault Fault, Step Step, string Why)>[] reasons) =>
        reasons.SelectMany(r => r).ToDictionary(r => (r.Fault, r.Step), r => r.Why);
}
