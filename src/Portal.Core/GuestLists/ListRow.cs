namespace Portal.Core.GuestLists;

/// <summary>A row of a list of guests as it was pasted or uploaded.</summary>
/// <param name="Line">Its number as a spreadsheet counts it, from 1.</param>
/// <param name="Cells">As they were written; a row may have fewer than the list has columns.</param>
public sealed record ListRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>More rows with something in them are not taken at a time.</summary>
    public const int MostRows = 5_000;

    /// <summary>What stands in a column; empty beyond the row's end.</summary>
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";

    /// <summary>Nothing that can be seen stands in it.</summary>
    public bool IsBlank => Cells.All(cell => ListText.Clean(cell).Length == 0);
}
