using Portal.Core.Providers;
using Portal.Sandbox.Xs2Event;
using static Portal.Tests.Providers.Xs2EventContractTests;

namespace Portal.Tests.Providers;

/// <summary>Guest data: of whom, by when, how many places, before and after the booking.</summary>
public sealed class Xs2EventGuestTests : Xs2EventInSandbox
{
    [Theory]
    [InlineData(nameof(Xs2EventSamples.LeadPreCheckout), GuestScope.LeadGuest, GuestDue.BeforeCheckout)]
    [InlineData(nameof(Xs2EventSamples.AllPreCheckout), GuestScope.AllPersons, GuestDue.BeforeCheckout)]
    [InlineData(nameof(Xs2EventSamples.LeadPreDownload), GuestScope.LeadGuest, GuestDue.BeforeDownload)]
    [InlineData(nameof(Xs2EventSamples.AllPreDownload), GuestScope.AllPersons, GuestDue.BeforeDownload)]
    public async Task Requirements_say_of_whom_and_by_when(string name, GuestScope scope, GuestDue due)
    {
        var sample = Samples.ByName[name];

        var wanted = Yes(await Provider.ReadRequirementsAsync(Call(), new SessionKey(sample.EventId, sample.EventId), sample.TicketId, null, default));

        Assert.Contains(wanted, w => w.Field == "first_name");
        Assert.All(wanted, w => Assert.Equal((scope, due), (w.Scope, w.Due)));
    }

    [Fact]
    public async Task Nested_requirements_are_groups_of_their_own_and_a_country_may_change_them()
    {
        var (mixed, country) = (Samples.MixedGuests, Samples.CountryHint);
        async Task<IReadOnlyList<GuestRequirement>> WantedAsync(TicketSample of, string? hint) =>
            Yes(await Provider.ReadRequirementsAsync(Call(), new SessionKey(of.EventId, of.EventId), of.TicketId, hint, default));

        var wanted = await WantedAsync(mixed, null);
        Assert.Contains(new GuestRequirement("contact_phone", GuestScope.LeadGuest, GuestDue.BeforeCheckout), wanted);
        Assert.Contains(new GuestRequirement("passport_number", GuestScope.AllPersons, GuestDue.BeforeDownload), wanted);
        Assert.DoesNotContain(await WantedAsync(country, null), w => w.Field == "passport_number");
        Assert.Contains(await WantedAsync(country, "NLD"), w => w.Field == "passport_number");
        Assert.Empty(await WantedAsync(Samples.NoGuests, null));
    }

    [Fact]
    public async Task The_guest_list_has_as_many_places_as_the_supplier_wants()
    {
        async Task<int> PlacesAsync(TicketSample of, int quantity) => Assert.Single(
            Yes(await Provider.ReadGuestsAsync(Call((await HeldAsync(Line(of, quantity))).References), null, default))).Slots.Count;

        Assert.Equal(4, await PlacesAsync(Samples.AllPreCheckout, 4));
        Assert.Equal(1, await PlacesAsync(Samples.OneGuestPerGroup, 4));
        Assert.Equal(1, await PlacesAsync(Samples.SingleGuest, 3));
    }

    [Fact]
    public async Task Late_guest_data_go_to_the_booking_order()
    {
        var key = await BookedAsync(Line(Samples.AllPreDownload, 2));
        var order = Assert.Single(await ReadBackAsync(key));
        Assert.Equal(GuestDataStatus.WaitingForUs, order.GuestData);

        var sheets = Yes(await Provider.ReadLateGuestsAsync(Call(), order.Reference, null, default));
        var sheet = Assert.Single(sheets);
        Assert.All(sheet.Slots, s => Assert.Equal(GuestDue.BeforeDownload, s.Due["date_of_birth"]));
        var filled = sheet with
        {
            Slots = [.. sheet.Slots.Select((s, i) => s with { Values = new Dictionary<string, string> { ["first_name"] = "Zoë", ["last_name"] = $"Łuczak {i}", ["date_of_birth"] = "1990-05-17" } })],
        };
        Yes(await Provider.SendLateGuestsAsync(Call(), order.Reference, [filled], default));

        var kept = Assert.Single(Yes(await Provider.ReadLateGuestsAsync(Call(), order.Reference, null, default)));
        Assert.Equal(["Łuczak 0", "Łuczak 1"], kept.Slots.Select(s => s.Values["last_name"]));
        Assert.NotEqual(GuestDataStatus.WaitingForUs, Assert.Single(await ReadBackAsync(key)).GuestData);
    }
}
