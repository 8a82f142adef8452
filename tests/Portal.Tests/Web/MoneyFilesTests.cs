using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Invoices;
using Portal.Core.Ledger;
using Portal.Core.Pricing;
using Portal.Tests.Accounts;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

/// <summary>Who gets which file: never another agency's, and an agent none of their own agency's money.</summary>
public sealed class MoneyFilesTests(AccountsHost host) : IClassFixture<AccountsHost>, IAsyncLifetime
{
    private static readonly Period Month = Period.Month(DateOnly.FromDateTime(DateTime.UtcNow));
    private Guid kanal;
    private string number = "";

    public async Task InitializeAsync()
    {
        // Starts the portal, whose demo people are needed.
        using var first = host.Portal.CreateClient();
        await using var db = host.Database.Open();
        kanal = await db.Agencies.Where(a => a.Name == "Kanal Travel").Select(a => a.Id).SingleAsync();
        if (await db.Invoices.AsNoTracking().Select(i => i.Number).FirstOrDefaultAsync() is { } there)
        {
            number = there;
            return;
        }
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var quote = new Quote { Net = 90m, Fee = 2m, Currency = "EUR", AccountCurrency = "EUR", Owed = 92m, Selling = 100m, Markup = 8m };
            await db.PostAsync(new LedgerTransaction
            {
                Id = Guid.CreateVersion7(), Key = "one", Kind = LedgerKind.Sale, AgencyId = kanal, At = DateTime.UtcNow, By = "x", Said = "=1 ticket sold", Entries = Entries.OfSale(Guid.NewGuid(), [quote], 0),
            }, default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        var issued = await host.Portal.Services.GetRequiredService<IssueInvoices>().RunAsync(EnablementSetUp.Admin, null, Month, default);
        number = issued.Issued.Single().Number;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_manager_takes_their_statement_their_invoices_and_one_of_them()
    {
        var mila = await host.SignInAsync(AccountsHost.Manager);

        Assert.Contains("Opening balance,,,0.00,EUR", (await mila.GoAsync("/agency/statement.csv")).Text, StringComparison.Ordinal);
        Assert.Contains("\"'=1 ticket sold\",,92.00,92.00,EUR", mila.Text, StringComparison.Ordinal);
        Assert.Contains("Closing balance,,,92.00,EUR", mila.Text, StringComparison.Ordinal);
        Assert.Contains($"{number},Invoice,Kanal Travel,", (await mila.GoAsync($"/invoices.csv?{Month.ToQueryString()}")).Text, StringComparison.Ordinal);
        Assert.Contains(",90.00,2.00,EUR,0.00,92.00,EUR", (await mila.GoAsync($"/invoices/{number}.csv")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await mila.GoAsync($"/invoices/{number}")).Status);
    }

    [Fact]
    public async Task Another_agency_s_manager_gets_nothing_of_it()
    {
        var carlos = await host.SignInAsync("carlos@sierra.example");

        Assert.Equal(404, (await carlos.GoAsync($"/agency/statement.csv?agency={kanal}")).Status);
        Assert.Equal(404, (await carlos.GoAsync($"/invoices/{number}.csv")).Status);
        Assert.DoesNotContain(number, (await carlos.GoAsync($"/invoices.csv?agency={kanal}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("100.00", (await carlos.GoAsync($"/reports.csv?agency={kanal}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kanal", (await carlos.GoAsync("/bookings.csv")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/agency/statement.csv")]
    [InlineData("/invoices.csv")]
    [InlineData("/invoices/2026-000001.csv")]
    [InlineData("/invoices")]
    [InlineData("/agencies")]
    public async Task An_agent_may_not_have_the_agency_s_money(string path) =>
        Assert.StartsWith("/account/not-allowed", (await (await host.SignInAsync(AccountsHost.Agent)).GoAsync(path)).Path, StringComparison.Ordinal);

    [Theory]
    [InlineData("/bookings.csv")]
    [InlineData("/reports.csv")]
    [InlineData("/agency/statement.csv")]
    [InlineData("/invoices.csv")]
    public async Task Nobody_who_is_not_signed_in_gets_any(string path) => Assert.StartsWith("/account/sign-in", (await host.Visit().GoAsync(path)).Path, StringComparison.Ordinal);

    [Fact]
    public async Task A_manager_may_not_open_the_list_of_agencies() =>
        Assert.StartsWith("/account/not-allowed", (await (await host.SignInAsync(AccountsHost.Manager)).GoAsync("/agencies")).Path, StringComparison.Ordinal);

    [Fact]
    public async Task While_a_customer_looks_on_no_file_tells_what_the_agency_pays()
    {
        var jonas = await host.SignInAsync(AccountsHost.Agent);

        Assert.Contains("Owed", (await jonas.GoAsync("/bookings.csv")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Owed", (await jonas.GoAsync("/bookings.csv?hide=true")).Text, StringComparison.Ordinal);
        Assert.Contains("Margin", (await jonas.GoAsync("/reports.csv")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Margin", (await jonas.GoAsync("/reports.csv?hide=true")).Text, StringComparison.Ordinal);
    }
}
