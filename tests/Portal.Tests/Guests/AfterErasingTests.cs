using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Guests;
using Portal.Core.Ledger;
using Portal.Core.Payments;
using Portal.Core.Providers;
using Portal.Core.Reports;
using Portal.Core.Tickets;
using Portal.Tests.Support;
using Portal.Tests.Tickets;

namespace Portal.Tests.Guests;

/// <summary>What is left of a booking whose persons were erased, and of old mails.</summary>
public sealed class AfterErasingTests
{
    private static Task<int> EraseAsync(PortalWorld world) => world.Get<EraseGuests>().RunAsync(CancellationToken.None);

    [Fact]
    public async Task Ledger_payments_and_reports_are_the_same_to_the_cent()
    {
        await using var world = await PortalWorld.StartAsync();
        var made = await world.SoldToPersonsAsync();
        Assert.True((await world.Get<RecordPayment>().RunAsync(world.Ann, new(Guid.NewGuid(), made.BookingId, PaymentMethod.Cash, 40m, "receipt 12", DateOnly.FromDateTime(world.Now)), default)).IsYes);
        await world.PassEndAsync(TimeSpan.FromDays(30));
        var before = await MoneyAsync(world);

        Assert.Equal(1, await EraseAsync(world));

        Assert.Equal(before, await MoneyAsync(world));
        await world.BalancesAsync();
    }

    private static async Task<string> MoneyAsync(PortalWorld world)
    {
        await using var db = world.Open();
        var admin = EnablementSetUp.Admin;
        return JsonSerializer.Serialize(new
        {
            Ledger = await db.LedgerTransactions.OrderBy(t => t.Id).Select(t => new { t.Key, t.Kind, t.At, t.Said, Entries = t.Entries.OrderBy(e => e.Id).Select(e => new { e.Account, e.Amount, e.Currency }).ToList() }).ToListAsync(), Payments = await db.Payments.AsNoTracking().OrderBy(p => p.Id).ToListAsync(),
            Balances = await db.Agencies.OrderBy(a => a.Id).Select(a => a.Balance).ToListAsync(), Orders = await db.Orders.OrderBy(o => o.Id).Select(o => new { o.OurReference, o.State, o.TotalNet, o.TotalOwed, o.TotalSelling }).ToListAsync(),
            Items = await db.Items.OrderBy(i => i.Id).Select(i => new { i.OfferName, i.State, i.Quote, i.SaleId, i.ReturnId }).ToListAsync(),
            References = await db.Set<OrderReference>().OrderBy(r => r.Id).Select(r => r.Value).ToListAsync(),
            Report = await world.Get<ReadReport>().RunAsync(admin, ReportQuery.Parse("", DateOnly.FromDateTime(world.Now)), default),
            Statement = await world.Get<ReadStatement>().RunAsync(admin, world.AgencyId, null, 1, default),
        });
    }

    [Fact]
    public async Task Afterwards_nothing_is_typed_sent_or_handed_out_and_every_page_reads_on()
    {
        await using var world = await PortalWorld.StartAsync();
        var made = await world.SoldToPersonsAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var token = await world.SentAsync(made, "again@feather.example");
        await using var db = world.Open();
        var files = await db.TicketFiles.Select(f => new { f.Id, f.Kind }).ToDictionaryAsync(f => f.Kind, f => f.Id);
        await world.PassEndAsync(TimeSpan.FromDays(20));
        Assert.NotNull(await world.OpenedAsync(token));
        world.Clock.Advance(TimeSpan.FromDays(10));
        await EraseAsync(world);

        var guest = await world.GuestAsync(made);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<SaveGuest>().RunAsync(world.Ann, guest.Id, new Dictionary<string, string> { [GuestFields.LastName] = "Again" }, default)).Refusal!.Reason);
        Assert.Null(await world.OpenedAsync(token));
        Assert.Equal(RefusalReason.NotAllowed, (await world.SendAsync(made, "somebody@else.example")).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await world.Get<DownloadFile>().RunAsync(world.Ann, files[FileKind.Ticket], default)).Refusal!.Reason);
        Assert.True((await world.Get<DownloadFile>().RunAsync(world.Ann, files[FileKind.Invoice], default)).IsYes);

        var view = (await world.Get<ReadBooking>().RunAsync(world.Ann, made.Reference, default))!;
        Assert.Equal((GuestNames.Erased, world.Now), (view.Customer, view.ErasedAt));
        Assert.All(view.Orders.Single().Items, i => Assert.Equal((GuestNames.Erased, 0, null), (i.Guest, i.Files.Count, i.WalletUrl)));
        Assert.Equal(GuestNames.Erased, Assert.Single((await world.Get<FindBookings>().RunAsync(world.Ann, new BookingQuery(), null, default)).Rows).Customer);
        Assert.Empty((await world.Get<FindBookings>().RunAsync(world.Ann, new BookingQuery { Text = "Zwanenburg" }, null, default)).Rows);
        Assert.All((await world.Get<ReadVouchers>().RunAsync(world.Ann, made.Reference, [], default))!.Vouchers, v => Assert.Equal(GuestNames.Erased, v.Guest));
        Assert.Equal((null, ""), ((await world.Get<ReadSending>().RunAsync(world.Ann, made.BookingId, default))!.BuyerEmail, (await world.Get<ReadSending>().RunAsync(world.Ann, made.BookingId, default))!.Last!.To));
        var form = (await world.Get<ReadGuestForm>().OfBookingAsync(world.Ann, made.Reference, default))!;
        Assert.All(form.Persons, p => Assert.Equal((world.Now, 0, true), (p.ErasedAt!.Value, p.Fields.Count, p.IsReadOnly)));
    }

    [Fact]
    public async Task Old_mails_keep_neither_address_nor_text_and_young_ones_and_those_that_wait_do()
    {
        await using var world = await PortalWorld.StartAsync();
        await world.SoldToPersonsAsync();
        Assert.True((await world.SendAsync(await world.SoldToPersonsAsync("B", world.Eve), "waiting@feather.example", actor: world.Eve)).IsYes);
        world.Clock.Advance(EraseGuests.MailsKept);
        await using var db = world.Open();
        await db.Bookings.ExecuteUpdateAsync(set => set.SetProperty(b => b.EraseAt, world.Now.AddYears(1)));

        Assert.Equal(2, await EraseAsync(world));

        var mails = await SoldBooking.MailsAsync(world);
        Assert.All(mails, m => Assert.Equal(m.State == Core.Mail.MailState.Sent, m.SealedTo.Length == 0 && m.SealedData.Length == 0));
        Assert.Contains(mails, m => m.State == Core.Mail.MailState.Waiting);
    }
}
