using Portal.Core.Catalog;
using Portal.Core.Enablement;
using Portal.Core.Pricing;

namespace Portal.Core.Providers;

/// <summary>A no as people read it, always in three parts.</summary>
/// <param name="Happened">What happened.</param>
/// <param name="NotDone">What was not done because of it.</param>
/// <param name="Next">The way on.</param>
public sealed record RefusalSentences(string Happened, string NotDone, string Next)
{
    /// <summary>What is said while a customer looks at the screen, where the sentences tell what the agency pays; null where they do not.</summary>
    public RefusalSentences? ForCustomers { get; init; }

    public override string ToString() => $"{Happened} {NotDone} {Next}";
}

/// <summary>What was being tried; it decides what a refusal says was not done.</summary>
public enum Attempted { Read, Hold, Change, Release, SendGuests, SendLateGuests, SendBuyer, Prepare, Commit, Cancel, Purchase }

/// <summary>
/// The one place with the sentences for refusals. Pages show them, verbs write them into history. Provider texts are never shown as
/// they come, except as the detail of what was <see cref="RefusalReason.Invalid"/> or <see cref="RefusalReason.NotAllowed"/>.
/// </summary>
public static class RefusalWords
{
    /// <param name="refusal">The no.</param>
    /// <param name="provider">The provider's name for people.</param>
    /// <param name="attempted">What was tried.</param>
    public static RefusalSentences For(Refusal refusal, string provider, Attempted attempted)
    {
        var not = NotDone(attempted);
        return refusal.Reason switch
        {
            RefusalReason.HoldExpired when attempted == Attempted.Purchase => new("The booking's time is over.", "Nothing was bought or charged.", $"Ask {provider} how it stands: what lapsed there can only be sold anew."),
            RefusalReason.PriceChanged when attempted == Attempted.Purchase && refusal.PriceMoves.Count == 0 => new($"{provider} asks another price than was booked: {Sentence(refusal.Detail)}", not, "Tell the customer the new price; the booking stands until its deadline.")
            {
                ForCustomers = new($"{provider} asks another price than was booked.", not, "The booking stands until its deadline."),
            },
            RefusalReason.NotAllowed when attempted is Attempted.Purchase or Attempted.Cancel => new($"{provider} does not allow this: {Sentence(refusal.Detail)}", not, $"Ask {provider} how it stands, or call them with the reference on this page."),
            RefusalReason.SoldOut => SoldOut(refusal, provider, not),
            RefusalReason.PriceChanged => PriceChanged(refusal, provider, not),
            RefusalReason.QuantityNotAllowed => Quantity(refusal, provider, not),
            RefusalReason.HoldExpired => new("Your hold ran out.", attempted == Attempted.Commit ? "Nothing was booked or charged." : not, "The names are kept: hold again?"),
            RefusalReason.GuestDataMissing => new($"{provider} does not accept the guest data as they are.", not, Fields(refusal)),
            RefusalReason.BuyerDataMissing => new($"{provider} does not accept the buyer's data as they are.", not, "The fields are marked in the buyer form. Everything typed is kept."),
            RefusalReason.NotTogether => new($"{provider} has no places side by side any more.", not, "Take them apart, choose seats on the map, or choose another category."),
            RefusalReason.NotEnabled => NotEnabled(refusal, not),
            RefusalReason.NotAllowed => new($"{provider} does not allow this: {Sentence(refusal.Detail)}", not, "Choose something else, or ask your administrator whether the account may do it."),
            RefusalReason.NotFound => new($"{provider} no longer knows this.", not, "Go back to the search: the offer may have been replaced."),
            RefusalReason.Invalid => new($"{provider} could not use what we sent: {Sentence(refusal.Detail)}", not, "Check what was entered. If it looks right, tell your administrator the time: the call is in the journal."),
            RefusalReason.Throttled => new($"{provider} asks us to slow down.", not, refusal.RetryAfter is { } wait
                ? $"It is working: try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} s."
                : "It is working: try again in a moment."),
            RefusalReason.Unreachable => new($"{provider} cannot be reached. The request never left.", not, "Try again in a moment; other providers are not affected."),
            RefusalReason.NotAuthorised => new($"{provider} does not accept our key.", not, "Your administrator must renew it under Connections. Other providers are not affected."),
            RefusalReason.CreditExceeded => new($"Your agency's credit does not reach: {Sentence(refusal.Detail)}", not, "Let go what is held and not needed, or ask your manager to pay in or to have the limit raised.")
            {
                ForCustomers = new("This cannot be booked at this moment.", not, "Your agent knows why."),
            },
            RefusalReason.NoExchangeRate => new($"There is no exchange rate {Sentence(refusal.Detail)}", not, "Your administrator can enter it under Prices."),
            RefusalReason.Busy => new("This is being changed in another tab or by a colleague at this moment.", not, "Look at how it stands now, then try again."),
            _ => new($"{provider} said no.", not, "Try again, or choose something else."),
        };
    }

    /// <summary>No usable answer: neither yes nor no. Never says that something failed.</summary>
    /// <param name="byWhen">When the agent is told at the latest, on the agent's clock.</param>
    public static RefusalSentences Silent(string provider, Attempted attempted, string? byWhen) => attempted switch
    {
        Attempted.Commit => new($"We sent the booking to {provider} and got no answer.", "It may or may not be booked.",
            $"We are checking and will tell you here{By(byWhen)}. Do not book it again."),
        Attempted.Hold or Attempted.Change => new($"We asked {provider} to hold the places and got no answer.", "They may or may not be held; nothing is booked or charged.",
            $"We are checking and will tell you here{By(byWhen)}. Do not add them again."),
        Attempted.Release => new($"We asked {provider} to let the places go and got no answer.", "They may still be held; nothing is booked or charged.",
            "We are checking. At the latest they lapse by themselves."),
        Attempted.Prepare => new($"We asked {provider} to freeze the places for checkout and got no answer.", "Nothing is booked or charged.", $"We are checking and will tell you here{By(byWhen)}."),
        Attempted.SendBuyer => new($"We sent buyer and delivery to {provider} and got no answer.", "They may or may not have arrived; nothing is booked.", "They are kept here and are sent again with the next step."),
        Attempted.Purchase => new($"We asked {provider} to sell the booked places and got no answer.", "They may be sold or still only booked.", $"We are checking and will tell you here{By(byWhen)}. Do not buy them again."),
        Attempted.Cancel => new($"We asked {provider} to take it back and got no answer.", "It may or may not still stand.", $"We are checking and will tell you here{By(byWhen)}."),
        Attempted.SendGuests => new($"We sent the guest data to {provider} and got no answer.", "They may or may not have arrived; nothing is booked.", "They are kept here and are sent again with the next step."),
        Attempted.SendLateGuests => new($"We sent the guest data to {provider} and got no answer.", "They may or may not have arrived; the booking stands as it was.", "They are kept here and are sent again by themselves."),
        _ => new($"{provider} did not answer.", "Nothing was changed.", "Try again in a moment."),
    };

    /// <summary>What stands in a history when the provider said no: what happened and what was not done, without the way on.</summary>
    public static string ForHistory(Refusal refusal, string provider, Attempted attempted)
    {
        var said = For(refusal, provider, attempted);
        return $"{said.Happened} {said.NotDone}";
    }

    /// <summary>Why no usable answer came, for a history.</summary>
    public static string Why(SilenceKind silence) => silence switch
    {
        SilenceKind.TimedOut => "No answer came in time.",
        SilenceKind.ConnectionBroken => "The connection broke before an answer came.",
        SilenceKind.Unreadable => "What came back could not be read.",
        _ => "The provider answered with a fault of its own.",
    };

    /// <summary>Why something may not be sold or booked, whose switch it is, and who can change it.</summary>
    public static string For(NotEnabled against) => EnablementWords.Sentence(against);

    private static RefusalSentences SoldOut(Refusal refusal, string provider, string not)
    {
        var shortfall = refusal.Shortfalls.Count > 0 ? refusal.Shortfalls[0] : null;
        return shortfall switch
        {
            { Left: > 0 and var left, Asked: var asked } => new($"Only {left} left, you asked for {asked}.", not, $"Take {left}, or choose another category."),
            _ => new($"{provider} has no more of this.", not, "Choose another category or another day."),
        };
    }

    private static RefusalSentences PriceChanged(Refusal refusal, string provider, string not) =>
        refusal.PriceMoves.Count > 0 && refusal.PriceMoves[0] is { Now: { } now } move
            ? new($"{provider} now asks {now.ForPeople()} instead of {move.Was.ForPeople()}.", not, $"Hold at {now.ForPeople()}?")
            {
                ForCustomers = new($"{provider} changed the price.", not, "Hold at the new price?"),
            }
            : new($"{provider} changed the price.", not, "Read the offers again and choose.");

    // The rule's fault travels as the detail, the nearest allowed quantity as the shortfall (CheckLine).
    private static RefusalSentences Quantity(Refusal refusal, string provider, string not)
    {
        var happened = Enum.TryParse<QuantityFault>(refusal.Detail, out var fault)
            ? fault switch
            {
                QuantityFault.BelowMinimum => "That is fewer than this offer's minimum.",
                QuantityFault.AboveMaximum => "That is more than this offer's maximum.",
                QuantityFault.NotAMultiple => "This offer is not sold in that number.",
                QuantityFault.LeavesOne => "That would leave a single place, which this offer does not allow.",
                _ => "This offer is not sold in that number.",
            }
            : $"{provider} does not sell that quantity of this offer.";
        return new(happened, not, refusal.Shortfalls.Count > 0 && refusal.Shortfalls[0].Left is > 0 and var nearest
            ? $"The nearest that can be had is {nearest}."
            : "Choose another quantity: the rule is named beside it.");
    }

    private static RefusalSentences NotEnabled(Refusal refusal, string not)
    {
        var reasons = Enablement.NotEnabled.Read(refusal.Detail);
        return reasons.Count == 0
            ? new("This sale is switched off.", not, "Your administrator can change it.")
            : new(For(reasons[0]), not, reasons.Count == 1 ? "Choose something else meanwhile." : string.Join(' ', reasons.Skip(1).Select(For)));
    }

    private static string Fields(Refusal refusal) => refusal.FieldFaults.Count switch
    {
        0 => "Look through the guest form and send it again. Everything typed is kept.",
        1 => "One field is marked in the guest form. Everything typed is kept.",
        var n => $"{n} fields are marked in the guest form. Everything typed is kept.",
    };

    private static string NotDone(Attempted attempted) => attempted switch
    {
        Attempted.Read => "Nothing was changed.",
        Attempted.Hold => "Nothing is held yet.",
        Attempted.Change => "The hold is as it was.",
        Attempted.Release => "The places are still held.",
        Attempted.SendGuests => "The guest data were not sent; nothing is booked.",
        Attempted.SendLateGuests => "What the provider had before still stands; the booking is as it was.",
        Attempted.SendBuyer => "Buyer and delivery were not sent; nothing is booked.",
        Attempted.Commit or Attempted.Prepare => "Nothing was booked or charged.",
        Attempted.Cancel => "Nothing was cancelled: it stands as it was.",
        Attempted.Purchase => "Nothing was bought or charged; the places stay booked.",
        _ => "Nothing was done.",
    };

    private static string By(string? when) => when is null ? "" : $" by {when}";

    private static string Sentence(string detail) => detail.Trim() is { Length: > 0 } text ? text.EndsWith('.') ? text : text + "." : "no reason was given.";
}
