using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Core.Catalog;

namespace Portal.Core.Guests;

/// <summary>Seals what is known of a person, and hashes names so that they can be found without being readable.</summary>
public sealed class GuestSeal(IDataProtectionProvider protection, Persistence.PortalKeys keys)
{
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Guests.v1");

    public string Seal(IReadOnlyDictionary<string, string> values) => protector.Protect(JsonSerializer.Serialize(values));

    public IReadOnlyDictionary<string, string> Open(string? seal) => seal is null
        ? new Dictionary<string, string>()
        : JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(seal))!;

    /// <summary>Hashes of the words of a name, as kept beside the guest.</summary>
    public async Task<IReadOnlyList<string>> HashAsync(CancellationToken cancellation, params string?[] names)
    {
        var key = await keys.NameHashKeyAsync(cancellation);
        return [.. SearchWords.Of(names).Select(word => Hash(key, word))];
    }

    // 12 bytes: enough that two names do not meet, short enough for an index over millions of rows.
    private static string Hash(byte[] key, string word) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(word)).AsSpan(0, 12));
}
