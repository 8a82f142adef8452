using Portal.Core.Guests;
using Portal.Core.Providers;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

public abstract partial class ProviderContract
{
    [Fact]
    public async Task A_commit_makes_one_order_and_names_it()
    {
        var held = await ReadyAsync(Plain);

        var order = Yes(await Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        Assert.Equal(CommitOutcome.Purchased, order.Outcome);
        Assert.NotEmpty(order.References);
        Assert.Equal(1, Facts.OrdersMade(sandbox));
        var found = Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(Plain), default));
        Assert.Equal(Facts.ReadsHolds ? HoldFound.Consumed : HoldFound.Alive, found.Found);
    }

    [Fact]
    public async Task A_committed_order_is_read_back_with_its_tickets()
    {
        var held = await ReadyAsync(Plain);
        var order = Yes(await Provider.CommitAsync(Call(held.References), Commit(Plain), default));
        var key = new OrderKey(Guid.NewGuid(), order.References);

        var reports = Yes(await Provider.ReadBackAsync(Call(), [key], default));

        var report = Assert.Single(reports);
        Assert.Equal(key.OrderId, report.OrderId);
        Assert.Equal(Plain.Quantity, report.Items.Count);
        Assert.All(report.Items, i => Assert.Equal(Plain.OfferRef, i.OfferRef));
    }

    [Theory]
    [InlineData(ScenarioKind.SilentAfter)]
    [InlineData(ScenarioKind.ServerErrorAfter)]
    [InlineData(ScenarioKind.Malformed)]
    public async Task A_commit_whose_answer_was_lost_is_found_and_was_done_once(ScenarioKind loss)
    {
        var held = await ReadyAsync(Plain);
        Happens(Facts.Operations.Commit, loss);
        await SilentAsync(Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        var found = Yes(await Provider.LookUpOrderAsync(Call(held.References), Commit(Plain), default));

        Assert.Equal(OrderFound.Made, found.Found);
        Assert.NotEmpty(found.Order!.References);
        Assert.Equal(1, Facts.OrdersMade(sandbox));
        Assert.Equal(Provider is IReplaysCommits ? 2 : 1, sandbox.Ledger.CallsOf(Facts.Operations.Commit).Count);
    }

    [Theory]
    [InlineData(ScenarioKind.SilentBefore)]
    [InlineData(ScenarioKind.ServerErrorBefore)]
    public async Task A_commit_that_never_arrived_may_be_asked_again(ScenarioKind loss)
    {
        var held = await ReadyAsync(Plain);
        Happens(Facts.Operations.Commit, loss);
        await SilentAsync(Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        // Where the look-up is the same question once more, it has made the order.
        Assert.Equal(Provider is IReplaysCommits ? OrderFound.Made : OrderFound.NotMadeHoldAlive,
            Yes(await Provider.LookUpOrderAsync(Call(held.References), Commit(Plain), default)).Found);
        Yes(await Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        Assert.Equal(1, Facts.OrdersMade(sandbox));
    }

    [Fact]
    public async Task A_commit_that_never_arrived_cannot_be_made_once_the_hold_is_over()
    {
        var held = await ReadyAsync(Plain);
        Happens(Facts.Operations.Commit, ScenarioKind.SilentBefore);
        await SilentAsync(Provider.CommitAsync(Call(held.References), Commit(Plain), default));
        bench.Clock.Advance(held.ExpiresAt - bench.Clock.Now + TimeSpan.FromSeconds(1));

        Assert.Equal(OrderFound.NotMadeHoldOver, Yes(await Provider.LookUpOrderAsync(Call(held.References), Commit(Plain), default)).Found);
    }

    [Fact]
    public async Task A_second_commit_of_the_same_hold_finds_the_first()
    {
        var held = await ReadyAsync(Plain);
        var first = Yes(await Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        var second = Yes(await Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        Assert.Equal(first.References, second.References);
        Assert.Equal(1, Facts.OrdersMade(sandbox));
    }

    [Fact]
    public async Task Guest_data_that_are_wanted_first_are_refused_by_field_and_taken_when_complete()
    {
        if (Provider is not ITakesEarlyGuests guests)
            return;
        var line = Facts.WantsGuests(sandbox);
        var held = await HeldAsync(line);
        var call = Call(held.References);

        if (Provider is IPrepares)
            No(RefusalReason.GuestDataMissing, await PrepareAsync(held.References, line));
        else
            No(RefusalReason.GuestDataMissing, await Provider.CommitAsync(call, Commit(line), default));
        var asked = Yes(await guests.ReadGuestsAsync(call, null, default));
        var refusal = No(RefusalReason.GuestDataMissing, await guests.SendGuestsAsync(call, Filled(asked, _ => null), default));
        Assert.All(refusal.FieldFaults, f => Assert.Equal(line.OfferRef, f.OfferRef));
        Assert.NotEmpty(refusal.FieldFaults);

        Yes(await guests.SendGuestsAsync(call, Filled(asked, Typed), default));
        Yes(await Provider.CommitAsync(Call(Yes(await PrepareAsync(held.References, line)).References), Commit(line), default));
        Assert.Equal(1, Facts.OrdersMade(sandbox));
    }

    [Fact]
    public async Task Guest_data_may_be_sent_again_after_silence()
    {
        if (Provider is not ITakesEarlyGuests guests)
            return;
        var line = Facts.WantsGuests(sandbox);
        var call = Call((await HeldAsync(line)).References);
        var filled = Filled(Yes(await guests.ReadGuestsAsync(call, null, default)), Typed);
        Happens(Facts.Operations.Guests, ScenarioKind.SilentAfter);
        await SilentAsync(guests.SendGuestsAsync(call, filled, default));

        Yes(await guests.SendGuestsAsync(call, filled, default));
    }

    private static IReadOnlyList<GuestSheet> Filled(IReadOnlyList<GuestSheet> sheets, Func<string, string?> typed) =>
        [.. sheets.Select(sheet => sheet with
        {
            Slots = [.. sheet.Slots.Select(slot => slot with
            {
                Values = slot.Due.Keys.Select(f => (f, typed(f))).Where(v => v.Item2 is not null).ToDictionary(v => v.f, v => v.Item2!),
            })],
        })];

    private static string Typed(string field) => GuestFields.Get(field).Type switch
    {
        GuestFieldType.Email => "ada.lovelace@guests.example",
        GuestFieldType.Phone => "+31612345678",
        GuestFieldType.Date => "1990-05-17",
        GuestFieldType.Country => "NLD",
        GuestFieldType.Gender => "female",
        _ => "Quetzalcóatl-Ünïque",
    };
}
