using Microsoft.EntityFrameworkCore;

namespace Portal.Core.Bookings;

/// <summary>Reading an operation with what its question is made of.</summary>
internal static class OperationReading
{
    public static Task<Operation> ReadWholeAsync(this IQueryable<Operation> operations, Guid id, CancellationToken cancellation) =>
        operations.Include(o => o.References).Include(o => o.Items).Include(o => o.Order!.Booking).Include(o => o.Order!.References).Include(o => o.Order!.Items)
            .Include(o => o.Order!.Operations).ThenInclude(o => o.References).AsSplitQuery().SingleAsync(o => o.Id == id, cancellation);

    public static Task<Order?> ReadForActAsync(this IQueryable<Order> orders, Guid id, CancellationToken cancellation) =>
        orders.Include(o => o.References).Include(o => o.Booking).Include(o => o.Items).Include(o => o.Operations).ThenInclude(o => o.References).AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id, cancellation);
}
