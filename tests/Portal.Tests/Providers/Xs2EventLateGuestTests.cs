using Portal.Core.Providers;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Providers;

/// <summary>Guest data after the booking: whole lists, one person, what is refused, what stays unanswered, what is wanted later still.</summary>
public sealed class Xs2EventLateGuestTests : Xs2EventInSandbox
{
    private const string List = "xs2event/bookingorder.guestdata", One = "xs2event/bookingorder.guest";

    [Fact]
    public async Task A_group_of_forty_is_sent_in_one_call_with_the_ids_of_its_places()
    {
        var (key, order, sheet) = await LateAsync(Samples.AllPreDownload, 40);

        var kept = Assert.Single(Yes(await Provider.SendLateGuestsAsync(Call(), order, [Filled(sheet)], default)));

        Assert.Single(Sandbox.Ledger.CallsOf(List));
        Assert.Equal(sheet.Slots.Select(s => s.GuestRef), kept.Slots.Select(s => s.GuestRef));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"Łuczak {i}"), kept.Slots.Select(s => s.Values["last_name"]));
        Assert.Equal(GuestDataStatus.InProgress, Assert.Single(await ReadBackAsync(key)).GuestData);
    }

    [Fact]
    public async Task A_list_may_be_sent_person_by_person_and_the_others_stay_as_they_are()
    {
        var (key, order, sheet) = await LateAsync(Samples.AllPreDownload, 3);
        var filled = Filled(sheet);

        foreach (var place in new[] { 2, 0, 1 })
        {
            Assert.Equal(GuestDataStatus.WaitingForUs, Assert.Single(await ReadBackAsync(key)).GuestData);
            var kept = Yes(await Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, place, filled.Slots[place], default));
            Assert.Equal((filled.Slots[place].GuestRef, $"Łuczak {place}", place == 0), (kept.GuestRef, kept.Values["last_name"], kept.IsLead));
            Assert.Equal(sheet.Slots[place].Due, kept.Due);
        }

        Assert.Equal(filled.Slots.Select(s => s.Values["last_name"]), (await ReadAsync(order)).Slots.Select(s => s.Values["last_name"]));
        Assert.Equal(GuestDataStatus.InProgress, Assert.Single(await ReadBackAsync(key)).GuestData);
    }

    [Fact]
    public async Task What_the_supplier_does_not_accept_is_named_at_the_person_who_has_it_however_the_list_is_ordered()
    {
        var (_, order, sheet) = await LateAsync(Samples.AllPreDownload, 3);
        var filled = Filled(sheet);
        Sandbox.Xs2Event.RefuseGuestValue("last_name", "Łuczak 2");
        var turned = filled with { Slots = [filled.Slots[2], filled.Slots[0], filled.Slots[1]] };

        var inOrder = (await Provider.SendLateGuestsAsync(Call(), order, [filled], default)).Refusal!;
        var outOfOrder = (await Provider.SendLateGuestsAsync(Call(), order, [turned], default)).Refusal!;
        var alone = (await Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, 2, filled.Slots[2], default)).Refusal!;
        Yes(await Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, 0, filled.Slots[0], default));

        Assert.Equal(RefusalReason.GuestDataMissing, inOrder.Reason);
        Assert.Equal(new FieldFault(sheet.OfferRef, 2, "last_name", "invalid"), Assert.Single(inOrder.FieldFaults));
        Assert.Equal(new FieldFault(sheet.OfferRef, 0, "last_name", "invalid"), Assert.Single(outOfOrder.FieldFaults));
        Assert.Equal(new FieldFault(sheet.OfferRef, 2, "last_name", "invalid"), Assert.Single(alone.FieldFaults));
        Assert.DoesNotContain("Łuczak", inOrder.ToString() + alone, StringComparison.Ordinal);
        Assert.Equal(["Łuczak 0"], (await ReadAsync(order)).Slots.Where(s => s.Values.Count > 0).Select(s => s.Values["last_name"]));

        Sandbox.Xs2Event.AcceptGuestValue("last_name", "Łuczak 2");
        Yes(await Provider.SendLateGuestsAsync(Call(), order, [filled], default));
    }

    [Theory]
    [InlineData(List, ScenarioKind.SilentBefore), InlineData(List, ScenarioKind.SilentAfter), InlineData(List, ScenarioKind.Malformed)]
    [InlineData(One, ScenarioKind.SilentBefore), InlineData(One, ScenarioKind.SilentAfter), InlineData(One, ScenarioKind.ServerErrorAfter)]
    public async Task A_write_without_an_answer_is_silence_left_once_and_may_be_sent_again(string operation, ScenarioKind kind)
    {
        var (_, order, sheet) = await LateAsync(Samples.AllPreDownload, 2);
        var filled = Filled(sheet);
        Sandbox.Scenarios.Add(new Scenario(operation, kind));

        await Assert.ThrowsAsync<ProviderSilenceException>(() => SendAsync());
        Assert.Single(Sandbox.Ledger.CallsOf(operation));
        await SendAsync();

        Assert.Equal(operation == List ? 2 : 1, (await ReadAsync(order)).Slots.Count(s => s.Values.ContainsKey("last_name")));

        Task SendAsync() => operation == List
            ? Provider.SendLateGuestsAsync(Call(), order, [filled], default)
            : Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, 1, filled.Slots[1], default);
    }

    [Fact]
    public async Task A_throttled_write_is_refused_at_once_with_the_time_to_wait_and_changes_nothing()
    {
        var (_, order, sheet) = await LateAsync(Samples.AllPreDownload, 2);
        var filled = Filled(sheet);
        Sandbox.Scenarios.Add(new Scenario(List, ScenarioKind.Throttled));
        Sandbox.Scenarios.Add(new Scenario(One, ScenarioKind.Throttled));

        var list = (await Provider.SendLateGuestsAsync(Call(), order, [filled], default)).Refusal!;
        var one = (await Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, 0, filled.Slots[0], default)).Refusal!;

        Assert.Equal((RefusalReason.Throttled, TimeSpan.FromSeconds(2)), (list.Reason, list.RetryAfter));
        Assert.Equal(RefusalReason.Throttled, one.Reason);
        Assert.Equal((1, 1), (Sandbox.Ledger.CallsOf(List).Count, Sandbox.Ledger.CallsOf(One).Count));
        Assert.All((await ReadAsync(order)).Slots, s => Assert.Empty(s.Values));
    }

    [Fact]
    public async Task What_is_wanted_later_still_is_read_back_with_what_was_given()
    {
        var (key, order, sheet) = await LateAsync(Samples.AllPreDownload, 2);
        Yes(await Provider.SendLateGuestsAsync(Call(), order, [Filled(sheet)], default));

        Sandbox.Xs2Event.RequireLater(order.Value, ["passport_number"], allPersons: true);

        Assert.Equal(GuestDataStatus.WaitingForUs, Assert.Single(await ReadBackAsync(key)).GuestData);
        var now = await ReadAsync(order);
        Assert.All(now.Slots, s => Assert.Equal((GuestDue.BeforeDownload, "Zoë"), (s.Due["passport_number"], s.Values["first_name"])));
        var passports = now with { Slots = [.. now.Slots.Select(s => s with { Values = new Dictionary<string, string>(s.Values) { ["passport_number"] = "XN0042" } })] };
        Yes(await Provider.SendLateGuestsAsync(Call(), order, [passports], default));
        Assert.Equal(GuestDataStatus.InProgress, Assert.Single(await ReadBackAsync(key)).GuestData);
    }

    [Fact]
    public async Task What_the_end_customer_is_asked_for_is_told_apart()
    {
        var (key, order, _) = await LateAsync(Samples.LeadPreDownload, 1);

        Sandbox.Xs2Event.SetGuestDataStatus(order.Value, "waitingforendcustomer");

        Assert.Equal(GuestDataStatus.WaitingForCustomer, Assert.Single(await ReadBackAsync(key)).GuestData);
    }

    [Fact]
    public async Task The_country_they_come_from_is_asked_with()
    {
        var held = await HeldAsync(Line(Samples.CountryHint, 1));
        var sheet = Assert.Single(Yes(await Provider.ReadGuestsAsync(Call(held.References), null, default)));
        Yes(await Provider.SendGuestsAsync(Call(held.References), [Filled(sheet)], default));
        var key = new OrderKey(Guid.NewGuid(), Yes(await Provider.CommitAsync(Call(held.References), Commit, default)).References);
        var order = Assert.Single(await ReadBackAsync(key)).Reference;

        Assert.DoesNotContain("passport_number", Assert.Single((await ReadAsync(order)).Slots).Due.Keys);
        Assert.Contains("passport_number", Assert.Single((await ReadAsync(order, "NLD")).Slots).Due.Keys);
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_list_any_more_and_an_order_that_is_over_are_definite_refusals()
    {
        var (_, order, sheet) = await LateAsync(Samples.AllPreDownload, 1);
        var slot = Filled(sheet).Slots[0];

        var unknown = (await Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, 0, slot with { GuestRef = "gone_gst" }, default)).Refusal!;
        var without = (await Provider.SendLateGuestAsync(Call(), order, sheet.OfferRef, 0, slot with { GuestRef = null }, default)).Refusal!;
        Sandbox.Xs2Event.Cancel(order.Value);
        var over = (await Provider.SendLateGuestsAsync(Call(), order, [Filled(sheet)], default)).Refusal!;

        Assert.Equal((RefusalReason.NotFound, RefusalReason.Invalid, RefusalReason.Invalid), (unknown.Reason, without.Reason, over.Reason));
        Assert.Contains("did not take the guest data", over.Detail, StringComparison.Ordinal);
    }

    private async Task<(OrderKey Key, ProviderReference Order, GuestSheet Sheet)> LateAsync(TicketSample of, int quantity)
    {
        var key = await BookedAsync(Line(of, quantity));
        var order = Assert.Single(await ReadBackAsync(key)).Reference;
        return (key, order, await ReadAsync(order));
    }

    private async Task<GuestSheet> ReadAsync(ProviderReference order, string? hint = null) =>
        Assert.Single(Yes(await Provider.ReadLateGuestsAsync(Call(), order, hint, default)));

    private static GuestSheet Filled(GuestSheet sheet) => sheet with
    {
        Slots = [.. sheet.Slots.Select((s, i) => s with { Values = new Dictionary<string, string> { ["first_name"] = "Zoë", ["last_name"] = $"Łuczak {i}", ["date_of_birth"] = "1990-05-17" } })],
    };
}
