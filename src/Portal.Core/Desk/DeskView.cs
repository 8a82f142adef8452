using Portal.Core.Audit;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Pricing;

namespace Portal.Core.Desk;

/// <summary>What needs an agent now, most pressing kind first, and how the day went so far.</summary>
public sealed record DeskView(IReadOnlyList<DeskNeed> Needs, IReadOnlyList<DeskNotice> Notices, IReadOnlyList<DeskSales> Mine, IReadOnlyList<DeskSales> Agency)
{
    public static readonly DeskView Nothing = new([], [], [], []);
}

public enum NeedKind
{
    /// <summary>A hold of the agent's runs out.</summary>
    Hold,
    /// <summary>A line of the agent's waits for a choice or ran out.</summary>
    Choice,
    /// <summary>A provider's answer to an order is missing.</summary>
    Unknown,
    /// <summary>An order was refused with its places still held.</summary>
    Refused,
    /// <summary>Guest data of a booking are missing, cannot be right, or were refused.</summary>
    Guests,
    /// <summary>What is kept unpaid lapses at a deadline.</summary>
    Deadline,
}

/// <summary>One thing to do.</summary>
/// <param name="What">What it is about.</param>
/// <param name="Tickets">How many; 0 with <see cref="NeedKind.Guests"/>, where persons are counted.</param>
/// <param name="By">Until when, UTC; null when nothing runs out.</param>
/// <param name="CartId">The way in: a cart, or else…</param>
/// <param name="Reference">…a booking.</param>
public sealed record DeskNeed(NeedKind Kind, string What, int Tickets, DateTime? By, Guid? CartId, string? Reference)
{
    public bool IsMine { get; init; } = true;
    /// <summary>With <see cref="NeedKind.Guests"/>: how far they are.</summary>
    public GuestProgressView? Guests { get; init; }
}

/// <summary>Something that happened without the agent.</summary>
public sealed record DeskNotice(Guid Id, NoticeKind Kind, string Said, DateTime At, string? Reference);

/// <summary>What was sold today, in the agency's currency.</summary>
/// <param name="Selling">What customers pay.</param>
/// <param name="Margin">What of it stays with the agency: commission and markup.</param>
/// <param name="Tickets">How many.</param>
public sealed record DeskSales(Money Selling, Money Margin, int Tickets);
