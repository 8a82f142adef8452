using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Lifecycles;
using Portal.Core.Providers;

namespace Portal.Tests.Lifecycles;

/// <summary>A hold moves by its table, and out of doubt only to what its open question can end in.</summary>
public sealed class HoldMovesTests
{
    private static readonly DateTime Now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Actor By = Actor.Job("test");
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(90);

    private static readonly Dictionary<string, Action<Hold>> Records = new()
    {
        ["held"] = h => h.RecordHeld(Places, TimeSpan.FromSeconds(45), "", By, Now),
        ["found"] = h => h.RecordFound(Places, TimeSpan.FromSeconds(45), "", By, Now),
        ["unchanged"] = h => h.RecordUnchanged("", By, Now),
        ["guests"] = h => h.RecordGuestsAccepted(By, Now),
        ["refused"] = h => h.RecordRefused("", By, Now),
        ["released"] = h => h.RecordReleased("", By, Now),
        ["expired"] = h => h.RecordExpired("", By, Now),
        ["release"] = h => h.BeginRelease(By, Guid.NewGuid(), Now, Budget),
    };

    private static HeldPlaces Places => new([new ProviderReference("hold", "H1")], Now.AddMinutes(10), "active", []);

    [Theory]
    [InlineData(Asked.Hold, "held", "refused", "expired")]
    [InlineData(Asked.Change, "held", "found", "unchanged", "expired")]
    [InlineData(Asked.Guests, "guests", "found", "unchanged", "expired")]
    [InlineData(Asked.Release, "released", "release", "expired")]
    public void Doubt_ends_only_in_what_was_asked(Asked asked, params string[] outcomes)
    {
        foreach (var (name, record) in Records)
        {
            var hold = InDoubt(asked);
            if (outcomes.Contains(name))
                record(hold);
            else
                Assert.Throws<InvalidOperationException>(() => record(hold));
        }
    }

    [Theory]
    [InlineData(Asked.Hold, "held", "refused")]
    [InlineData(Asked.Change, "held", "found", "unchanged", "expired")]
    [InlineData(Asked.Guests, "guests", "found", "unchanged", "expired")]
    [InlineData(Asked.Release, "released", "expired")]
    public void A_question_ends_only_in_its_own_outcomes(Asked asked, params string[] outcomes)
    {
        foreach (var (name, record) in Records)
        {
            var hold = Asking(asked);
            if (outcomes.Contains(name))
                record(hold);
            else
                Assert.Throws<InvalidOperationException>(() => record(hold));
        }
    }

    [Fact]
    public void A_refused_move_leaves_no_trace()
    {
        var hold = InDoubt(Asked.Release);
        var (state, version, history) = (hold.State, hold.Version, hold.History.Count);

        Assert.Throws<InvalidOperationException>(() => hold.RecordHeld(Places, TimeSpan.Zero, "", By, Now));

        Assert.Equal((state, version, history), (hold.State, hold.Version, hold.History.Count));
        Assert.Equal(Asked.Release, hold.Question.Asked);
    }

    [Fact]
    public void Every_move_writes_history_and_renews_the_version()
    {
        var hold = Asking(Asked.Guests);

        Assert.Equal(hold.History.Count, hold.Version);
        Assert.Equal(["Asking", "Held", "Changing"], hold.History.Select(e => e.ToState));
        Assert.Equal([null, "Asking", "Held"], hold.History.Select(e => e.FromState));
    }

    [Fact]
    public void Changed_content_must_have_its_guests_sent_again()
    {
        var hold = Asking(Asked.Guests);
        hold.RecordGuestsAccepted(By, Now.AddSeconds(5));
        Assert.Equal(Now, hold.GuestsAcceptedAt);

        hold.BeginChange("[]", "", By, Guid.NewGuid(), Now, Budget);
        hold.RecordHeld(Places, TimeSpan.Zero, "", By, Now);

        Assert.Null(hold.GuestsAcceptedAt);
    }

    private static Hold InDoubt(Asked asked)
    {
        var hold = Asking(asked);
        hold.FallSilent("", By, Now);
        return hold;
    }

    private static Hold Asking(Asked asked)
    {
        var hold = Hold.Ask(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "[]", By, Guid.NewGuid(), Now, Budget);
        if (asked == Asked.Hold)
            return hold;
        hold.RecordHeld(Places, TimeSpan.Zero, "", By, Now);
        if (asked == Asked.Change)
            hold.BeginChange("[]", "", By, Guid.NewGuid(), Now, Budget);
        else if (asked == Asked.Guests)
            hold.BeginGuests(By, Guid.NewGuid(), Now, Budget);
        else
            hold.BeginRelease(By, Guid.NewGuid(), Now, Budget);
        return hold;
    }
}
