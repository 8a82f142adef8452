using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.EGuma.Model;

/// <summary>Ids as the provider writes them: 24 hex digits, 19-digit ticket numbers, UUIDs for reservations.</summary>
internal static class Ids
{
    /// <summary>The same id for the same name, so that a catalogue is the same at each start.</summary>
    public static string Of(string name) => Convert.ToHexStringLower(Digest(name).AsSpan(0, 12));

    public static string New() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    /// <summary>First digit never 0, so that a caller who takes it for a number fails by its size and not by luck.</summary>
    public static string NewTicketNumber() => RandomNumberGenerator.GetString("123456789", 1) + RandomNumberGenerator.GetString("0123456789", 18);

    /// <summary>A number from 0 to below <paramref name="below"/>, the same for the same name.</summary>
    public static int Dice(string name, int below) => (int)(BitConverter.ToUInt32(Digest(name), 16) % (uint)below);

    private static byte[] Digest(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
