namespace Portal.Core.Catalog;

/// <summary>Quantity rules in words: said before the click, and once more when a wish breaks one.</summary>
public static class QuantityWords
{
    /// <summary>The rule as a person would say it; null when anything goes.</summary>
    public static string? Say(QuantityRule rule)
    {
        var parts = new List<string>();
        if (rule.CountsPackages)
            parts.Add("sold as packages");
        if (rule.Step == 2)
            parts.Add("in pairs only");
        else if (rule.Step > 2)
            parts.Add($"in multiples of {rule.Step}");
        if (rule.Min > Math.Max(1, rule.Step))
            parts.Add($"at least {rule.Min}");
        if (rule.Max is { } max)
            parts.Add($"at most {max}");
        if (rule.NotLeaveOne)
            parts.Add("not leaving a single one");
        if (parts.Count == 0)
            return null;
        var said = string.Join(", ", parts);
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>Why that many cannot be had, and what can.</summary>
    public static string Say(QuantityFault fault, QuantityRule rule, int? stock, int wanted) => fault switch
    {
        QuantityFault.BelowMinimum => $"At least {Math.Max(1, rule.Min)} at once.",
        QuantityFault.AboveMaximum when stock < (rule.Max ?? int.MaxValue) => $"Only {stock} left, you asked for {wanted}.",
        QuantityFault.AboveMaximum => $"At most {rule.Max} at once.",
        QuantityFault.NotAMultiple => rule.Step == 2 ? "Sold in pairs only: choose an even number." : $"Sold in multiples of {rule.Step}.",
        QuantityFault.LeavesOne => $"This would leave a single one of {stock}: take one fewer, or all.",
        _ => "That many cannot be had.",
    };
}
