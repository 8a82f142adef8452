using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using static Portal.Tests.Providers.OneboxDistributionContractTests;

namespace Portal.Tests.Providers;

public sealed class OneboxDistributionBuyingTests : OneboxDistributionInSandbox
{
    [Fact]
    public void Buyer_fields_and_deliveries_come_from_the_contract()
    {
        var connection = Call(null, ("BuyerData", "email, surname, phone?, shoe_size")).Connection;

        Assert.Equal([new(BuyerField.Email, true), new(BuyerField.LastName, true), new(BuyerField.Phone, false)], Provider.BuyerFields(connection, SaleMode.Purchase));
        Assert.Equal([("EMAIL", 0m, true), ("NATIONAL_POST", 6.50m, false)],
            Provider.DeliveryOptions(connection, 2, "EUR").Select(d => (d.OptionRef, d.Cost.Amount, d.IsDefault)));
        Assert.Empty(Provider.DeliveryOptions(Call(null, ("DeliveryMethods", "")).Connection, 2, "EUR"));
    }

    [Fact]
    public async Task Delivery_is_part_of_what_is_to_be_paid()
    {
        var held = await HeldAsync(Line(Samples.Zone, 2));
        var post = Provider.DeliveryOptions(Call().Connection, 2, "EUR").Single(d => d.OptionRef == "NATIONAL_POST");

        var prepared = await PreparedAsync(held, post);

        Assert.Equal(new Money(2 * Samples.Zone.Price + 6.50m, "EUR"), prepared.Total);
        Yes(await Provider.CommitAsync(Call(prepared.References), Commit(prepared.Total!.Value.Amount), default));
    }

    [Fact]
    public async Task A_delivery_whose_cost_moved_is_refused_before_anything_is_prepared()
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));
        var wrong = new DeliveryOption("NATIONAL_POST", "By post", new Money(1m, "EUR"));

        var refusal = No(RefusalReason.BuyerDataMissing, await Provider.SendBuyerAsync(Call(held.References), new(Request(), Ada, wrong), default));

        Assert.Contains("6.5", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_the_contract_names_is_missing_without_a_call_and_one_the_provider_adds_is_named_from_its_answer()
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));
        var faults = No(RefusalReason.BuyerDataMissing, await Provider.SendBuyerAsync(Call(held.References), new(Request(), Buyer.Nobody, null), default)).BuyerFaults;
        Assert.Equal([BuyerField.Email, BuyerField.FirstName, BuyerField.LastName], faults.Select(f => f.Field));
        Assert.Equal(0, CallsOf("order.buyer"));

        Sandbox.OneboxDistribution.Options.RequiredBuyerData.Add("phone");
        Yes(await Provider.SendBuyerAsync(Call(held.References), new(Request(), Ada, null), default));
        faults = No(RefusalReason.BuyerDataMissing, await Provider.PrepareAsync(Call(held.References), Commit(0), default)).BuyerFaults;
        Assert.Equal(BuyerField.Phone, Assert.Single(faults).Field);

        Yes(await Provider.SendBuyerAsync(Call(held.References, ("BuyerData", "email,name,surname,phone")), new(Request(), Ada, null), default));
        Yes(await Provider.PrepareAsync(Call(held.References), Commit(0), default));
    }

    [Fact]
    public async Task Attendees_are_known_from_the_hold_and_faults_name_person_and_field()
    {
        var line = Line(Samples.AllAttendeeData, 2);
        var held = await HeldAsync(line);
        Assert.Equal(
            [GuestFields.FirstName, GuestFields.LastName, GuestFields.Email, GuestFields.PassportNumber],
            Assert.Single(held.Lines).Requirements!.Select(r => r.Field));

        var sheet = Assert.Single(Yes(await Provider.ReadGuestsAsync(Call(held.References), null, default)));
        var ada = Guest("ada@example.org");
        var faults = No(RefusalReason.GuestDataMissing, await Provider.SendGuestsAsync(Call(held.References),
            [sheet with { Slots = [sheet.Slots[0] with { Values = ada }, sheet.Slots[1] with { Values = Guest("nonsense") }] }], default)).FieldFaults;
        Assert.Equal(new FieldFault(line.OfferRef, 1, GuestFields.Email, "invalid"), Assert.Single(faults));
        Assert.Equal(0, CallsOf("order.attendees"));

        // Slots that lost their ids are seated in their turn.
        var told = Yes(await Provider.SendGuestsAsync(Call(held.References), [sheet with { Slots = [.. sheet.Slots.Select(s => s with { GuestRef = null, Values = ada })] }], default));
        Assert.All(Assert.Single(told).Slots, s => Assert.Equal("ada@example.org", s.Values[GuestFields.Email]));
        await PreparedAsync(held);
    }

    [Fact]
    public async Task A_hold_without_attendees_wants_nothing_and_sends_nothing()
    {
        var held = await HeldAsync(Line(Samples.Zone, 1));

        Assert.Empty(Assert.Single(held.Lines).Requirements!);
        Assert.Empty(Yes(await Provider.ReadGuestsAsync(Call(held.References), null, default)));
        Yes(await Provider.SendGuestsAsync(Call(held.References), [], default));
        Assert.Equal(0, CallsOf("order.attendees"));
    }

    [Theory]
    [InlineData("9001", 3.2)]
    [InlineData("otoño", 3.2)]
    [InlineData("9002:SOCIOS:2468", 6.4)]
    public async Task A_promotion_lowers_the_price_of_what_is_held(string code, decimal less)
    {
        var line = Line(Samples.Promoted, 2);
        var held = await HeldAsync(line);

        var promoted = Yes(await Provider.ApplyPromotionAsync(Call(held.References), Request(line), code, default));

        Assert.Equal(new Money(Samples.Promoted.Price - less, "EUR"), Assert.Single(promoted.Lines).NetEach);
    }

    [Fact]
    public async Task A_promotion_that_does_not_apply_leaves_the_price()
    {
        var line = Line(Samples.Promoted, 1);
        var held = await HeldAsync(line);

        No(RefusalReason.NotAllowed, await Provider.ApplyPromotionAsync(Call(held.References), Request(line), "9002:SOCIOS:0000", default));
        No(RefusalReason.NotAllowed, await Provider.ApplyPromotionAsync(Call(held.References), Request(line), "1", default));
        No(RefusalReason.Invalid, await Provider.ApplyPromotionAsync(Call(held.References), Request(line), "WINTER", default));

        var found = Yes(await Provider.LookUpHoldAsync(Call(held.References), Request(line), default));
        Assert.Equal(line.NetEach, Assert.Single(found.Places!.Lines).NetEach);
    }

    private static Dictionary<string, string> Guest(string email) => new()
    {
        [GuestFields.FirstName] = "Ada", [GuestFields.LastName] = "Lovelace", [GuestFields.Email] = email, [GuestFields.PassportNumber] = "X1234567",
    };
}
