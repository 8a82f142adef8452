using Portal.Core.Providers;

namespace Portal.Tests.Providers;

/// <summary>Whom a refusal of guest data is about, in shapes that no well-behaved sandbox sends.</summary>
public sealed class Xs2EventGuestFaultTests : Xs2EventScripted
{
    private static readonly ProviderReference Order = new("bookingorder", "o1");

    private static GuestSheet Sheet(params string?[] ids) => new("t1", [.. ids.Select((id, n) => Slot(id, n == 0))]);

    private static GuestSlot Slot(string? id, bool lead = false) => new(id, lead, new Dictionary<string, string> { ["first_name"] = "Ada" }, new Dictionary<string, GuestDue>());

    private static string Refusal(string guests) =>
        $$"""{"type":"/errors/invalid-guest-data","detail":"Ada is not accepted","items":[{"ticket_id":"t1","quantity":3,"guests":[{{guests}}] }]}""";

    private static string Fault(string? id) =>
        (id is null ? "{" : $"{{\"guest_id\":\"{id}\",") + "\"first_name\":{\"value\":\"Ada\",\"condition\":\"pre_download\",\"error\":\"invalid\"}}";

    [Theory]
    [InlineData("the answer names only the third, by id", "g3", null, 2)]
    [InlineData("without ids the place counts", null, null, 0)]
    [InlineData("an id where we knew of none yet: the place counts", "new", 0, 0)]
    [InlineData("somebody who is not on our list is nobody's fault", "stranger", null, null)]
    public async Task A_fault_in_a_list_is_of_whom_the_answer_names(string because, string? id, int? unnamed, int? place)
    {
        Server.On("PUT /v1/bookingorders/o1/guestdata", 422, Refusal(Fault(id)));

        var refusal = (await Provider.SendLateGuestsAsync(Call, Order, [Sheet(unnamed is null ? "g1" : null, "g2", "g3")], default)).Refusal!;

        Assert.True(place == refusal.FieldFaults.SingleOrDefault()?.Slot, because);
        Assert.DoesNotContain("Ada", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by id among others", "g1,g2", true)]
    [InlineData("alone without id", "", true)]
    [InlineData("in the place of the list, where nobody has an id", ",,", true)]
    [InlineData("faults of others are not this person's", "g1,g3", false)]
    public async Task A_fault_of_one_who_was_sent_alone_is_of_nobody_else(string because, string ids, bool found)
    {
        Server.On("PUT /v1/bookingorders/o1/guestdata/g2", 422, Refusal(string.Join(',', ids.Split(',').Select(id => Fault(id.Length == 0 ? null : id)))));

        var refusal = (await Provider.SendLateGuestAsync(Call, Order, "t1", 1, Slot("g2"), default)).Refusal!;

        Assert.Equal(RefusalReason.GuestDataMissing, refusal.Reason);
        Assert.True(found ? refusal.FieldFaults is [{ OfferRef: "t1", Slot: 1, Field: "first_name", Fault: "invalid" }] : refusal.FieldFaults.Count == 0, because);
    }

    [Fact]
    public async Task Conditions_that_no_document_names_are_tolerated_and_ask_for_nothing()
    {
        Server.On("GET /v1/bookingorders/o1/guestdata", 200, """
            {"bookingorder_id":"o1","items":[{"ticket_id":"t1","quantity":1,"guests":[{"guest_id":"g1","first_name":"Ada","lead_guest":true,
             "conditions":{"first_name":"pre_download","passport_number":"pre_gate","gender":7,"city":null}}]}]}
            """);

        var slot = Assert.Single(Assert.Single((await Provider.ReadLateGuestsAsync(Call, Order, "NLD", default)).Value!).Slots);

        Assert.Equal(["first_name"], slot.Due.Keys);
        Assert.Equal("Ada", slot.Values["first_name"]);
        Assert.Equal("GET /v1/bookingorders/o1/guestdata?include_conditions=true&country_hint=NLD", Assert.Single(Server.Asked));
    }

    [Fact]
    public async Task An_answer_of_a_single_guest_may_be_flat_or_field_by_field_and_may_leave_the_id_out()
    {
        Server.On("PUT /v1/bookingorders/o1/guestdata/g2", 200, """{"first_name":{"value":"Ada","condition":"pre_download","error":null},"last_name":"Byron","lead_guest":false}""");

        var kept = (await Provider.SendLateGuestAsync(Call, Order, "t1", 1, Slot("g2"), default)).Value!;

        Assert.Equal(("g2", "Ada", "Byron"), (kept.GuestRef, kept.Values["first_name"], kept.Values["last_name"]));
    }
}
