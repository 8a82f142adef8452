using Portal.Core.Guests;

namespace Portal.Core.Languages;

/// <summary>What is wrong with a value, each a sentence of its own.</summary>
public sealed record FaultWords
{
    public required string Needed { get; init; }
    public required string TooLong { get; init; }
    public required string NotEmail { get; init; }
    public required string NotPhone { get; init; }
    public required string NotInList { get; init; }
    public required string NotDate { get; init; }
    public required string InFuture { get; init; }
    public required string TooLongAgo { get; init; }
    public required string RefusedAsMissing { get; init; }
    public required string RefusedAsInvalid { get; init; }
    public required string Refused { get; init; }

    /// <summary>What our own check found.</summary>
    public string Of(GuestFaultKind kind, GuestField field) => kind switch
    {
        GuestFaultKind.Missing => Needed,
        GuestFaultKind.TooLong => TooLong.With(("max", field.MaxLength)),
        GuestFaultKind.NotEmail => NotEmail,
        GuestFaultKind.NotPhone => NotPhone,
        GuestFaultKind.NotInList => NotInList,
        GuestFaultKind.NotDate => NotDate,
        GuestFaultKind.InFuture => InFuture,
        GuestFaultKind.TooLongAgo => TooLongAgo,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What a provider complained of. Its own words are for agents: they are in no language that we could know.</summary>
    public string OfProvider(string complaint) => complaint switch { "required" => RefusedAsMissing, "invalid" => RefusedAsInvalid, _ => Refused };
}
