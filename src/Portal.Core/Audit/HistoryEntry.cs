namespace Portal.Core.Audit;

/// <summary>One move of a hold, order, item or booking, in the words a timeline shows. Written with the move, in its transaction.</summary>
public sealed class HistoryEntry
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public Guid? CartId { get; set; }
    public Guid? HoldId { get; set; }
    public Guid? BookingId { get; set; }
    public Guid? OrderId { get; set; }
    /// <summary>The promoter, channel, event or agency for which somebody decided what is sold.</summary>
    public Guid? SwitchOf { get; set; }
    /// <summary>The agency about whose account somebody decided: its limit, its address, its money.</summary>
    public Guid? AccountOf { get; set; }
    /// <summary>The price rule, or the upload of exchange rates, that somebody changed what is asked with.</summary>
    public Guid? PriceOf { get; set; }
    /// <summary>Who caused it: a name, or the job's.</summary>
    public required string By { get; set; }
    /// <summary>States before and after; null where it is a remark and not a move.</summary>
    public string? FromState { get; set; }
    public string? ToState { get; set; }
    /// <summary>One sentence for people. Free of personal data.</summary>
    public required string Said { get; set; }
}
