using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Agencies;
using Portal.Core.Enablement;
using Portal.Core.Ledger;
using Portal.Core.Persistence;
using Portal.Core.Pricing;

namespace Portal.Db.Demo;

/// <summary>
/// Makes what the demo needs and is not there yet: two agencies, their people, an admin, a channel that books, prices, exchange rates. May run at every start; changes
/// nothing that somebody has changed since. Events come from the providers.
/// </summary>
public sealed class DemoSeed(PortalDb db, UserManager<User> users, TimeProvider time)
{
    // Believable, not true: whoever runs the portal enters the day's own.
    private static readonly (string From, decimal Rate)[] Rates = [("GBP", 1.1650m), ("USD", 0.9240m), ("CHF", 1.0480m)];

    public async Task RunAsync(DemoSettings settings, CancellationToken cancellation)
    {
        // One sells on credit, the other pays before.
        var kanal = await AgencyAsync(DemoPeople.Kanal, "Europe/Amsterdam", "desk@kanal.example", 50_000m, paidIn: 0, "Herengracht 100\n1015 BS Amsterdam", cancellation);
        var sierra = await AgencyAsync(DemoPeople.Sierra, "Europe/Madrid", "desk@sierra.example", 0m, paidIn: 10_000m, "Calle Sierpes 1\n41004 Sevilla", cancellation);
        await ChannelAsync(DemoPeople.Desks, cancellation);
        await PriceAsync(null, percent: 12m, each: 0m, roundUpTo: 1m, cancellation);
        await PriceAsync(sierra.Id, percent: 9m, each: 2.50m, roundUpTo: 0.50m, cancellation);
        foreach (var (from, rate) in Rates)
            await RateAsync(from, kanal.Currency, rate, cancellation);
        await db.SaveChangesAsync(cancellation);

        var agencies = new[] { kanal, sierra }.ToDictionary(a => a.Name, a => a.Id);
        foreach (var person in DemoPeople.All)
            if (await users.FindByEmailAsync(person.Email) is null)
                await PersonAsync(person, person.Agency is { } name ? agencies[name] : null, settings.Password);
    }

    private async Task<Agency> AgencyAsync(string name, string timeZone, string email, decimal limit, decimal paidIn, string address, CancellationToken cancellation)
    {
        if (await db.Agencies.SingleOrDefaultAsync(a => a.Name == name, cancellation) is { } there)
            return there;
        var agency = db.Agencies.Add(new Agency { Id = Guid.CreateVersion7(), Name = name, TimeZone = timeZone, Email = email, CreditLimit = limit, Address = address }).Entity;
        await db.SaveChangesAsync(cancellation);
        if (paidIn > 0)
            await db.TrySaveAsync([new LedgerTransaction
            {
                Id = Guid.CreateVersion7(), Key = $"settlement:demo:{agency.Id:N}", Kind = LedgerKind.Settlement, AgencyId = agency.Id, At = time.GetUtcNow().UtcDateTime, By = "Demo",
                Said = "Paid in by transfer",
                Entries =
                [
                    new LedgerEntry { Account = LedgerAccount.Bank, Amount = paidIn, Currency = agency.Currency },
                    new LedgerEntry { Account = LedgerAccount.Agency, Amount = -paidIn, Currency = agency.Currency },
                ],
            }], cancellation);
        return agency;
    }

    private async Task ChannelAsync(string name, CancellationToken cancellation)
    {
        if (!await db.Channels.AnyAsync(c => c.Name == name, cancellation))
            db.Channels.Add(new Channel { Id = Guid.CreateVersion7(), Name = name, BookingOn = true, IsNew = false });
    }

    private async Task PriceAsync(Guid? agencyId, decimal percent, decimal each, decimal roundUpTo, CancellationToken cancellation)
    {
        if (!await db.PriceRules.AnyAsync(r => r.AgencyId == agencyId && r.ConnectionId == null, cancellation))
            db.PriceRules.Add(new PriceRule { Id = Guid.CreateVersion7(), AgencyId = agencyId, Percent = percent, AmountEach = each, RoundUpTo = roundUpTo });
    }

    private async Task RateAsync(string from, string to, decimal rate, CancellationToken cancellation)
    {
        if (!await db.ExchangeRates.AnyAsync(r => r.From == from && r.To == to, cancellation))
            db.ExchangeRates.Add(new ExchangeRate { Id = Guid.CreateVersion7(), From = from, To = to, Rate = rate, ValidFrom = new DateOnly(2026, 1, 1), EnteredAt = time.GetUtcNow().UtcDateTime, EnteredBy = "Demo" });
    }

    private async Task PersonAsync(DemoPerson person, Guid? agencyId, string password)
    {
        var user = new User
        {
            Id = Guid.CreateVersion7(), UserName = person.Email, Email = person.Email, EmailConfirmed = true, DisplayName = person.Name, AgencyId = agencyId,
        };
        Require(person, await users.CreateAsync(user, password));
        Require(person, await users.AddToRoleAsync(user, person.Role));
    }

    private static void Require(DemoPerson person, IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(
                $"The demo account {person.Email} could not be made (is {DemoSettings.Section}:Password set?): {string.Join(' ', result.Errors.Select(e => e.Description))}");
    }
}
