namespace Portal.Tests.Matrix;

/// <summary>How cells end.</summary>
internal static class Ends
{
    public static End Of(Wire wire, Fault fault, Step step) => wire.Otherwise.TryGetValue((fault, step), out var other) ? other.End : Usual(fault, step);

    /// <summary>What passes by itself ends in a sale, what does not in none; a refusal leaves the places to whoever has them.</summary>
    private static End Usual(Fault fault, Step step) => (fault, step) switch
    {
        (Fault.SilentBefore or Fault.Throttled, Step.Hold) => End.Nothing,
        (Fault.SilentBefore or Fault.SilentAfter or Fault.Throttled, _) => End.Sold,
        (Fault.HoldLapsed, _) or (Fault.Refused, Step.Hold) => End.Nothing,
        _ => End.Kept,
    };

    /// <summary>What is asked again once it has passed: an agent presses the button once more.</summary>
    public static bool PassesByItself(Fault fault) => fault is Fault.SilentBefore or Fault.SilentAfter or Fault.Throttled;
}
