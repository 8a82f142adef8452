using System.Security.Cryptography;

namespace Portal.Core.Bookings;

/// <summary>Makes the reference a person reads out on the phone.</summary>
public static class BookingReference
{
    // Without 0 O 1 I L (misread) and without vowels (so that no word can appear): 27^6, about 390 million.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    public const int Length = 6;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);
}
