namespace Portal.Core.Bookings;

/// <summary>How many, as people say it.</summary>
public static class CountWords
{
    public static string Places(int count) => count == 1 ? "1 place" : $"{count} places";

    public static string Tickets(int count) => count == 1 ? "1 ticket" : $"{count} tickets";

    public static string Persons(int count) => count == 1 ? "1 person" : $"{count} persons";

    public static string Fields(int count) => count == 1 ? "1 field" : $"{count} fields";
}
