using System.Globalization;
using Portal.Core.Providers;
using Portal.Providers.OneboxDistribution.Dtos;

namespace Portal.Providers.OneboxDistribution;

/// <summary>
/// The plan of a session. The wire names sectors, rows and seats and draws nothing: sectors are set behind each other in the order they
/// are listed, rows by their names, seats by their numbers, each row centred.
/// </summary>
internal static class SeatMapping
{
    private const int GapBetweenSectors = 2;

    public static SeatMap Map(IReadOnlyList<SeatDto> seats, AvailabilityDto left)
    {
        var numbered = CatalogMapping.Numbered(left);
        var names = (left.Sectors ?? []).Where(s => s.Id is not null).DistinctBy(s => s.Id).ToDictionary(s => s.Id!.Value, s => s.Name);
        var order = names.Keys.Select((id, place) => (id, place)).ToDictionary(s => s.id, s => s.place);
        var places = new List<SeatPlace>();
        var y = 0;
        foreach (var sector in seats.Where(s => s is { Id: not null, PriceTypeId: not null }).GroupBy(s => s.SectorId ?? 0).OrderBy(g => order.GetValueOrDefault(g.Key, int.MaxValue)))
        {
            foreach (var row in sector.GroupBy(s => s.Row).OrderBy(r => Number(r.Key)).ThenBy(r => r.Key, StringComparer.Ordinal))
            {
                places.AddRange(Row(row, names.GetValueOrDefault(sector.Key), y));
                y++;
            }
            y += GapBetweenSectors;
        }
        return new SeatMap(
            [.. (left.PriceTypes ?? []).Where(t => t.Id is not null).Select(t => new SeatZone(Text(t.Id!.Value), t.Name ?? t.Code ?? "Zone")
            {
                IsNumbered = numbered.Contains(t.Id!.Value), Free = numbered.Contains(t.Id!.Value) ? null : t.Availability?.Left,
            })], places);
    }

    private static IEnumerable<SeatPlace> Row(IGrouping<string?, SeatDto> row, string? section, int y)
    {
        List<SeatDto> seats = [.. row.OrderBy(s => Number(s.Name)).ThenBy(s => s.Name, StringComparer.Ordinal)];
        // Numbers leave gaps where there is an aisle; names that are no numbers just follow each other.
        var at = seats.TrueForAll(s => Number(s.Name) < int.MaxValue) ? seats.ConvertAll(s => (double)Number(s.Name)) : [.. Enumerable.Range(0, seats.Count).Select(n => (double)n)];
        var middle = (at[0] + at[^1]) / 2;
        return seats.Select((s, n) => new SeatPlace(Text(s.Id!.Value), Text(s.PriceTypeId!.Value), section, s.Row, s.Name ?? "", at[n] - middle, y, DistributionWords.Seat(s.Status)));
    }

    private static int Number(string? name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
