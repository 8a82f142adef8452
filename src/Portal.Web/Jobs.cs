using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Deadlines;
using Portal.Core.Guests;
using Portal.Core.Mail;

namespace Portal.Web;

/// <summary>
/// THE LIST OF JOBS. Each finds its work in the database by state and time and calls the verb a page would call; each may run on several
/// nodes, twice, late or killed half-way with the effect of one clean run. Losing a run therefore loses nothing but time, and
/// schedules live in memory.
/// </summary>
public static class Jobs
{
    private static readonly Job[] All =
    [
        new("refresh-catalogues", TimeSpan.FromSeconds(5), (verbs, stop) => verbs.GetRequiredService<RefreshDueCatalogs>().RunAsync(stop)),
        new("list-next-dates", TimeSpan.FromSeconds(20), (verbs, stop) => verbs.GetRequiredService<ListNextDates>().RunAsync(stop)),
        new("expire-holds", TimeSpan.FromMilliseconds(500), (verbs, stop) => verbs.GetRequiredService<ExpireHolds>().RunAsync(stop)),
        new("recover-holds", TimeSpan.FromSeconds(5), (verbs, stop) => verbs.GetRequiredService<RecoverHolds>().RunAsync(stop)),
        new("recover-orders", TimeSpan.FromSeconds(5), (verbs, stop) => verbs.GetRequiredService<RecoverOrders>().RunAsync(stop)),
        new("look-up-holds", TimeSpan.FromSeconds(2), (verbs, stop) => verbs.GetRequiredService<LookUpHolds>().RunAsync(stop)),
        new("look-up-orders", TimeSpan.FromSeconds(2), (verbs, stop) => verbs.GetRequiredService<LookUpOrders>().RunAsync(stop)),
        new("look-up-operations", TimeSpan.FromSeconds(2), (verbs, stop) => verbs.GetRequiredService<LookUpOperations>().RunAsync(stop)),
        new("carry-on-bookings", TimeSpan.FromSeconds(2), (verbs, stop) => verbs.GetRequiredService<CarryOnBookings>().RunAsync(stop)),
        new("read-back-orders", TimeSpan.FromSeconds(5), (verbs, stop) => verbs.GetRequiredService<ReadBackOrders>().RunAsync(stop)),
        new("convert-bookings", TimeSpan.FromSeconds(10), (verbs, stop) => verbs.GetRequiredService<ConvertBookings>().RunAsync(stop)),
        new("chase-deadlines", TimeSpan.FromSeconds(30), (verbs, stop) => verbs.GetRequiredService<ChaseDeadlines>().RunAsync(stop)),
        new("keep-guest-lists", TimeSpan.FromSeconds(3), (verbs, stop) => verbs.GetRequiredService<KeepGuestLists>().RunAsync(stop)),
        new("chase-guests", TimeSpan.FromSeconds(10), (verbs, stop) => verbs.GetRequiredService<ChaseGuests>().RunAsync(stop)),
        new("erase-guests", TimeSpan.FromHours(1), (verbs, stop) => verbs.GetRequiredService<EraseGuests>().RunAsync(stop)),
        new("send-mail", TimeSpan.FromSeconds(3), (verbs, stop) => verbs.GetRequiredService<SendMail>().RunAsync(stop)),
    ];

    /// <summary>Schedules the list, unless <c>Jobs:Enabled</c> is false (a node that only serves pages).</summary>
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, IConfiguration configuration) =>
        configuration.GetValue("Jobs:Enabled", true) ? services.AddSchedule(All) : services;
}
