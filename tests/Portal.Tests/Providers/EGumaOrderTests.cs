using System.Text;
using Portal.Core.Bookings;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Providers;

public sealed class EGumaOrderTests : EGumaInSandbox
{
    private ItemsRequest All => new("K7M4QX-C1", "cancel-1", [], Bench.Clock.Now);

    private string BookingId => Sandbox.Ledger.Made("eguma", "booking").Single().Id;

    [Fact]
    public async Task Tickets_have_their_number_as_bar_code_and_a_file()
    {
        await SoldAsync(Line(Samples.Slot, 2), Line(Samples.SlotChild, 1));

        var report = await ReadAsync();

        Assert.Equal((FulfilmentStatus.Completed, "completed", Samples.Slot.ProductId), (report.Status, report.RawStatus, report.EventRef));
        Assert.Equal(Sandbox.EGuma.Booking(BookingId).TicketNumbers.Order(), report.Items.Select(i => i.Barcode!).Order());
        Assert.Equal(1, report.Items.Count(i => i.OfferRef == Line(Samples.SlotChild, 1).OfferRef));
        var file = Yes(await Provider.DownloadTicketAsync(Call(), report.Items[0].Tickets.Single(), default));
        Assert.Equal("application/pdf", file.ContentType);
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(file.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_wallet_pass_is_passed_on_with_its_ticket()
    {
        await SoldAsync(Line(Samples.Slot, 2));

        var passes = (await ReadAsync()).Items.Select(i => i.WalletUrl).ToList();

        Assert.Equal(2, passes.Distinct().Count());
        Assert.All(passes, p => Assert.StartsWith("https://wallet.example/eguma/", p, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://wallet.example/eguma")]
    [InlineData("javascript:alert(1)//")]
    public async Task A_wallet_pass_that_is_not_over_TLS_is_not_passed_on(string root)
    {
        Sandbox.EGuma.Options.PassRoot = root;
        await SoldAsync(Line(Samples.Slot, 1));

        Assert.Null(Assert.Single((await ReadAsync()).Items).WalletUrl);
    }

    [Fact]
    public async Task The_older_revision_tells_no_wallet_pass()
    {
        Sandbox.EGuma.Options.Revision = EGumaRevision.A;
        await SoldAsync(Line(Samples.Slot, 1));

        Assert.Null(Assert.Single((await ReadAsync()).Items).WalletUrl);
    }

    [Fact]
    public async Task The_names_people_see_are_the_provider_s_and_the_notes_fit_into_their_columns()
    {
        await SoldAsync(Line(Samples.Slot, 2));

        Assert.Equal(["reservation", "booking", "booking_reference"], Remembered.Where(r => !r.IsNote).Select(r => r.Kind));
        Assert.All(Remembered, r => Assert.InRange(r.Value.Length, 1, 400));
    }

    [Fact]
    public async Task Where_orders_may_not_be_read_what_was_sold_counts_as_sold()
    {
        await SoldAsync(Line(Samples.Slot, 2));
        Sandbox.EGuma.Options.MayReadOrders = false;

        Assert.Equal((FulfilmentStatus.Completed, 2), ((await ReadAsync()).Status, (await ReadAsync()).Items.Count));
    }

    [Fact]
    public async Task What_is_cancelled_at_the_counter_is_seen_and_has_no_files_any_more()
    {
        await SoldAsync(Line(Samples.Slot, 2));
        var before = (await ReadAsync()).Items[0].Tickets.Single();
        Sandbox.EGuma.CancelAtCounter(BookingId);

        var report = await ReadAsync();

        Assert.Equal(FulfilmentStatus.Cancelled, report.Status);
        Assert.All(report.Items, i => Assert.Equal((ItemState.Cancelled, null), (i.State!.Value, i.WalletUrl)));
        No(RefusalReason.NotFound, await Provider.DownloadTicketAsync(Call(), before, default));
    }

    [Fact]
    public async Task A_file_that_lies_anywhere_without_TLS_is_not_fetched() =>
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.DownloadTicketAsync(Call(), new TicketLink("http://files.example/1.pdf", null, null), default));

    [Fact]
    public async Task A_booking_is_cancelled_as_a_whole_and_being_cancelled_already_is_a_yes()
    {
        await SoldAsync(Line(Samples.Slot, 2));
        var numbers = Sandbox.EGuma.Booking(BookingId).TicketNumbers;

        No(RefusalReason.NotAllowed, await Provider.CancelAsync(Call(), All with { ItemRefs = [numbers[0]] }, default));
        Assert.Equal(0, Calls("booking.cancel"));

        Assert.Equal(numbers, Yes(await Provider.CancelAsync(Call(), All with { ItemRefs = numbers }, default)).ItemRefs);
        Assert.Equal(numbers, Yes(await Provider.CancelAsync(Call(), All, default)).ItemRefs);
        Assert.Equal(("cancelled", 60), (Sandbox.EGuma.Booking(BookingId).Status, Left(Samples.Slot)));
    }

    [Fact]
    public async Task A_booking_whose_guest_is_in_or_whose_date_has_begun_cannot_be_cancelled()
    {
        await SoldAsync(Line(Samples.Soon, 1));
        Sandbox.EGuma.CheckIn(Sandbox.EGuma.Booking(BookingId).TicketNumbers[0]);
        Assert.Contains("entrance", No(RefusalReason.NotAllowed, await Provider.CancelAsync(Call(), All, default)).Detail, StringComparison.Ordinal);

        Bench.Clock.Advance(TimeSpan.FromHours(30));
        Assert.Contains("begun", No(RefusalReason.NotAllowed, await Provider.CancelAsync(Call(), All, default)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_users_booking_cannot_be_cancelled()
    {
        await SoldAsync(Line(Samples.Slot, 1));
        var colleague = AdapterBench.Call("EGuma", Sandbox.BaseUrl, new Dictionary<string, string> { ["apikey"] = EGumaOptions.ColleagueKey }, [.. Remembered]);

        No(RefusalReason.NotFound, await Provider.CancelAsync(colleague, All, default));
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter, true, CancelFound.Done)]
    [InlineData(ScenarioKind.SilentBefore, true, CancelFound.NotDone)]
    [InlineData(ScenarioKind.SilentAfter, false, CancelFound.Done)]
    [InlineData(ScenarioKind.SilentBefore, false, CancelFound.Done)]
    public async Task A_cancellation_without_an_answer_is_found_in_the_orders_or_by_asking_again(ScenarioKind loss, bool mayRead, CancelFound expected)
    {
        await SoldAsync(Line(Samples.Slot, 2));
        Sandbox.EGuma.Options.MayReadOrders = mayRead;
        Happens("booking.cancel", loss);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CancelAsync(Call(), All, default));

        Assert.Equal(expected, Yes(await Provider.LookUpCancelAsync(Call(), All, default)).Found);
    }

    private async Task<FulfilmentReport> ReadAsync() =>
        Assert.Single(Yes(await Provider.ReadBackAsync(Call(), [new OrderKey(Guid.NewGuid(), [.. Remembered])], default)));
}
