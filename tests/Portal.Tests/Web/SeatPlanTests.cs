using System.Diagnostics;
using System.Xml.Linq;
using Portal.Core.Providers;
using Portal.Web.Pages.Catalog;

namespace Portal.Tests.Web;

public sealed class SeatPlanTests
{
    [Fact]
    public void Neighbours_lie_ten_apart_whatever_unit_the_provider_draws_in()
    {
        var plan = new SeatPlan(Map(Seat("a", 0, 0), Seat("b", 132, 0), Seat("c", 264, 0), Seat("d", 0, 264)));

        Assert.Equal((10, 20, 20), (plan.X(1) - plan.X(0), plan.X(2) - plan.X(0), plan.Y(3) - plan.Y(0)));
        Assert.True(plan.X(0) > plan.Left && plan.X(2) < plan.Left + plan.Width);
    }

    [Fact]
    public void A_state_is_a_shape_and_a_zone_a_colour()
    {
        var plan = new SeatPlan(Map(Seat("a", 0, 0), Seat("b", 1, 0) with { Status = SeatStatus.Sold }, Seat("c", 2, 0) with { IsAccessible = true }, Seat("d", 3, 0) with { ZoneRef = "2" }));
        var drawn = XElement.Parse($"<g>{plan.Drawing}</g>").Elements().ToList();

        Assert.Equal(["circle", "path", "rect", "circle"], drawn.Select(e => e.Name.LocalName));
        Assert.Equal(["free z0", "taken z0", "free z0", "free z1"], drawn.Select(e => (string?)e.Attribute("class")));
        Assert.Equal(["0", "1", "2", "3"], drawn.Select(e => (string?)e.Attribute("data-s")));
        Assert.Equal("Stalls, row 1, seat c, for wheelchairs", (string?)drawn[2].Attribute("data-n"));
    }

    [Fact]
    public void Names_that_are_not_ours_cannot_break_out_of_the_drawing()
    {
        var plan = new SeatPlan(Map(Seat("\"/><script>alert(1)</script>", 0, 0)));

        Assert.Single(XElement.Parse($"<g>{plan.Drawing}</g>").Descendants());
    }

    [Fact]
    public void Without_positions_seats_are_lined_up_by_section_and_row()
    {
        var plan = new SeatPlan(Map(Seat("1", 0, 0), Seat("2", 0, 0), Seat("1", 0, 0) with { Row = "2" }));

        Assert.Equal((plan.Y(0), plan.X(0) + 10), (plan.Y(1), plan.X(1)));
        Assert.True(plan.Y(2) > plan.Y(0));
    }

    [Fact]
    public void A_house_of_1500_seats_is_one_text_of_modest_size()
    {
        var map = Map([.. Enumerable.Range(0, 1_500).Select(i => Seat($"{i % 50}", i % 50, i / 50))]);
        var start = Stopwatch.GetTimestamp();

        var plan = new SeatPlan(map);

        Assert.InRange(plan.Drawing.Length, 1, 1_500 * 110);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    private static SeatPlace Seat(string name, double x, double y) => new($"s{name}", "1", "Stalls", "1", name, x, y, SeatStatus.Free);

    private static SeatMap Map(params SeatPlace[] seats) => new([new SeatZone("1", "Stalls"), new SeatZone("2", "Balcony")], seats);
}
