using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Sandbox.Control;
using Portal.Sandbox.Http;
using Portal.Sandbox.SecuTix.Wire;

namespace Portal.Sandbox.SecuTix;

/// <summary>SecuTix's paths and manners: the same methods behind REST and SOAP, one lock around each.</summary>
internal sealed partial class SecuTixProvider : PretendedProvider
{
    private readonly SecuTixWorld _world;
    private readonly Rates _rates;
    private readonly RestCodec _rest;
    private readonly SoapCodec _soap;

    public SecuTixProvider(SecuTixWorld world)
    {
        _world = world;
        _rates = new Rates(world.Options, world.State.Clock);
        _rest = new RestCodec(new Jwt(world.Options, world.State.Clock), world.Options);
        _soap = new SoapCodec(world.Options);
    }

    public override string Name => "secutix";

    public override void Map(Http.Operations operations)
    {
        foreach (var method in _world.Methods) operations.Post(RestPath(method.Service, method.Name), method.Name, call => _rest.Run(call, (caller, given) => Answer(caller, method, given)));
        // Clients were seen asking a service of its own for the point of sale.
        var config = _world.Methods.First(m => m.Name == "getPOSConfig");
        operations.Post(RestPath("SetupService", config.Name), config.Name, call => _rest.Run(call, (caller, given) => Answer(caller, config, given)));
        operations.Post("/tnai/backend-apis/v1/auth", "auth", _rest.Fetch);

        foreach (var service in _world.Methods.GroupBy(m => m.Service))
            operations.Post(SoapPath(service.Key), [.. service.Select(m => m.Name)], SoapCodec.NameOf,
                call => _soap.Run(call, service.Key, [.. service], (caller, method, given) => Answer(caller, method, given)));
        operations.Otherwise("/tnseb/{**rest}", _ => Reply.Json(404, new { message = "Not Found" }));
    }

    public override string KeyOf(Call call) => IsSoap(call) ? Shorten(UserName().Match(call.Text).Groups[1].Value) : Shorten(call.Header("Authorization").Replace("Bearer ", "", StringComparison.Ordinal));

    /// <summary>SOAP carries its password, and the token call its secret, in the body.</summary>
    public override string ShownBody(Call call) => Secrets().Replace(call.Text, "$1…$3");

    public override Reply Throttled() => RestCodec.Throttled();

    public override Reply Unauthorized() => RestCodec.Unauthorized();

    public override Reply Unauthorized(Call call) => IsSoap(call) ? SoapCodec.Unauthorized() : RestCodec.Unauthorized();

    public override Reply ServerError() => Reply.Json(500, new { message = "Internal Server Error" });

    public override void Befall(Scenario scenario, Call call) => _world.Within(() => Misfortune.Befall(_world.State, scenario, call));

    public override Markup Panel(string find) => SecuTixPanel.Draw(_world, find);

    public override void MapControl(ControlActs acts) => SecuTixControl.Map(acts, _world);

    private static string RestPath(string service, string method) => $"/tnseb/backend-apis/{char.ToLowerInvariant(service[0])}{service[1..]}/v1_33/{method}";

    private static string SoapPath(string service) => $"/tnseb/external-remoting/com.secutix.service.realtime.{Package(service)}.v1_33.{service}.webservice";

    private static string Package(string service) => service switch
    {
        "CatalogService" => "catalog",
        "AvailabilityService" => "availability",
        "ExternalOrderHistoryService" => "history",
        _ => "externalorder",
    };

    private static bool IsSoap(Call call) => call.Path.EndsWith(".webservice", StringComparison.Ordinal);

    private JsonObject Answer(VirtualOperator caller, Method method, Given given) => _world.Within(() =>
    {
        _rates.Count(caller, method, given);
        return method.Answer(given, caller);
    });

    [GeneratedRegex(@"(<(?:\w+:)?Password[^>]*>|""secret""\s*:\s*"")(.*?)(</|"")", RegexOptions.Singleline)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"<(?:\w+:)?Username[^>]*>([^<]*)<")]
    private static partial Regex UserName();
}
