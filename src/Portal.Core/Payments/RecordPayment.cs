using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Core.Payments;

/// <summary>What a customer paid, as an agent typed it.</summary>
/// <param name="ActionId">Made when the form was drawn; the same id returns the first result.</param>
/// <param name="Amount">Major units of the booking's currency.</param>
/// <param name="PaidOn">On the agency's clock, not in the future.</param>
public sealed record PaymentTyped(Guid ActionId, Guid BookingId, PaymentMethod Method, decimal Amount, string? Reference, DateOnly PaidOn);

/// <summary>
/// Writes down what a customer paid against a booking, with its ledger entries (takings against customer), in one transaction. May be part of
/// what is owed, or more. The contracts of all connections of the booking must allow the way of paying.
/// </summary>
public sealed class RecordPayment(IDbContextFactory<PortalDb> databases, ConnectionBook connections, TimeProvider time)
{
    /// <returns>A refusal's detail is whole sentences for people.</returns>
    public async Task<Answer<PaymentRecorded>> RunAsync(Actor actor, PaymentTyped typed, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            if (await PaymentEntry.FirstAsync(db, typed.ActionId, actor, cancellation) is { } first)
                return first;
            if (await db.Bookings.VisibleTo(actor).SingleOrDefaultAsync(b => b.Id == typed.BookingId, cancellation) is not { } booking)
                return new Refusal(RefusalReason.NotFound, "The booking is not known. Nothing was recorded.");
            var zone = await db.Agencies.Where(a => a.Id == booking.AgencyId).Select(a => a.TimeZone).SingleAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            var reference = typed.Reference?.Trim() is { Length: > 0 } said ? said : null;
            if (PaymentEntry.Fault(typed.Amount, reference, typed.PaidOn, zone, now) is { } fault)
                return new Refusal(RefusalReason.Invalid, fault);
            if ((await AllowedAsync(db, booking.Id, cancellation)).First(m => m.Method == typed.Method) is { WhyNot: { } whyNot })
                return new Refusal(RefusalReason.NotAllowed, $"This booking cannot be paid {PaymentWords.By(typed.Method)}: {whyNot}. Nothing was recorded.");
            if (!(await db.ReadMoneyAsync([booking.Id], cancellation)).TryGetValue(booking.Id, out var money))
                return new Refusal(RefusalReason.NotAllowed, "Nothing of this booking is booked or sold, so there is nothing to pay. Nothing was recorded.");
            var payment = new Payment
            {
                Id = Guid.CreateVersion7(), BookingId = booking.Id, AgencyId = booking.AgencyId, Kind = PaymentKind.Payment, Method = typed.Method, Amount = typed.Amount,
                Currency = money.Due.Currency, Reference = reference, PaidOn = typed.PaidOn, RecordedAt = now, RecordedBy = actor.Name,
            };
            if (await PaymentEntry.TryWriteAsync(db, booking, payment, typed.ActionId, actor, cancellation))
                return new PaymentRecorded(payment.Id, payment.Kind, new Money(payment.Amount, payment.Currency));
        }
        return new Refusal(RefusalReason.Busy, "The booking kept changing. Nothing was recorded: look at it and try again.");
    }

    private async Task<IReadOnlyList<AllowedMethod>> AllowedAsync(PortalDb db, Guid bookingId, CancellationToken cancellation)
    {
        var rows = await db.Connections.AsNoTracking().Where(c => db.Orders.Any(o => o.BookingId == bookingId && o.ConnectionId == c.Id)).ToListAsync(cancellation);
        return ContractMethods.AllowedBy(rows.Select(row => connections.Open(row).Facts));
    }
}
