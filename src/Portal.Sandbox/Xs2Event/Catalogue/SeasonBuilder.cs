using System.Globalization;
using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>Makes the season: the same events for the same seed, always ahead of the day the sandbox first started.</summary>
internal sealed class SeasonBuilder(PretendedCatalogue catalogue, int seed, DateTime anchor)
{
    private readonly Random _dice = new(seed);
    private int _events;
    private int _tickets;

    public void Build()
    {
        foreach (var plan in Sports.All)
            for (var i = 0; i < plan.Events; i++) AddEvent(plan, i);
    }

    /// <summary>An event of a plan at a city; the samples use it as well.</summary>
    public EventRow MakeEvent(SportPlan plan, City city, int number, DateTime start, string key)
    {
        var venue = catalogue.VenueAt(city, plan.Venue, plan.VenueName);
        var (home, visitor) = Sides(plan, venue, number);
        var round = plan.Rounds.Length == 0 ? "" : plan.Rounds[number % plan.Rounds.Length];
        var tournament = TournamentOf(plan, city, number, start);
        var id = Ids.Of("event " + key, _events++ % 3 == 0 ? "_gnr" : "_evt");
        return catalogue.Add(new EventRow
        {
            Id = id,
            Name = plan.Pattern.Replace("{home}", home?.Name, StringComparison.Ordinal)
                .Replace("{visitor}", visitor?.Name, StringComparison.Ordinal)
                .Replace("{city}", city.Name, StringComparison.Ordinal).Replace("{round}", round, StringComparison.Ordinal),
            Sport = plan.Sport,
            Tournament = tournament,
            Venue = venue,
            Home = home,
            Visitor = visitor,
            Start = start,
            Stop = start.Date.AddDays(plan.Days - 1) + start.TimeOfDay + TimeSpan.FromHours(2),
            DateConfirmed = start < anchor.AddDays(60) || number % 5 != 0,
            Popular = number % 9 == 0,
            Description = number % 4 == 0 ? $"{tournament.Name} at {venue.Name}. Doors open 90 minutes before the start." : null,
            Created = anchor.AddDays(-90 + number % 30),
            Updated = anchor.AddDays(-20 + number % 19).AddMinutes(number),
        });
    }

    private static string Season(DateTime start, bool overTwoYears) => !overTwoYears
        ? $"{start:yyyy}"
        : start.Month >= 7 ? $"{start:yy}/{start.AddYears(1):yy}" : $"{start.AddYears(-1):yy}/{start:yy}";

    private void AddEvent(SportPlan plan, int number)
    {
        var cities = Cities.All;
        var city = cities[(_dice.Next(cities.Count) + number) % cities.Count];
        var day = anchor.Date.AddDays(4 + (_dice.Next(290) + number * 7) % 300);
        var start = day.AddHours(12 + _dice.Next(9)).AddMinutes(_dice.Next(4) * 15);
        var made = MakeEvent(plan, city, number, start, $"{plan.Sport} {number}");
        made.Status = (number % 31) switch { 7 => "soldout", 13 => "postponed", 19 => "cancelled", 23 => "nosale", _ => "notstarted" };
        if (number % 31 == 29)
        {
            made.Start = made.Start.AddDays(-320);
            made.Stop = made.Stop.AddDays(-320);
            made.Status = "closed";
        }
        foreach (var seat in Seats.In(plan.Venue).Where(s => s.Share is not (< 0.3m or > 2m) || _dice.Next(10) < 7)) AddTicket(made, plan, seat);
    }

    private void AddTicket(EventRow of, SportPlan plan, SeatPlan seat)
    {
        var number = _tickets++;
        var person = seat.Type is "grandstand" or "generaladmission" or "hospitality";
        var net = (long)Math.Round(plan.BasePrice * seat.Share * (0.8m + _dice.Next(60) / 100m)) * 100 + _dice.Next(4) * 25;
        var quantityRule = person ? number % 11 : 10;
        catalogue.Add(new TicketRow
        {
            Id = Ids.Of($"ticket {of.Id} {seat.Name}", number % 4 == 0 ? "_spt" : "_tck"),
            Event = of,
            Category = catalogue.CategoryIn(of.Venue, seat),
            Supplier = PretendedCatalogue.Suppliers[number % 7 == 0 ? 1 : number % 5 == 0 ? 2 : 0],
            Title = quantityRule == 8 ? $"{seat.Name} (package of 2)" : seat.Name,
            SubCategory = seat.Sub,
            TargetGroup = seat.Youth ? "youth" : "adult",
            Youth = seat.Youth,
            Type = TypeOf(number, person),
            Validity = plan.Days switch { 3 => seat.Name.EndsWith("Sunday", StringComparison.Ordinal) ? "singleday" : "weekend", 2 => "twoday", _ => "singleday" },
            VatCategory = (number % 4) switch { 0 => "low", 1 => "middle", 2 => "none", _ => "high" },
            Currency = of.Venue.City.Currency,
            NetRate = net,
            FaceValue = net * 9 / 10,
            SalesPrice = number % 6 == 0 ? net * 115 / 100 : null,
            Stock = of.Status == "soldout" ? 0 : _dice.Next(12) == 0 ? _dice.Next(4) : 6 + _dice.Next(140),
            PairsOnly = quantityRule is 1 or 6,
            NoMaxMinus1 = quantityRule is 3 or 6,
            MinOrder = quantityRule == 4 ? 2 + number % 3 : 1,
            PackageRate = quantityRule == 8,
            OtherFlags = number % 17 == 5 ? ["no_awayteam_nationality_allowed"] : number % 23 == 5 ? ["no_away_fans"] : [],
            Guests = person ? GuestRules.All[number % GuestRules.All.Count] : GuestRule.None,
            NestedRequirements = number % 3 == 0,
            PdfCount = plan.Days > 1 && seat.Name.EndsWith("Weekend", StringComparison.Ordinal) ? plan.Days : 1,
            Status = (number % 97) switch { 41 => "disabled", 67 => "error", _ => "available" },
            Deleted = number % 101 == 50,
            Created = of.Created,
            Updated = of.Updated,
        });
    }

    private static string TypeOf(int number, bool person) => !person ? "eticket" : (number % 13) switch
    {
        3 => "appticket",
        7 => "paper-ticket",
        9 => "collection-stadium",
        11 => number % 5 == 0 ? "other" : "eticket",
        _ => "eticket",
    };

    private (Team? Home, Team? Visitor) Sides(SportPlan plan, Venue venue, int number)
    {
        if (plan.Teams.Length == 0) return (null, null);
        // Sides that travel to each other: neighbours, roughly.
        var others = Cities.All.Where(c => c != venue.City && Math.Abs(East(c) - East(venue.City)) < 40).ToList();
        var away = catalogue.VenueAt(others[_dice.Next(others.Count)], plan.Venue, plan.VenueName);
        return (catalogue.TeamAt(venue, plan.Sport, plan.Teams[number % plan.Teams.Length]),
            catalogue.TeamAt(away, plan.Sport, plan.Teams[(number + 3) % plan.Teams.Length]));
    }

    private static double East(City city) => double.Parse(city.Longitude, CultureInfo.InvariantCulture);

    private Tournament TournamentOf(SportPlan plan, City city, int number, DateTime start)
    {
        var name = plan.Tournaments[number % plan.Tournaments.Length].Replace("{city}", city.Name, StringComparison.Ordinal).Split('|');
        return catalogue.TournamentOf(name[0], name[1], plan.Sport, Season(start, name[1] == "league"), city.Country);
    }
}
