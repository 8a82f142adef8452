using Microsoft.AspNetCore.Routing;

namespace Portal.Sandbox.Xs2Event;

internal static class Xs2EventControl
{
    public static void Map(IEndpointRouteBuilder routes, Xs2EventWorld world) { }
}
