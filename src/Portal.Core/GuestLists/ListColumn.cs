using Portal.Core.Guests;

namespace Portal.Core.GuestLists;

/// <summary>By what a column was recognised.</summary>
public enum ColumnBasis { Nothing, Heading, Content, ContentAgainstHeading, Chosen }

/// <summary>A column of a list and what it is taken for.</summary>
/// <param name="Index">Zero-based place.</param>
/// <param name="Heading">What stands over it; empty when nothing does.</param>
/// <param name="Target">As in <see cref="ListTargets"/>; null leaves the column out.</param>
/// <param name="Basis">Why.</param>
public sealed record ListColumn(int Index, string Heading, string? Target, ColumnBasis Basis)
{
    /// <summary>The first different values, as examples.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
    /// <summary>There are empty cells under filled ones, as merged cells leave them.</summary>
    public bool HasGaps { get; init; }
    /// <summary>An empty cell repeats the one above. Never guessed: a gap is seen, a wrong name is not.</summary>
    public bool FillsDown { get; init; }
    /// <summary>What stands first in its dates; null to go by the cells.</summary>
    public DateOrder? Order { get; init; }

    /// <summary>Its letter in a spreadsheet.</summary>
    public string Letter => Index < 26 ? $"{(char)('A' + Index)}" : $"{(char)('A' + Index / 26 - 1)}{(char)('A' + Index % 26)}";
}

/// <summary>How a list is read: where its heading stands, and what each column is. Guessed by <see cref="ListGuess"/>, corrected by the agent.</summary>
/// <param name="HeadingLine">The line of the heading; 0 without one. What stands above it is no person.</param>
/// <param name="Columns">In their order; those in which nothing stands are not among them.</param>
public sealed record ListLayout(int HeadingLine, IReadOnlyList<ListColumn> Columns)
{
    /// <summary>Takes a column for something else, or for nothing. Another column that was guessed to be the same gives way.</summary>
    public ListLayout With(int index, string? target) => this with
    {
        Columns = [.. Columns.Select(column =>
            column.Index == index ? column with { Target = target, Basis = ColumnBasis.Chosen, FillsDown = false, Order = null }
            : column.Target is { } other && column.Basis != ColumnBasis.Chosen && GivesWay(other, target) ? column with { Target = null, Basis = ColumnBasis.Nothing }
            : column)],
    };

    /// <summary>Empty cells of the column repeat the one above, or do not.</summary>
    public ListLayout WithFillsDown(int index, bool fillsDown) =>
        this with { Columns = [.. Columns.Select(column => column.Index == index ? column with { FillsDown = fillsDown } : column)] };

    /// <summary>What stands first in the dates of the column; null to go by the cells.</summary>
    public ListLayout WithOrder(int index, DateOrder? order) =>
        this with { Columns = [.. Columns.Select(column => column.Index == index ? column with { Order = order } : column)] };

    /// <summary>Where the order of day and month matters.</summary>
    public static bool HasDates(ListColumn column) => column.Target is { } target && GuestFields.Get(target).Type == GuestFieldType.Date;

    // A whole name and its parts exclude each other as well.
    private static bool GivesWay(string other, string? chosen) => chosen is not null && (other == chosen && !ListTargets.IsJoined(other)
        || ListTargets.IsWholeName(other) && (ListTargets.IsWholeName(chosen) || ListTargets.IsName(chosen))
        || ListTargets.IsWholeName(chosen) && ListTargets.IsName(other));
}
