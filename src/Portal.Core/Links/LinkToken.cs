using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Core.Links;

/// <summary>What stands in a customer's link: 256 random bits. Whoever has it may come in, so only its hash is kept.</summary>
internal static class LinkToken
{
    private const int Bytes = 32;

    /// <summary>How long a token is in a link.</summary>
    public const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, lower-case hex. Salt and slowness would add nothing: nobody guesses 256 bits.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
