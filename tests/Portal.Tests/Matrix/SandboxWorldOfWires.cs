using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Matrix;

namespace Portal.Tests.Support;

// What the matrix says of its wires.
internal sealed partial class SandboxWorld
{
    public static Task<SandboxWorld> StartAsync(IEnumerable<Wire> connected, DatabaseEngine engine = DatabaseEngine.Sqlite) =>
        StartAsync(connected.Select(wire => (wire.Kind, wire.Settings)), engine);

    public Task ConnectAsync(Wire wire) => ConnectAsync(wire.Kind, wire.Settings);

    public Task<Guid> ListsAsync(Wire wire, SessionKey key) => ListsAsync(wire.Kind, key);
}
