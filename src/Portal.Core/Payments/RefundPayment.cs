using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Payments;

/// <summary>What of a payment is given back.</summary>
/// <param name="ActionId">Made when the button was drawn; the same id returns the first result.</param>
/// <param name="Amount">At most what is left of the payment, in its currency.</param>
/// <param name="PaidOn">On the agency's clock, not in the future.</param>
public sealed record RefundTyped(Guid ActionId, Guid PaymentId, decimal Amount, string? Reference, DateOnly PaidOn);

/// <summary>Gives back a payment of a customer, whole or in part, the way it was paid: never more than was paid, whoever else does the same at the moment.</summary>
public sealed class RefundPayment(IDbContextFactory<PortalDb> databases, TimeProvider time)
{
    /// <returns>A refusal's detail is whole sentences for people.</returns>
    public async Task<Answer<PaymentRecorded>> RunAsync(Actor actor, RefundTyped typed, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await PaymentEntry.FirstAsync(db, typed.ActionId, actor, cancellation) is { } first)
                return first;
            // The booking before its payments: what is written between the two shows in its version.
            var bookingId = await db.Payments.Where(p => p.Id == typed.PaymentId && p.Kind == PaymentKind.Payment).Select(p => p.BookingId).SingleOrDefaultAsync(cancellation);
            if (await db.Bookings.VisibleTo(actor).SingleOrDefaultAsync(b => b.Id == bookingId, cancellation) is not { } booking)
                return new Refusal(RefusalReason.NotFound, "The payment is not known. Nothing was recorded.");
            var paid = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == typed.PaymentId, cancellation);
            var returned = await db.Payments.Where(p => p.RefundOf == paid.Id).Select(p => p.Amount).ToListAsync(cancellation);
            var zone = await db.Agencies.Where(a => a.Id == booking.AgencyId).Select(a => a.TimeZone).SingleAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var reference = typed.Reference?.Trim() is { Length: > 0 } said ? said : null;
            if (PaymentEntry.Fault(typed.Amount, reference, typed.PaidOn, zone, now) is { } fault)
                return new Refusal(RefusalReason.Invalid, fault);
            var left = paid.Amount - returned.Sum();
            if (typed.Amount > left)
                return new Refusal(RefusalReason.NotAllowed, left == 0 ? "This payment was given back already. Nothing was recorded again."
                    : $"Only {new Money(left, paid.Currency).ForPeople()} of this payment is left to give back. Nothing was recorded.");
            var refund = new Payment
            {
                Id = Guid.CreateVersion7(), BookingId = booking.Id, AgencyId = booking.AgencyId, Kind = PaymentKind.Refund, RefundOf = paid.Id, Method = paid.Method,
                Amount = typed.Amount, Currency = paid.Currency, Reference = reference, PaidOn = typed.PaidOn, RecordedAt = now, RecordedBy = actor.Name,
            };
            if (await PaymentEntry.TryWriteAsync(db, booking, refund, typed.ActionId, actor, cancellation))
                return new PaymentRecorded(refund.Id, refund.Kind, new Money(refund.Amount, refund.Currency));
        }
        return new Refusal(RefusalReason.Busy, "The booking kept changing. Nothing was recorded: look at it and try again.");
    }
}
