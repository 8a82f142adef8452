using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.Xs2Event.Model;

/// <summary>Ids as the provider writes them: 32 hex digits and a suffix that says less than it seems to.</summary>
internal static class Ids
{
    /// <summary>The same id for the same name, so that a catalogue is the same at each start.</summary>
    public static string Of(string name, string suffix) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)) + suffix;

    public static string New(string suffix) => Guid.NewGuid().ToString("N") + suffix;

    /// <summary>A short code of six capitals and digits, without the ones people confuse.</summary>
    public static string NewBookingCode() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 6);
}
