using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Portal.Sandbox;
using Portal.Sandbox.SecuTix;

namespace Portal.Tests.Sandbox;

public sealed class SecuTixWireTests : SecuTixTest
{
    private const string ReadOrder = "externalOrderService/getOrderDetails";

    [Fact]
    public async Task A_forged_and_a_fetched_token_are_good_and_others_are_not()
    {
        using var fetched = await Http.PostAsJsonAsync("/tnai/backend-apis/v1/auth", new { @operator = SecuTixOptions.DemoOperator, partner = SecuTixOptions.DemoPartner, secret = SecuTixOptions.DemoSecret });
        var token = (string)(await fetched.Content.ReadFromJsonAsync<JsonObject>())!["token"]!;
        using var wrong = await Http.PostAsJsonAsync("/tnai/backend-apis/v1/auth", new { @operator = SecuTixOptions.DemoOperator, partner = SecuTixOptions.DemoPartner, secret = "no" });

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Rest(ReadOrder, new { orderId = 1 }, token)).Status);
        foreach (var bad in new[] { Token(secret: "wrong"), Token(issued: -301), Token(issued: 60), Token(lasts: 4000), Token(institution: "ELSE"), Token(partner: "ELSE"), "x.y.z", "nothing" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await Rest(ReadOrder, new { orderId = 1 }, bad)).Status);
        Assert.DoesNotContain(SecuTixOptions.DemoSecret, string.Join('\n', Sandbox.Ledger.Calls.Select(c => c.RequestBody)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_that_was_moved_forward_still_takes_tokens_of_the_real_time()
    {
        Sandbox.Clock.Advance(TimeSpan.FromHours(5));

        Assert.Equal(HttpStatusCode.OK, (await Rest(ReadOrder, new { orderId = 1 })).Status);
    }

    [Fact]
    public async Task The_catalogue_is_read_once_in_ten_minutes()
    {
        var (_, first) = await Rest("catalogService/getCatalogDetailed", new { });
        Assert.Equal(509, (int)(await Rest("catalogService/getCatalogDetailed", new { })).Status);
        Assert.Equal(HttpStatusCode.OK, (await Rest("catalogService/getCatalog", new { })).Status);
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.OK, (await Rest("catalogService/getCatalogDetailed", new { })).Status);

        var products = first["catalogData"]!["seasons"]![0]!["products"]!.AsArray();
        Assert.True(products.Count(p => p!["event"] is not null) >= 55);
        Assert.Equal(["GOODS", "PASS", "SERVICE", "SINGLE_ENTRY"], products.Select(p => (string)p!["productFamilyType"]!).Distinct().Order());
        var opera = products.Single(p => (long)p!["id"]! == Samples.Opera.ProductId)!;
        Assert.Contains(opera["event"]!["performances"]![0]!["prices"]!.AsArray(), p => (long)p!["seatCatId"]! == Samples.Opera.SeatCategoryId
            && (long)p["audSubCatId"]! == Samples.Opera.AudienceId && (long)p["amount"]! == Samples.Opera.Price);
    }

    [Fact]
    public async Task The_programmes_evenings_are_listed_under_their_houses_names_and_hours()
    {
        var (_, heard) = await Rest("catalogService/getCatalogDetailed", new { });
        var data = heard["catalogData"]!;
        var sites = data["sites"]!.AsArray().ToDictionary(s => (long)s!["id"]!, s => (string)s!["externalName"]!["translations"]![0]!["value"]!);
        var houses = data["physicalConfigurations"]!.AsArray().ToDictionary(c => (long)c!["id"]!, c => sites[(long)c!["siteId"]!]);
        var listed = data["seasons"]![0]!["products"]!.AsArray().Where(p => p!["event"] is not null)
            .SelectMany(p => p!["event"]!["performances"]!.AsArray().Select(f => (Name: (string)p["externalName"]!["translations"]![0]!["value"]!, House: houses[(long)f!["physicalConfigurationId"]!], Start: ((string)f["start"]!)[..19])))
            .ToHashSet();
        var evenings = Programme.From(Clock.GetUtcNow().DateTime).Where(e => e.IsSoldBy(Seller.Secutix)).ToList();

        Assert.True(evenings.Count >= 20);
        Assert.All(evenings, e => Assert.Contains((e.SpeltBy(Seller.Secutix), e.Stage.Name, e.Start.ToString("s")), listed));
    }

    [Fact]
    public async Task Availability_is_read_once_a_minute_for_each_set_and_split_as_asked()
    {
        object Asking(long performance, params long[] categories) => new { pointOfSalesId = 10_229_900_117, performanceIds = new[] { performance }, seatCategoryIds = categories };
        var (evening, other) = (Samples.Opera.PerformanceId!.Value, Samples.OperaOtherEvening.PerformanceId!.Value);

        var split = await Ask("availabilityService/getEventAvailability", Asking(evening, -1));
        var summed = await Ask("availabilityService/getEventAvailability", Asking(evening));
        await Ask("availabilityService/getEventAvailability", Asking(other, -1));
        Assert.Equal(509, (int)(await Rest("availabilityService/getEventAvailability", Asking(evening, -1))).Status);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Ask("availabilityService/getEventAvailability", Asking(evening, -1));

        var parts = split["eventAvailabilityData"]!["performanceAvailabilities"]!.AsArray();
        Assert.Equal(4, parts.Count);
        Assert.Equal(parts.Sum(p => (int)p!["availableQuantity"]!), (int)Assert.Single(summed["eventAvailabilityData"]!["performanceAvailabilities"]!.AsArray())!["availableQuantity"]!);
    }

    [Fact]
    public async Task More_than_180_calls_a_minute_are_HTTP_509()
    {
        for (var n = 0; n < 180; n++) Assert.Equal(HttpStatusCode.OK, (await Rest("catalogService/isCatalogServiceAlive", new { })).Status);

        Assert.Equal(509, (int)(await Rest("catalogService/isCatalogServiceAlive", new { })).Status);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await Rest("catalogService/isCatalogServiceAlive", new { })).Status);
    }

    [Fact]
    public async Task A_slow_catalogue_is_fetched_by_asking_again_with_the_same_request_id()
    {
        Sandbox.SecuTix.Options.CatalogueTakes = TimeSpan.FromSeconds(20);
        Assert.Equal("inProgress", (string?)(await Ask("catalogService/getCatalogDetailed", new { requestId = 7 }))["statusCode"]);
        Clock.Advance(TimeSpan.FromSeconds(20));

        var done = await Ask("catalogService/getCatalogDetailed", new { requestId = 7 });

        Assert.Equal(("success", 7), ((string?)done["statusCode"], (int)done["requestId"]!));
    }

    [Fact]
    public async Task The_point_of_sale_tells_its_rules()
    {
        var config = (await Done("catalogService/getPOSConfig", new { }))["posConfigData"]!;

        Assert.Equal((10_229_900_117, 15, "EUR"), ((long)config["posId"]!, (int)config["orderAbandonDelay"]!, (string?)config["currencyCode"]));
        Assert.Equal(("YES", "NO"), ((string?)config["productFamilies"]![1]!["reservable"], (string?)config["productFamilies"]![1]!["directOption"]));
    }

    [Fact]
    public async Task SOAP_does_the_same_and_its_password_is_in_no_ledger()
    {
        var (status, answer) = await Soap("externalorder", "ExternalOrderFacade", "createOrUpdateOrder", new XElement("pointOfSalesId", 10_229_900_117), new XElement("orderType", "SALE"),
            new XElement("singleEntryAttributionOperations", new XElement("operationAttributions", new XElement("performanceId", Samples.Opera.PerformanceId),
                new XElement("seatCategoryId", Samples.Opera.SeatCategoryId), new XElement("audienceSubCategoryId", Samples.Opera.AudienceId), new XElement("quantity", 2))));

        Assert.Equal(HttpStatusCode.OK, status);
        var result = answer.Descendants("OrderUpdateResult").Single();
        Assert.Equal(("success", 2), (result.Element("statusCode")!.Value, result.Descendants("movementDataUpdates").Count()));
        Assert.Equal("createOrUpdateOrderResponse", result.Parent!.Name.LocalName);
        Assert.Single(Sandbox.Ledger.CallsOf("secutix/createOrUpdateOrder"));
        Assert.DoesNotContain(SecuTixOptions.DemoPassword, Sandbox.Ledger.Calls[0].RequestBody, StringComparison.Ordinal);
        Assert.Single(Sandbox.Ledger.Made("secutix", "order"));
    }

    [Fact]
    public async Task SOAP_faults_are_HTTP_500_and_name_whose_fault_it_is()
    {
        var (status, fault) = await Soap("externalorder", "ExternalOrderService", "getOrderDetails", "wrong", new XElement("orderId", 1));
        Assert.Equal((HttpStatusCode.InternalServerError, "wsse:FailedAuthentication"), (status, fault.Descendants("faultcode").Single().Value));

        foreach (var (method, parameter) in new[] { ("getNothing", "orderId"), ("getOrderDetails", "sort") })
        {
            var (wrong, client) = await Soap("externalorder", "ExternalOrderService", method, new XElement(parameter, 1));
            Assert.Equal((HttpStatusCode.InternalServerError, "S:Client"), (wrong, client.Descendants("faultcode").Single().Value));
        }
    }

    private Task<(HttpStatusCode, XElement)> Soap(string package, string service, string method, params XElement[] parameters) => Soap(package, service, method, SecuTixOptions.DemoPassword, parameters);

    private async Task<(HttpStatusCode, XElement)> Soap(string package, string service, string method, string password, params XElement[] parameters)
    {
        XNamespace soap = "http://schemas.xmlsoap.org/soap/envelope/", wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd", ns = $"http://v1_33.{service}.service.secutix.com";
        var envelope = new XElement(soap + "Envelope",
            new XElement(soap + "Header", new XElement(wsse + "Security", new XElement(wsse + "UsernameToken", new XElement(wsse + "Username", SecuTixOptions.DemoOperator), new XElement(wsse + "Password", password)))),
            new XElement(soap + "Body", new XElement(ns + method, parameters)));
        using var content = new StringContent(envelope.ToString(), Encoding.UTF8, "text/xml");
        using var response = await Http.PostAsync($"/tnseb/external-remoting/com.secutix.service.realtime.{package}.v1_33.{service}.webservice", content);
        return (response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync()));
    }
}
