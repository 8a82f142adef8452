using Portal.Core.GuestLists;
using Portal.Core.Guests;

namespace Portal.Web.Pages.Guests;

/// <summary>
/// A list while the agent looks it through: as read, as guessed, as corrected, and what would become of it. Kept in the page alone; gone with
/// it, and nothing was written.
/// </summary>
public sealed class ListWork
{
    private readonly DateOnly today;
    private IReadOnlyCollection<string> wanted = [];
    private IReadOnlyList<ListEntry> entries = [];

    /// <param name="cells">Without trouble.</param>
    /// <param name="persons">As they are now.</param>
    /// <param name="today">For dates of birth.</param>
    public ListWork(GuestListCells cells, IReadOnlyList<ListPerson> persons, DateOnly today)
    {
        (Cells, this.today, Persons, Layout, Preview) = (cells, today, [], new ListLayout(0, []), new ListPreview([], []));
        Renew(persons);
        GuessAgain(null);
    }

    public GuestListCells Cells { get; }
    public IReadOnlyList<ListPerson> Persons { get; private set; }
    public ListLayout Layout { get; private set; }
    public ListChoices Choices { get; private set; } = new();
    public ListPreview Preview { get; private set; }
    /// <summary>What is to be written.</summary>
    public IReadOnlyList<GuestListWrite> Writes { get; private set; } = [];
    /// <summary>What the columns can be taken for.</summary>
    public IReadOnlyList<(string Target, string Label)> Targets { get; private set; } = [];
    /// <summary>The fields that stand in the list, in the order a form asks them.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];
    /// <summary>Nobody is asked for it: it is not written, but for names.</summary>
    public bool IsAsked(string target) => target is ListTargets.FullName or ListTargets.LastNameFirst or GuestFields.FirstName or GuestFields.LastName || wanted.Contains(target);

    /// <summary>The persons as they are now: somebody else changed them.</summary>
    public void Renew(IReadOnlyList<ListPerson> persons)
    {
        Persons = persons;
        wanted = [.. persons.SelectMany(p => p.Wanted.Keys).Distinct()];
        Targets = ListTargets.All(wanted);
        Compare();
    }

    /// <summary>Some row is the heading, or none is. The columns are guessed anew.</summary>
    public void TakeHeading(bool hasHeading)
    {
        GuessAgain(hasHeading ? null : 0);
        if (hasHeading && Layout.HeadingLine == 0)
            GuessAgain(Cells.Rows[0].Line);
    }

    public void Choose(int column, string? target) => Read(Layout.With(column, string.IsNullOrEmpty(target) ? null : target));

    public void FillDown(int column, bool fillsDown) => Read(Layout.WithFillsDown(column, fillsDown));

    public void ChooseOrder(int column, DateOrder order) => Read(Layout.WithOrder(column, order));

    /// <summary>Takes a row or leaves it out; a row that repeats another is a person of its own once it is taken.</summary>
    public void Take(PreviewRow row, bool isTaken)
    {
        var (line, left, apart) = (row.Entry.Line, Choices.LeftOut.ToHashSet(), Choices.Apart.ToHashSet());
        if (!isTaken && !apart.Remove(line))
            left.Add(line);
        else if (isTaken && !left.Remove(line))
            apart.Add(line);
        Choices = Choices with { LeftOut = left, Apart = apart };
        Compare();
    }

    /// <summary>Empties the place of somebody who is not in the list, or keeps it.</summary>
    public void Empty(Guid person, bool isEmptied)
    {
        var emptied = Choices.Emptied.ToHashSet();
        if (isEmptied ? emptied.Add(person) : emptied.Remove(person))
            Choices = Choices with { Emptied = emptied };
        Compare();
    }

    private void GuessAgain(int? headingLine) => Read(ListGuess.Of(Cells.Rows, wanted, headingLine));

    private void Read(ListLayout layout)
    {
        Layout = layout;
        entries = ListReading.Read(Cells.Rows, layout, today);
        Fields = [.. entries.SelectMany(e => e.Values.Keys).Distinct().OrderBy(GuestFields.Order).ThenBy(f => f, StringComparer.Ordinal)];
        Compare();
    }

    private void Compare()
    {
        Preview = CompareList.Of(entries, Persons, Choices, today);
        Writes = Preview.Writes();
    }
}
