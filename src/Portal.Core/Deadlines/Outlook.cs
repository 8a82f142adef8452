using Portal.Core.Agencies;

namespace Portal.Core.Deadlines;

/// <summary>What will become of a booked place by itself.</summary>
public enum Prospect
{
    /// <summary>Nothing before its deadline: an agent decides.</summary>
    YouDecide,
    /// <summary>It is being bought, or will be with the job's next run.</summary>
    BeingBought,
    /// <summary>It is bought at <see cref="Outlook.At"/> if the credit allows.</summary>
    BoughtIfCreditAllows,
    /// <summary>It is bought once the customer's payments cover the booking.</summary>
    BoughtOncePaid,
    /// <summary>Nobody buys it any more.</summary>
    GivenUp,
    /// <summary>Its deadline has passed and the provider has not said yet what became of it.</summary>
    Over,
}

/// <summary>What will happen to a booked place and when: the same for the job that does it, the page that shows it and the mail that tells of it.</summary>
/// <param name="At">When it happens, UTC; null with <see cref="Prospect.YouDecide"/>, <see cref="Prospect.BoughtOncePaid"/> and what happens at once.</param>
/// <param name="Ends">What comes if it is not bought: freed then, or lapses then, UTC; null while the provider has told no deadline.</param>
/// <param name="IsFreed">Its provider frees it then; else it lapses by itself.</param>
public sealed record Outlook(Prospect Prospect, DateTime? At, DateTime? Ends, bool IsFreed)
{
    /// <param name="rule">The agency's.</param>
    /// <param name="times">Null while the provider has told no deadline.</param>
    /// <param name="isCovered">The customer's payments cover the booking.</param>
    /// <param name="isGivenUp">Somebody decided that it will not be bought.</param>
    /// <param name="canFree">Its provider frees booked places.</param>
    /// <param name="now">UTC.</param>
    public static Outlook Of(ConversionRule rule, DeadlineTimes? times, bool isCovered, bool isGivenUp, bool canFree, DateTime now)
    {
        if (times is not null && times.Deadline <= now)
            return new Outlook(Prospect.Over, null, times.Deadline, false);
        if (isGivenUp)
            return new Outlook(Prospect.GivenUp, null, times?.Deadline, false);
        // Nobody gives up by itself what an agent decides about.
        var isFreed = canFree && rule != ConversionRule.ByHand;
        var ends = isFreed ? times?.GiveUpAt : times?.Deadline;
        return rule switch
        {
            ConversionRule.ByHand => new Outlook(Prospect.YouDecide, null, ends, isFreed),
            ConversionRule.WhenPaid => new Outlook(isCovered ? Prospect.BeingBought : Prospect.BoughtOncePaid, null, ends, isFreed),
            _ when times is null => new Outlook(Prospect.BoughtIfCreditAllows, null, null, isFreed),
            _ when times.BuyFrom <= now => new Outlook(Prospect.BeingBought, null, ends, isFreed),
            _ => new Outlook(Prospect.BoughtIfCreditAllows, times.BuyFrom, ends, isFreed),
        };
    }
}
