namespace Portal.Core.Bookings;

/// <summary>What agents are told about places that moved at the provider by themselves.</summary>
internal static class ReadBackWords
{
    public static string Moved(ItemState to, IReadOnlyCollection<Item> places) => to switch
    {
        ItemState.Lapsed => $"{CountWords.Places(places.Count)} lapsed at the provider: {Why(places)}",
        ItemState.Purchased => $"{CountWords.Places(places.Count)} became a purchase at the provider.",
        ItemState.Refunded => $"{CountWords.Places(places.Count)} refunded at the provider.",
        _ => $"{CountWords.Places(places.Count)} cancelled at the provider.",
    };

    public static string LapsedByTheClock(IReadOnlyCollection<Item> places) =>
        $"{CountWords.Places(places.Count)} lapsed: {Why(places)} The provider no longer tells of them.";

    private static string Why(IReadOnlyCollection<Item> places) =>
        places.All(p => p.GivenUpAt is not null) ? "the booking's time is over; they had been given up." : "the booking's time is over. Nothing was bought or charged.";
}
