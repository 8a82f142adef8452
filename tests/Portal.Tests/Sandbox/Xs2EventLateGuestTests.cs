using System.Net;
using System.Text.Json;
using Portal.Sandbox;
using Portal.Sandbox.Xs2Event;

namespace Portal.Tests.Sandbox;

/// <summary>What suppliers and the provider's staff do about guests once tickets are sold.</summary>
public sealed class Xs2EventLateGuestTests : Xs2EventTest
{
    private static readonly Dictionary<string, string> Ada = new() { ["first_name"] = "Ada", ["last_name"] = "Byron", ["date_of_birth"] = "1980-12-10" };

    [Fact]
    public async Task What_a_supplier_comes_to_want_after_the_booking_holds_the_files_back_until_it_is_in_for_that_order_only()
    {
        var (path, other) = (await OrderedAsync(Samples.AllPreDownload, 1), await OrderedAsync(Samples.AllPreDownload, 1));
        await WriteAsync(path, Ada);
        await WriteAsync(other, Ada);
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(("completed", true), await StandsAsync(path));

        Sandbox.Xs2Event.RequireLater(IdOf(path), ["passport_number", "gender"], allPersons: true);

        Assert.Equal(("waitingfordistributor", false), await StandsAsync(path));
        Assert.Equal(("completed", true), await StandsAsync(other));
        var conditions = (await GuestsAsync(path, conditions: true))[0].GetProperty("conditions");
        Assert.Equal(["first_name", "last_name", "passport_number", "date_of_birth", "gender"], Names(conditions));
        Assert.All(conditions.EnumerateObject(), c => Assert.Equal("pre_download", c.Value.GetString()));
        Assert.Equal(3, (await GuestsAsync(other, conditions: true))[0].GetProperty("conditions").EnumerateObject().Count());

        await WriteAsync(path, new(Ada) { ["passport_number"] = "XN0042", ["gender"] = "female" });
        Assert.Equal(("waitingforprocessing", true), await StandsAsync(path));
    }

    [Fact]
    public async Task What_is_wanted_of_the_lead_guest_only_is_wanted_of_nobody_else_also_where_nothing_was_wanted_before()
    {
        var path = await OrderedAsync(Samples.NoGuests, 2);
        Assert.Equal("notapplicable", (await Get(path))["guestdata_status"]);

        Sandbox.Xs2Event.RequireLater(IdOf(path), ["first_name"], allPersons: false);

        Assert.Equal("waitingfordistributor", (await Get(path))["guestdata_status"]);
        var guests = await GuestsAsync(path, conditions: true);
        Assert.Equal(["first_name"], Names(guests[0].GetProperty("conditions")));
        Assert.Empty(Names(guests[1].GetProperty("conditions")));
        await WriteAsync(path, new() { ["first_name"] = "Ada" }, Samples.NoGuests);
        Assert.Equal("waitingforprocessing", (await Get(path))["guestdata_status"]);
    }

    [Fact]
    public async Task What_is_already_there_is_not_wanted_again()
    {
        var path = await OrderedAsync(Samples.AllPreDownload, 1);
        await WriteAsync(path, new(Ada) { ["passport_number"] = "XN0042" });

        Sandbox.Xs2Event.RequireLater(IdOf(path), ["passport_number"], allPersons: true);

        Assert.Equal("waitingforprocessing", (await Get(path))["guestdata_status"]);
    }

    [Fact]
    public async Task A_value_that_the_supplier_does_not_accept_is_named_at_its_guest_early_and_late_until_it_is_accepted()
    {
        Sandbox.Xs2Event.RefuseGuestValue("last_name", "Byron");
        var reservation = await Reserved(Samples.AllPreCheckout, 2);
        var path = await OrderedAsync(Samples.AllPreDownload, 2);
        var ids = (await GuestsAsync(path)).Select(g => g.GetProperty("guest_id").GetString()!).ToList();
        object early = new { items = new[] { new { ticket_id = Samples.AllPreCheckout.TicketId, guests = new[] { new { first_name = "Bo", last_name = "Dal" }, new { first_name = "Ada", last_name = "Byron" } } } } };

        Heard[] refused =
        [
            await Post($"/v1/reservations/{reservation}/guestdata", early),
            await Put(path + "/guestdata", new { items = new[] { new { ticket_id = Samples.AllPreDownload.TicketId, guests = new[] { new { first_name = "Bo", last_name = "Dal" }, new { first_name = "Ada", last_name = "Byron" } } } } }),
            await Put($"{path}/guestdata/{ids[1]}", Ada),
        ];

        Assert.All(refused, r => Assert.Equal((HttpStatusCode.UnprocessableEntity, "/errors/invalid-guest-data"), (r.Status, r.ErrorType)));
        foreach (var (answer, count) in refused.Zip([2, 2, 1]))
        {
            var guests = answer.Body.GetProperty("items")[0].GetProperty("guests");
            Assert.Equal(count, guests.GetArrayLength());
            Assert.Equal("invalid", guests[count - 1].GetProperty("last_name").GetProperty("error").GetString());
            Assert.Equal(JsonValueKind.Null, guests[count - 1].GetProperty("first_name").GetProperty("error").ValueKind);
        }
        Assert.Equal(ids[1], refused[2].Body.GetProperty("items")[0].GetProperty("guests")[0].GetProperty("guest_id").GetString());
        Assert.Equal(HttpStatusCode.OK, (await Put($"{path}/guestdata/{ids[0]}", new { first_name = "Bo", last_name = "Dal" })).Status);

        Sandbox.Xs2Event.AcceptGuestValue("last_name", "Byron");
        Assert.Equal(HttpStatusCode.OK, (await Put($"{path}/guestdata/{ids[1]}", Ada)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post($"/v1/reservations/{reservation}/guestdata", early)).Status);
    }

    [Fact]
    public async Task A_status_that_staff_have_set_stays_until_data_are_written_and_holds_the_files_back_while_it_waits()
    {
        var path = await OrderedAsync(Samples.AllPreDownload, 1);
        await WriteAsync(path, Ada);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Sandbox.Xs2Event.SetGuestDataStatus(IdOf(path), "waitingforendcustomer");

        Assert.Equal(("waitingforendcustomer", false), await StandsAsync(path));
        Assert.Single((await Get("/v1/bookingorders/list?guestdata_status=waitingforendcustomer")).Body.GetProperty("bookingorders").EnumerateArray());
        await WriteAsync(path, Ada);
        Assert.Equal(("completed", true), await StandsAsync(path));
        Sandbox.Xs2Event.SetGuestDataStatus(IdOf(path), "waitingforgodot");
        Assert.Equal("waitingforgodot", (await Get(path))["guestdata_status"]);
        Sandbox.Xs2Event.SetGuestDataStatus(IdOf(path), null);
        Assert.Equal("completed", (await Get(path))["guestdata_status"]);
    }

    [Fact]
    public async Task All_of_it_is_on_the_page_and_in_the_API()
    {
        var path = await OrderedAsync(Samples.AllPreDownload, 1);
        var order = "/sandbox/api/xs2event/orders/" + IdOf(path);

        Assert.Equal(HttpStatusCode.OK, (await Post(order + "/require", new { fields = "passport_number, gender", scope = "lead_guest" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(order + "/require", new { fields = "shoe_size" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post(order + "/guestdata", new { status = "waitingforendcustomer" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Post("/sandbox/api/xs2event/orders/none/guestdata", new { status = "completed" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Post("/sandbox/api/xs2event/guestvalues/refuse", new { field = "first_name", value = "<b>Ada" })).Status);

        Assert.Equal("waitingforendcustomer", (await Get(path))["guestdata_status"]);
        var page = await Http.GetStringAsync("/sandbox/xs2event");
        foreach (var shown in new[] { "passport_number, gender of lead_guest", "first_name = &lt;b&gt;Ada", "<option selected>waitingforendcustomer</option>" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Post("/sandbox/api/xs2event/guestvalues/accept", new { field = "first_name", value = "<b>Ada" })).Status);
        Assert.DoesNotContain("first_name = ", await Http.GetStringAsync("/sandbox/xs2event"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_outlives_the_process()
    {
        var folder = Directory.CreateTempSubdirectory("portal-sandbox-");
        var options = new SandboxOptions { Time = Clock, StatePath = Path.Combine(folder.FullName, "state.jsonl") };
        string path, set;
        await using (var first = await SandboxServer.StartAsync(options))
        {
            using var http = ClientWith(first, Xs2EventOptions.DemoKey);
            (path, set) = (await OrderedAsync(Samples.AllPreDownload, 1, http), await OrderedAsync(Samples.AllPreDownload, 1, http));
            first.Xs2Event.RequireLater(IdOf(path), ["passport_number"], allPersons: true);
            first.Xs2Event.SetGuestDataStatus(IdOf(set), "waitingforendcustomer");
            first.Xs2Event.RefuseGuestValue("last_name", "Byron");
            first.Xs2Event.RefuseGuestValue("last_name", "Dal");
            first.Xs2Event.AcceptGuestValue("last_name", "Dal");
        }

        await using var second = await SandboxServer.StartAsync(options);

        using var again = ClientWith(second, Xs2EventOptions.DemoKey);
        var slot = (await Send(HttpMethod.Get, path + "/guestdata?include_conditions=true", by: again)).Body.GetProperty("items")[0].GetProperty("guests")[0];
        Assert.Contains("passport_number", Names(slot.GetProperty("conditions")));
        Assert.Equal("waitingforendcustomer", (await Send(HttpMethod.Get, set, by: again))["guestdata_status"]);
        var one = $"{path}/guestdata/{slot.GetProperty("guest_id").GetString()}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(HttpMethod.Put, one, Ada, again)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Put, one, new { first_name = "Bo", last_name = "Dal" }, again)).Status);
        folder.Delete(recursive: true);
    }

    private async Task<string> OrderedAsync(TicketSample of, int quantity, HttpClient? by = null)
    {
        var held = await Send(HttpMethod.Post, "/v1/reservations", new { items = new[] { Item(of, quantity) } }, by);
        var booking = await Send(HttpMethod.Post, "/v1/bookings", BookingOf(held["reservation_id"]), by);
        var orders = await Send(HttpMethod.Get, $"/v1/bookingorders/list?booking_id={booking["booking_id"]}", by: by);
        return $"/v1/bookingorders/{Assert.Single(orders.Body.GetProperty("bookingorders").EnumerateArray()).GetProperty("bookingorder_id").GetString()}";
    }

    private static string IdOf(string path) => path.Split('/')[^1];

    private async Task<List<JsonElement>> GuestsAsync(string path, bool conditions = false) =>
        [.. (await Get($"{path}/guestdata?include_conditions={(conditions ? "true" : "false")}")).Body.GetProperty("items")[0].GetProperty("guests").EnumerateArray()];

    private async Task WriteAsync(string path, Dictionary<string, string> guest, TicketSample? of = null) => Assert.Equal(HttpStatusCode.OK, (await Put(
        path + "/guestdata", new { items = new[] { new { ticket_id = (of ?? Samples.AllPreDownload).TicketId, guests = new[] { guest } } } })).Status);

    private async Task<(string Status, bool HasFile)> StandsAsync(string path)
    {
        var order = await Get(path);
        return (order["guestdata_status"], order.Body.GetProperty("items")[0].GetProperty("download_link").ValueKind is JsonValueKind.String);
    }
}
