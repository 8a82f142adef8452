using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Tests.Accounts;

namespace Portal.Tests.Web;

/// <summary>The board of guest data as a file: counts and dates, nobody's name, and never another agency's.</summary>
public sealed class GuestBoardFileTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    [Fact]
    public async Task It_holds_counts_and_dates_of_the_readers_agency_and_no_name_of_a_customer()
    {
        // Starts the portal, whose demo people are needed.
        using var first = host.Portal.CreateClient();
        await using (var db = host.Database.Open())
        {
            var jonas = await db.Users.SingleAsync(u => u.Email == AccountsHost.Agent);
            var cart = new Cart { Id = Guid.CreateVersion7(), AgencyId = jonas.AgencyId!.Value, AgentId = jonas.Id, Name = "Cart", CreatedAt = DateTime.UtcNow };
            var booking = new Booking
            {
                Id = Guid.CreateVersion7(), Reference = "BRD234", AgencyId = cart.AgencyId, AgentId = jonas.Id, AgentName = "Jonas", CartId = cart.Id, CreatedAt = DateTime.UtcNow,
                SealedCustomer = host.Portal.Services.GetRequiredService<CustomerSeal>().Seal("Ada Byron"),
            };
            var progress = GuestProgress.Of(booking.Id, booking.AgencyId, booking.AgentId, DateTime.UtcNow);
            progress.Reminders = 3;
            db.AddRange(cart, booking, progress);
            db.Entry(progress).Property(p => p.DueAt).CurrentValue = new DateTime(2099, 7, 1, 12, 0, 0, DateTimeKind.Utc);
            (db.Entry(progress).Property(p => p.Persons).CurrentValue, db.Entry(progress).Property(p => p.PersonsDone).CurrentValue) = (40, 3);
            await db.SaveChangesAsync();
        }

        var own = await host.SignInAsync(AccountsHost.Agent);
        await own.GoAsync("/guests.csv");

        Assert.Contains("BRD234,Jonas,Collecting,2099-07-01T14:00:00+02:00,,,,40,3,0,0,0,,3,,", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Byron", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BRD234", (await own.GoAsync("/guests.csv?is=late")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BRD234", (await (await host.SignInAsync(AccountsHost.OtherAgent)).GoAsync("/guests.csv?is=all")).Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await host.Visit().GoAsync("/guests.csv")).Path, StringComparison.Ordinal);
    }
}
