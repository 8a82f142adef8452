using System.Security.Cryptography;
using System.Text;

namespace Portal.Sandbox.OneboxChannels.Model;

internal static class Ids
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string NewToken() => Guid.NewGuid().ToString("N");

    /// <summary>Twelve capitals and digits.</summary>
    public static string NewOrderCode() => RandomNumberGenerator.GetString(Letters, 12);

    public static string NewBarcode() => RandomNumberGenerator.GetString("0123456789", 13);

    /// <summary>The same number below <paramref name="below"/> for the same name, so that a catalogue is the same at each start.</summary>
    public static int Dice(string name, int below) =>
        (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (uint)below);
}
