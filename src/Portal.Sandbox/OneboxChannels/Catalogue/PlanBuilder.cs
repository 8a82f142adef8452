using System.Globalization;
using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Catalogue;

/// <summary>Draws a house: blocks of rows and areas, view by view.</summary>
internal sealed class PlanBuilder(params string[] zones)
{
    private readonly List<(int Id, string Name, bool Root, List<Spot> Seats, List<Area> Areas)> _views = [];
    private readonly Dictionary<string, Sector> _sectors = [];
    private int _seats;
    private int _areas;
    private int _depth;

    public PlanBuilder View(string name)
    {
        _views.Add((100 + _views.Count, name, _views.Count == 0, [], []));
        _depth = 0;
        return this;
    }

    /// <summary>
    /// Rows of one sector, numbered from the left, with a gangway in the middle. The last row's ends are for wheelchairs where
    /// <paramref name="accessible"/>; the outermost seats see less where <paramref name="reduced"/>.
    /// </summary>
    public PlanBuilder Rows(string sector, int zone, int rows, int seats, int firstRow = 1, bool accessible = false, bool reduced = false)
    {
        var view = _views[^1];
        for (var row = 0; row < rows; row++, _depth++)
            for (var seat = 1; seat <= seats; seat++)
            {
                var atEnd = seat <= 2 || seat > seats - 2;
                view.Seats.Add(new Spot(
                    ++_seats, view.Id, zone, SectorOf(sector), (firstRow + row).ToString(CultureInfo.InvariantCulture), firstRow + row,
                    seat.ToString(CultureInfo.InvariantCulture), seat + (seat > seats / 2 ? 1 : 0), _depth,
                    Accessible: accessible && row == rows - 1 && atEnd, Reduced: reduced && atEnd));
            }
        _depth += 2;
        return this;
    }

    public PlanBuilder Area(string name, int zone, int capacity)
    {
        var view = _views[^1];
        view.Areas.Add(new Area(_areas++, view.Id, zone, SectorOf(name), name, capacity));
        return this;
    }

    /// <param name="graphic">False: the house has no map.</param>
    public SeatingPlan Build(bool graphic = true)
    {
        var others = _views.Skip(1).Select(v => v.Id).ToList();
        return new SeatingPlan(graphic, [.. _views.Select(v => new PlanView(v.Id, v.Name, v.Root, v.Seats, v.Areas) { LinksTo = v.Root ? others : [_views[0].Id] })], zones);
    }

    private Sector SectorOf(string name) =>
        _sectors.TryGetValue(name, out var known) ? known : _sectors[name] = new Sector(11 + _sectors.Count, name);
}
