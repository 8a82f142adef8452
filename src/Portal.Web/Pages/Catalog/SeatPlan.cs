using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Portal.Core.Providers;

namespace Portal.Web.Pages.Catalog;

/// <summary>
/// A plan of seats made ready for drawing: positions in a common unit (ten from seat to seat), and the whole drawing as one text, so that
/// a house of thousands costs the page one fragment and not a component a seat. A state is a shape, a zone a colour.
/// </summary>
public sealed class SeatPlan
{
    /// <summary>How many zones have a colour of their own; later ones begin again.</summary>
    public const int Colours = 8;

    private const double Pitch = 10;
    private readonly double[] xs, ys;

    public SeatPlan(SeatMap map)
    {
        Map = map;
        var places = map.Seats;
        (xs, ys) = ([.. places.Select(p => p.X)], [.. places.Select(p => p.Y)]);
        if (places.Count > 1 && places.Select(p => (p.X, p.Y)).Distinct().Count() < places.Count)
            LineUp();
        var scale = Pitch / Spacing();
        for (var i = 0; i < xs.Length; i++)
            (xs[i], ys[i]) = (Math.Round(xs[i] * scale, 1), Math.Round(ys[i] * scale, 1));
        Left = xs.DefaultIfEmpty().Min() - Pitch;
        Top = ys.DefaultIfEmpty().Min() - 3 * Pitch;
        Width = xs.DefaultIfEmpty().Max() - Left + Pitch;
        Height = ys.DefaultIfEmpty().Max() - Top + Pitch;
        Drawing = Draw();
    }

    public SeatMap Map { get; }
    public double Left { get; }
    public double Top { get; }
    public double Width { get; }
    public double Height { get; }

    /// <summary>All seats as SVG. Each carries its place in the list (<c>data-s</c>) and its name for people (<c>data-n</c>).</summary>
    public string Drawing { get; }

    public double X(int seat) => xs[seat];

    public double Y(int seat) => ys[seat];

    /// <summary>Which colour a zone has.</summary>
    public int ColourOf(string zoneRef)
    {
        for (var i = 0; i < Map.Zones.Count; i++)
            if (Map.Zones[i].ZoneRef == zoneRef)
                return i % Colours;
        return 0;
    }

    /// <summary><c>Stalls, row 3, seat 12</c>.</summary>
    public static string NameOf(SeatPlace seat) => string.Join(", ", ((string?[])[seat.Section, seat.Row is null ? null : $"row {seat.Row}", $"seat {seat.Name}"]).Where(p => !string.IsNullOrEmpty(p)))
        + (seat.IsAccessible ? ", for wheelchairs" : "") + (seat.HasReducedView ? ", restricted view" : "");

    /// <summary>Numbers for SVG: a point, whatever the machine's language.</summary>
    public static string Svg(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private string Draw()
    {
        var svg = new StringBuilder(Map.Seats.Count * 90);
        for (var i = 0; i < Map.Seats.Count; i++)
        {
            var (seat, x, y) = (Map.Seats[i], xs[i], ys[i]);
            var zone = ColourOf(seat.ZoneRef);
            var shape = seat.Status != SeatStatus.Free
                ? $"path d=\"M{Svg(x - 2.4)} {Svg(y - 2.4)}l4.8 4.8m0-4.8l-4.8 4.8\""
                : seat.IsAccessible ? $"rect x=\"{Svg(x - 4)}\" y=\"{Svg(y - 4)}\" width=\"8\" height=\"8\" rx=\"1\""
                : seat.HasReducedView ? $"path d=\"M{Svg(x - 4)} {Svg(y)}a4 4 0 0 0 8 0z\""
                : $"circle cx=\"{Svg(x)}\" cy=\"{Svg(y)}\" r=\"4\"";
            svg.Append(CultureInfo.InvariantCulture, $"<{shape} class=\"{(seat.Status == SeatStatus.Free ? "free" : "taken")} z{zone}\" data-s=\"{i}\" data-n=\"{HtmlEncoder.Default.Encode(NameOf(seat))}\"/>");
        }
        return svg.ToString();
    }

    // The distance between neighbours, from the nearest in the same row.
    private double Spacing()
    {
        var gaps = Enumerable.Range(0, xs.Length).OrderBy(i => ys[i]).ThenBy(i => xs[i])
            .Select(i => (X: xs[i], Y: ys[i])).ToList() is var sorted && sorted.Count > 1
                ? sorted.Zip(sorted.Skip(1)).Where(p => p.First.Y == p.Second.Y && p.Second.X > p.First.X).Select(p => p.Second.X - p.First.X).Order().ToList()
                : [];
        return gaps.Count > 0 && gaps[gaps.Count / 4] is > 0 and var usual ? usual : Pitch;
    }

    // Where a provider tells no positions: sections under one another, in them a line a row, seats as they are listed.
    private void LineUp()
    {
        var (y, section, row, x) = (0.0, (string?)null, (string?)null, 0.0);
        foreach (var i in Enumerable.Range(0, Map.Seats.Count).OrderBy(i => Map.Seats[i].Section, StringComparer.Ordinal).ThenBy(i => Map.Seats[i].Row?.Length).ThenBy(i => Map.Seats[i].Row, StringComparer.Ordinal))
        {
            var seat = Map.Seats[i];
            if (seat.Section != section || seat.Row != row)
                (y, x) = (y + (seat.Section != section ? 2 * Pitch : Pitch), 0);
            (section, row) = (seat.Section, seat.Row);
            (xs[i], ys[i]) = (x += Pitch, y);
        }
    }
}
