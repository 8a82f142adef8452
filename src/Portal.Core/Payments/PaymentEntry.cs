using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Payments;

/// <summary>
/// What recording a payment and giving one back share: what can be wrong with amount, date and reference, and writing payment, ledger, history and
/// deed in one transaction that only one of two tabs can end, since both renew the booking's version.
/// </summary>
internal static class PaymentEntry
{
    private const int LongestReference = 100;

    public static string? Fault(decimal amount, string? reference, DateOnly paidOn, string? zone, DateTime now) =>
        amount <= 0 ? "The amount must be more than zero. Nothing was recorded."
        : decimal.Round(amount, 2) != amount || amount > 10_000_000 ? "This is not an amount with at most two decimals. Nothing was recorded."
        : reference?.Length > LongestReference ? $"A reference has at most {LongestReference} characters. Nothing was recorded."
        : paidOn > VenueTime.Today(now, zone) ? "The date is in the future. Nothing was recorded: record it on the day it is paid."
        : paidOn < VenueTime.Today(now, zone).AddYears(-2) ? "The date is more than two years ago. Nothing was recorded."
        : null;

    public static Task<PaymentRecorded?> FirstAsync(PortalDb db, Guid actionId, Actor actor, CancellationToken cancellation)
    {
        var actorId = actor.UserId ?? Guid.Empty;
        return (from deed in db.Deeds
                where deed.Id == actionId && deed.ActorId == actorId
                join payment in db.Payments on deed.ResultId equals payment.Id
                select new PaymentRecorded(payment.Id, payment.Kind, new Money(payment.Amount, payment.Currency))).SingleOrDefaultAsync(cancellation);
    }

    /// <returns>False when somebody else changed the booking or did the same meanwhile; nothing is written then.</returns>
    public static async Task<bool> TryWriteAsync(PortalDb db, Booking booking, Payment payment, Guid actionId, Actor actor, CancellationToken cancellation)
    {
        var sign = payment.Kind == PaymentKind.Payment ? 1 : -1;
        var said = payment.Kind == PaymentKind.Payment
            ? $"The customer paid {new Money(payment.Amount, payment.Currency).ForPeople()} {PaymentWords.By(payment.Method)}."
            : $"The customer was given back {new Money(payment.Amount, payment.Currency).ForPeople()} {PaymentWords.By(payment.Method)}.";
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            db.Payments.Add(payment);
            db.Deeds.Add(new Deed { Id = actionId, Verb = payment.Kind == PaymentKind.Payment ? nameof(RecordPayment) : nameof(RefundPayment), ActorId = actor.UserId ?? Guid.Empty, ResultId = payment.Id, At = payment.RecordedAt });
            booking.History.Add(new HistoryEntry { At = payment.RecordedAt, BookingId = booking.Id, By = actor.Name, Said = said });
            booking.Version++;
            await db.PostAsync(new LedgerTransaction
            {
                Id = Guid.CreateVersion7(), Key = $"payment:{payment.Id}", Kind = sign > 0 ? LedgerKind.CustomerPayment : LedgerKind.CustomerRefund,
                AgencyId = booking.AgencyId, BookingId = booking.Id, PaymentId = payment.Id, At = payment.RecordedAt, By = actor.Name, Said = $"{booking.Reference}: {said}",
                Entries =
                [
                    new LedgerEntry { Account = LedgerAccount.Takings, Amount = sign * payment.Amount, Currency = payment.Currency },
                    new LedgerEntry { Account = LedgerAccount.Customer, Amount = -sign * payment.Amount, Currency = payment.Currency },
                ],
            }, cancellation);
            await db.SaveChangesAsync(cancellation);
            // What is paid now may be bought at once.
            await db.Orders.Where(o => o.BookingId == booking.Id && o.State == OrderState.Booked)
                .ExecuteUpdateAsync(set => set.SetProperty(o => o.NextConvertAt, payment.RecordedAt), cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>A payment as it was written down.</summary>
public sealed record PaymentRecorded(Guid PaymentId, PaymentKind Kind, Money Amount);
