using Portal.Sandbox.OneboxDistribution.Model;

namespace Portal.Sandbox.OneboxDistribution.Catalogue;

/// <summary>Fills a session with what its house can sell: zones without numbers in clubs, both in arenas, numbered seats in theatres.</summary>
internal sealed class LayoutBuilder(DistributionCatalogue catalogue)
{
    private static readonly string[] Colors = ["#2f6f9f", "#b4552d", "#4f7f3a", "#7a4f9a"];

    // Ids beyond 32 bits: nobody may read them as int.
    private long _seat = 9_410_000_000;
    private long _sector = 61_000;
    private int _priceType;

    /// <param name="price">Of an ordinary place, tax included.</param>
    /// <param name="taken">Which share of the places others have bought already.</param>
    public void Fill(SessionRow session, decimal price, double taken)
    {
        switch (session.Event.Venue.Kind)
        {
            case "club":
                Zone(session, "Pista", price, 600, taken);
                Zone(session, "Grada general", price * 1.25m, 240, taken);
                Zone(session, "Palco VIP", price * 2.6m, 30, taken);
                break;
            case "arena":
                Zone(session, "Pista de pie", price, 1800, taken);
                Rows(session, "Grada preferente", price * 1.6m, "Sector 101", 8, 16, taken);
                Rows(session, "Grada lateral", price * 1.2m, "Sector 108", 10, 18, taken);
                Rows(session, "Grada alta", price * 0.8m, "Sector 204", 8, 20, taken);
                break;
            default:
                Rows(session, "Platea", price * 1.5m, "Platea", 12, 18, taken);
                Rows(session, "Anfiteatro", price, "Anfiteatro", 7, 22, taken);
                Rows(session, "Palcos", price * 2.2m, "Palcos", 4, 6, taken);
                break;
        }
    }

    public PriceType Zone(SessionRow session, string name, decimal price, int capacity, double taken = 0)
    {
        var made = Make(session, name, price, capacity);
        made.Others = (int)(capacity * taken);
        return made;
    }

    public PriceType Rows(SessionRow session, string name, decimal price, string sectorName, int rows, int seats, double taken = 0)
    {
        var sector = new Sector(_sector++, sectorName, $"S{session.Sectors.Count + 1}", session.Id * 10 + session.Sectors.Count);
        session.Sectors.Add(sector);
        var made = Make(session, name, price, null);
        for (var row = 0; row < rows; row++)
            for (var number = 1; number <= seats; number++)
            {
                // Scattered, yet the same at each start: people sit in pairs, and leave holes.
                var dice = (uint)((session.Id * 31 + row * 977 + (number / 2) * 2087) * 2654435761L >> 8) % 1000 / 1000.0;
                catalogue.Add(new Seat
                {
                    Id = _seat++, PriceType = made, Sector = sector, Row = $"{row + 1}", Number = number,
                    Status = dice < taken ? SeatStatus.Sold : dice > 0.985 ? SeatStatus.Blocked : SeatStatus.Free,
                });
            }
        return made;
    }

    private PriceType Make(SessionRow session, string name, decimal price, int? capacity)
    {
        var number = _priceType++;
        var value = Math.Round(price * 2, MidpointRounding.AwayFromZero) / 2;
        return catalogue.Add(new PriceType
        {
            Id = 310_000 + number,
            Session = session,
            Name = name,
            Code = $"{(capacity is null ? "N" : "Z")}{session.PriceTypes.Count + 1}",
            Color = Colors[session.PriceTypes.Count % Colors.Length],
            NnzId = capacity is null ? null : 72_000 + number,
            Capacity = capacity ?? 0,
            Value = value,
            PromoterSurcharge = number % 3 == 0 ? 0m : 1.50m,
            ChannelSurcharge = Math.Round(value * 0.06m, 1, MidpointRounding.AwayFromZero),
        });
    }
}
