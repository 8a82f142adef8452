using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Core.Tickets;
using Portal.Tests.Support;

namespace Portal.Tests.Tickets;

public sealed class ReadVouchersTests : IAsyncLifetime
{
    private PortalWorld world = null!;

    public async Task InitializeAsync() => world = await PortalWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    private Task<TicketSheet?> ReadAsync(BookingMade made, Core.Agencies.Actor? actor = null, params Guid[] items) =>
        world.Get<ReadVouchers>().RunAsync(actor ?? world.Ann, made.Reference, items, CancellationToken.None);

    [Fact]
    public async Task A_voucher_tells_what_gets_its_guest_in_and_who_sold_it()
    {
        var offer = await world.SellsAsync("A", wanted: ["first_name", "last_name"]);
        var line = await world.AddedAsync(world.Ann, offer, 2);
        await world.TypesAsync(world.Ann, line, 0, ("first_name", "Ada"), ("last_name", "Byron"));
        var made = await world.CheckedOutAsync(world.Ann);
        await world.ReportAsync(made, offer, i => i with { Barcode = "4711", Section = "North", Row = "5", Seat = "7", WalletUrl = "https://wallet.example/1" });

        var sheet = (await ReadAsync(made))!;

        Assert.Equal((made.Reference, "Sunny Trips", 2), (sheet.Reference, sheet.Agency, sheet.Ready));
        var first = sheet.Vouchers[0];
        Assert.Equal(("Event A", "4711", "Ada Byron", "https://wallet.example/1", TicketForm.Code), (first.What.Name, first.Barcode, first.Guest, first.WalletUrl, first.Form));
        Assert.Equal("North, row 5, seat 7", TicketWords.Place(first));
        Assert.Equal("Europe/Amsterdam", first.What.TimeZone);
        Assert.Null(sheet.Vouchers[1].Guest);
        Assert.NotEmpty(first.References);
    }

    [Fact]
    public async Task Only_chosen_tickets_are_shown_where_some_are_chosen()
    {
        var made = await world.SoldAsync("A", 3);
        var all = (await ReadAsync(made))!.Vouchers;

        Assert.Equal(all[1].ItemId, Assert.Single((await ReadAsync(made, null, all[1].ItemId, Guid.NewGuid()))!.Vouchers).ItemId);
    }

    [Fact]
    public async Task A_colleague_sees_them_and_the_other_agency_finds_nothing()
    {
        var made = await world.SoldAsync("A", 1);

        Assert.NotNull(await ReadAsync(made, world.Ben));
        Assert.Null(await ReadAsync(made, world.Eve));
    }

    [Theory]
    [InlineData(ItemState.Booked)]
    [InlineData(ItemState.Lapsed)]
    [InlineData(ItemState.Cancelled)]
    [InlineData(ItemState.Refunded)]
    public async Task What_is_not_purchased_gets_no_voucher(ItemState state)
    {
        var made = await world.SoldAsync("A", 2);
        await SetAsync(made, 0, item => item.SetProperty(i => i.State, state));

        Assert.Single((await ReadAsync(made))!.Vouchers);
    }

    [Fact]
    public async Task What_is_being_cancelled_at_this_moment_gets_no_voucher_and_is_not_sent()
    {
        var made = await world.SoldAsync("C", 2, by: world.Cancelling);
        world.Cancelling.Next(Questioned.Cancel, Fate.SilentBefore);
        var orderId = (await world.OrdersAsync()).Single().Id;
        await world.Get<CancelItems>().RunAsync(world.Ann, new ItemsChosen(Guid.NewGuid(), orderId, []), CancellationToken.None);

        Assert.Empty((await ReadAsync(made))!.Vouchers);
        Assert.Equal(RefusalReason.NotAllowed, (await world.SendAsync(made, "ada@example.org")).Refusal?.Reason);
    }

    [Fact]
    public async Task A_ticket_with_a_file_of_its_own_is_that_file_and_one_with_neither_says_how_it_comes()
    {
        var offer = await world.SellsAsync("A");
        await world.AddedAsync(world.Ann, offer, 3);
        var made = await world.CheckedOutAsync(world.Ann);
        await world.ReportAsync(made, offer, i => i.ItemRef switch
        {
            "A1" => i with { Barcode = "1", Tickets = [new TicketLink("f/1", null, null)] },
            "A2" => i with { Barcode = "2" },
            _ => i with { DeliveredElsewhere = "The organiser delivers straight to the customer." },
        });

        var sheet = (await ReadAsync(made))!;

        Assert.Equal([TicketForm.File, TicketForm.Code, TicketForm.Awaited], sheet.Vouchers.Select(v => v.Form));
        Assert.Equal("The organiser delivers straight to the customer.", TicketWords.HowItComes(sheet.Vouchers[2]));
        Assert.Equal(2, sheet.Ready);
    }

    [Fact]
    public async Task A_file_of_all_tickets_is_offered_only_while_all_of_them_are_good()
    {
        var offer = await world.SellsAsync("A");
        await world.AddedAsync(world.Ann, offer, 2);
        var made = await world.CheckedOutAsync(world.Ann);
        await world.ReportAsync(made, offer, i => i with { Barcode = "1" }, bundle: new TicketLink("all", null, null));
        Assert.Single((await ReadAsync(made))!.Bundles);

        await SetAsync(made, 0, item => item.SetProperty(i => i.State, ItemState.Cancelled));

        Assert.Empty((await ReadAsync(made))!.Bundles);
    }

    [Fact]
    public async Task A_start_that_was_moved_stands_on_the_voucher_beside_the_one_it_was_sold_for()
    {
        var offer = await world.SellsAsync("A");
        await world.AddedAsync(world.Ann, offer, 1);
        var made = await world.CheckedOutAsync(world.Ann);
        var moved = new DateTime(2027, 12, 24, 19, 30, 0);
        await world.ReportAsync(made, offer, i => i with { Barcode = "1" }, start: moved);

        var ticket = (await ReadAsync(made))!.Vouchers.Single();

        Assert.Equal(moved, ticket.What.StartLocal);
        Assert.NotNull(ticket.SoldFor);
    }

    [Theory]
    [InlineData("https://wallet.example/pass", "https://wallet.example/pass")]
    [InlineData("http://wallet.example/pass", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("nonsense", null)]
    public async Task A_wallet_s_address_is_kept_only_over_TLS(string told, string? kept)
    {
        var made = await world.SoldAsync("A", 1, told: i => i with { WalletUrl = told });

        Assert.Equal(kept, (await ReadAsync(made))!.Vouchers.Single().WalletUrl);
    }

    private async Task SetAsync(BookingMade made, int place, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Item>> set)
    {
        await using var db = world.Open();
        Assert.Equal(1, await db.Items.Where(i => i.Order!.BookingId == made.BookingId && i.Place == place).ExecuteUpdateAsync(set));
    }
}
