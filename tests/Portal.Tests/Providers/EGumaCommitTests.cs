using System.Text.Json;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.EGuma;

namespace Portal.Tests.Providers;

public sealed class EGumaCommitTests : EGumaInSandbox
{
    [Fact]
    public async Task The_bytes_that_were_composed_before_are_the_bytes_that_are_sent()
    {
        var line = Line(Samples.Slot, 2);
        await HeldAsync(line, Line(Samples.SlotChild, 1));
        var request = Commit(line, Line(Samples.SlotChild, 1));
        var body = Provider.ComposeCommit(Call(), request);
        Assert.Equal(body, Provider.ComposeCommit(Call(), request));

        Yes(await Provider.CommitAsync(Call(), request with { Body = body, Buyer = request.Buyer }, default));

        var sent = Sandbox.Ledger.CallsOf("eguma/booking.create").Single();
        Assert.Equal(body, sent.RequestBody);
        var told = JsonSerializer.Deserialize<JsonElement>(body);
        Assert.Equal("fr", told.GetProperty("language").GetString());
        Assert.Equal("Byron", told.GetProperty("customer").GetProperty("last_name").GetString());
        Assert.Equal("order-1", Sandbox.Ledger.Made("eguma", "booking").Single().Reference);
    }

    [Fact]
    public async Task A_language_that_the_product_does_not_have_is_left_out()
    {
        await SoldAsync(Line(Samples.GermanOnly, 1));

        Assert.DoesNotContain("language", Sandbox.Ledger.CallsOf("eguma/booking.create").Single().RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reservation_made_last_is_the_one_that_is_booked()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Yes(await Provider.ChangeHoldAsync(Call(), Request(Line(Samples.Slot, 3)), default));

        Yes(await Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 3)), default));

        Assert.Equal(("released", "used", 57), (StateOf(0), StateOf(1), Left(Samples.Slot)));
    }

    [Fact]
    public async Task Another_price_is_refused_before_anything_is_sold()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Sandbox.EGuma.SetPrice(Samples.Slot.ProductId, Samples.Slot.CategoryId, 1800);

        var refusal = No(RefusalReason.PriceChanged, await Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default));

        Assert.Equal(new Money(18m, "CHF"), refusal.PriceMoves.Single().Now);
        Assert.Equal((0, "held"), (Calls("booking.create"), StateOf(0)));
    }

    [Fact]
    public async Task A_price_that_moves_between_reading_and_booking_is_told_as_it_was_sold()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", ScenarioKind.PriceUp) { NewRate = 1800 });

        var order = Yes(await Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default));

        Assert.Equal(new Money(18m, "CHF"), order.Lines.Single().NetEach);
    }

    [Fact]
    public async Task A_buyer_without_what_is_needed_is_refused_by_field_and_nothing_is_asked()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Sandbox.Ledger.ForgetCalls();
        var request = Commit(Line(Samples.Slot, 2)) with { Buyer = new Buyer(new Dictionary<BuyerField, string> { [BuyerField.LastName] = "Byron" }) };

        var refusal = No(RefusalReason.BuyerDataMissing, await Provider.CommitAsync(Call(), request, default));

        Assert.Equal([BuyerField.FirstName, BuyerField.Email], refusal.BuyerFaults.Select(f => f.Field));
        Assert.Empty(Sandbox.Ledger.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reservation_that_is_over_at_the_provider_is_told_so(bool plain)
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Sandbox.EGuma.Options.PlainTextErrors = plain;
        Happens("booking.create", ScenarioKind.HoldLapsed);

        No(RefusalReason.HoldExpired, await Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default));

        Assert.Equal(0, Made("booking"));
    }

    [Fact]
    public async Task A_product_that_is_gone_by_now_is_not_booked()
    {
        await HeldAsync(Line(Samples.Vanishing, 2));
        Sandbox.EGuma.Hide(Samples.Vanishing.ProductId);

        No(RefusalReason.NotFound, await Provider.CommitAsync(Call(), Commit(Line(Samples.Vanishing, 2)), default));

        Assert.Equal(0, Calls("booking.create"));
    }

    [Fact]
    public async Task A_key_in_flight_is_waited_for_and_then_answered_as_the_first_call()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", ScenarioKind.Slow) { Milliseconds = 250 });
        var first = Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default);
        while (Sandbox.Scenarios.Active.Count > 0)
            await Task.Yield();

        var second = Yes(await Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default));

        Assert.Equal(Yes(await first).References, second.References);
        Assert.Contains(Sandbox.Ledger.CallsOf("eguma/booking.create"), c => c.ResponseBody.Contains("idempotency_in_progress", StringComparison.Ordinal));
        Assert.Equal(1, Made("booking"));
    }

    [Fact]
    public async Task A_key_in_flight_beyond_patience_is_silence_and_a_look_up_stays_in_doubt_without_waiting()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", ScenarioKind.SilentAfter) { Silence = Silence.Hang });
        Sandbox.Scenarios.Add(new Scenario("eguma/booking.create", ScenarioKind.Slow) { Milliseconds = 20_000 });
        using var leaving = new CancellationTokenSource();
        var first = Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), leaving.Token);
        while (Sandbox.Scenarios.Active.Count > 0)
            await Task.Yield();

        Assert.Equal(OrderFound.InDoubt, Yes(await Provider.LookUpOrderAsync(Call(), Commit(Line(Samples.Slot, 2)), default)).Found);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default));

        Assert.Equal(5, Calls("booking.create"));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_key_that_was_used_with_other_bytes_is_neither_yes_nor_no()
    {
        await SoldAsync(Line(Samples.Slot, 2));
        var other = Commit(Line(Samples.Slot, 2)) with { Buyer = new Buyer(new Dictionary<BuyerField, string>(Ada.Values) { [BuyerField.FirstName] = "Augusta" }) };

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Call(), other, default));

        Assert.Equal(OrderFound.InDoubt, Yes(await Provider.LookUpOrderAsync(Call(), other, default)).Found);
        Assert.Equal(1, Made("booking"));
    }

    [Fact]
    public async Task A_reservation_used_under_another_key_is_neither_yes_nor_no()
    {
        await SoldAsync(Line(Samples.Slot, 2));

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)) with { Key = "order-2" }, default));
    }

    [Fact]
    public async Task A_lost_answer_is_replayed_with_the_same_bytes_for_three_days_and_not_a_minute_longer()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        var request = Commit(Line(Samples.Slot, 2));
        request = request with { Body = Provider.ComposeCommit(Call(), request) };
        Happens("booking.create", ScenarioKind.SilentAfter);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Call(), request, default));
        Bench.Clock.Advance(TimeSpan.FromHours(71));

        var found = Yes(await Provider.LookUpOrderAsync(Call(), request, default));
        Assert.Equal((OrderFound.Made, 2), (found.Found, Calls("booking.create")));
        // The paper and the wallet's pass of each ticket.
        Assert.Equal([2, 2], found.Order!.References.Where(r => r.IsNote).GroupBy(r => r.Kind).Select(g => g.Count()));
        Bench.Clock.Advance(TimeSpan.FromHours(1));

        found = Yes(await Provider.LookUpOrderAsync(Call(), request, default));
        Assert.Equal((OrderFound.InDoubt, 2), (found.Found, Calls("booking.create")));
        Assert.Contains("1000053 (completed)", found.RawStatus, StringComparison.Ordinal);
        Sandbox.EGuma.Options.MayReadOrders = false;
        Assert.Equal(OrderFound.InDoubt, Yes(await Provider.LookUpOrderAsync(Call(), request, default)).Found);
        Assert.Equal(1, Made("booking"));
    }

    [Fact]
    public async Task A_replay_that_is_refused_says_that_nothing_was_made()
    {
        await HeldAsync(Line(Samples.Slot, 2));
        Happens("booking.create", ScenarioKind.SilentBefore);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(Call(), Commit(Line(Samples.Slot, 2)), default));
        Sandbox.EGuma.Lapse(Sandbox.Ledger.Made("eguma", "reservation").Single().Id);

        var found = Yes(await Provider.LookUpOrderAsync(Call(), Commit(Line(Samples.Slot, 2)), default));

        Assert.Equal((OrderFound.NotMadeHoldOver, 0), (found.Found, Made("booking")));
    }

    [Fact]
    public async Task A_429_that_speaks_of_the_key_is_not_taken_for_throttling()
    {
        await using var server = await ScriptedServer.StartAsync();
        var (product, start) = (Samples.Slot.ProductId, Samples.Slot.StartsAt);
        server.On("GET /v1/ticketing/products.json", 200, $$"""{"currency":"CHF","products":[{"id":"{{product}}","is_active":true,"slot_type":"time","categories":[{"id":"c"}]}]}""")
            .On($"GET /v1/ticketing/products/{product}/availabilities.json", 200, $$"""{"availabilities":[{"starts_at":"{{start}}","availability_count":9,"prices":[{"category_id":"c","price_in_cents":1500}]}]}""")
            .On("POST /v1/ticketing/reservation.json", 201, """{"reservation_id":"r1","expires_at":null}""")
            .On("POST /v1/ticketing/booking.json", 429, """{"error_code":"idempotency_key_in_use","message":"Wait."}""");
        var call = Call() with { Connection = Call().Connection with { BaseUrl = server.BaseUrl } };
        var line = new HoldLine(Guid.NewGuid(), new SessionKey(product, start), $"{product}/{start}/c", 1, new Money(15m, "CHF"));
        var held = Yes(await Provider.HoldAsync(call, Request(line), default));
        Assert.Equal(Bench.Clock.Now.AddHours(1), held.ExpiresAt);

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.CommitAsync(call with { References = held.References }, Commit(line), default));

        server.On("POST /v1/ticketing/booking.json", 429, "slow down", "text/plain");
        No(RefusalReason.Throttled, await Provider.CommitAsync(call with { References = held.References }, Commit(line), default));
    }
}
