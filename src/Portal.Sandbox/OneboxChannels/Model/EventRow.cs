namespace Portal.Sandbox.OneboxChannels.Model;

/// <summary>Whose event it is.</summary>
internal sealed class Promoter
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string City { get; init; }

    /// <summary>Whether its events may be booked without paying.</summary>
    public bool MayBook { get; set; } = true;
}

/// <summary>A sales channel and whether it may book.</summary>
internal sealed class Channel
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public bool MayBook { get; set; }
}

internal sealed class EventRow
{
    public required long Id { get; init; }
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required House House { get; init; }
    public required Promoter Promoter { get; init; }

    /// <summary>True: visits with ticket types. False: seats or areas in price zones.</summary>
    public bool IsActivity { get; init; }

    /// <summary>Every place needs its visitor's data, which only a call that is not documented can give.</summary>
    public bool MandatoryAttendant { get; set; }

    /// <summary>How long a committed booking is kept; never beyond an hour before the start.</summary>
    public TimeSpan BookingLife { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The channels it is assigned to; empty means all.</summary>
    public IReadOnlyList<long> OnlyFor { get; init; } = [];

    public List<SessionRow> Sessions { get; } = [];

    public bool IsFor(long channel) => OnlyFor.Count == 0 || OnlyFor.Contains(channel);
}
