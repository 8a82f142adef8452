using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Core.Catalog;

/// <summary>Seals and opens a connection's secrets and settings. The only place that sees them in the clear outside an adapter.</summary>
public sealed class ConnectionSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Connections.v1");

    public string Seal(IReadOnlyDictionary<string, string> values) => protector.Protect(JsonSerializer.Serialize(values));

    public IReadOnlyDictionary<string, string> Open(string sealedValues) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(sealedValues))!;
}
