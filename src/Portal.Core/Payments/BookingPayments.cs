using Microsoft.EntityFrameworkCore;
using Portal.Core.Catalog;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Core.Payments;

/// <summary>A payment or a refund as a booking's page lists it.</summary>
/// <param name="Left">Of a payment: what has not been given back of it. Nothing for a refund.</param>
public sealed record PaymentView(Guid Id, PaymentKind Kind, PaymentMethod Method, Money Amount, string? Reference, DateOnly PaidOn, DateTime RecordedAt, string RecordedBy, Money Left);

/// <summary>What a customer owes for a booking and paid for it.</summary>
/// <param name="Money">Null while nothing of it is final, so that there is nothing to pay.</param>
/// <param name="Payments">In the order in which they were recorded.</param>
/// <param name="Methods">Every way of paying, with why it is not allowed where it is not.</param>
public sealed record BookingPayments(BookingMoney? Money, IReadOnlyList<PaymentView> Payments, IReadOnlyList<AllowedMethod> Methods)
{
    public static readonly BookingPayments None = new(null, [], []);

    internal static async Task<BookingPayments> ReadAsync(PortalDb db, Guid bookingId, ConnectionBook connections, CancellationToken cancellation)
    {
        var payments = await db.Payments.AsNoTracking().Where(p => p.BookingId == bookingId).OrderBy(p => p.RecordedAt).ThenBy(p => p.Id).ToListAsync(cancellation);
        var used = await db.Connections.AsNoTracking().Where(c => db.Orders.Any(o => o.BookingId == bookingId && o.ConnectionId == c.Id)).OrderBy(c => c.Name).ToListAsync(cancellation);
        return new BookingPayments((await db.ReadMoneyAsync([bookingId], cancellation)).GetValueOrDefault(bookingId),
            payments.ConvertAll(p => new PaymentView(p.Id, p.Kind, p.Method, new Money(p.Amount, p.Currency), p.Reference, p.PaidOn, p.RecordedAt, p.RecordedBy,
                new Money(p.Kind == PaymentKind.Payment ? p.Amount - payments.Where(r => r.RefundOf == p.Id).Sum(r => r.Amount) : 0, p.Currency))),
            ContractMethods.AllowedBy(used.Select(row => connections.Open(row).Facts)));
    }
}
