using NotebookSession.Editing;

namespace NotebookPage.Live;

/// <summary>A code cell, for <see cref="Staleness"/>.</summary>
/// <param name="Id">The cell.</param>
/// <param name="Source">Its text now.</param>
/// <param name="Find">Finds the names of that text; called once, and only if they matter.</param>
public sealed record CellCode(string Id, string Source, Func<CellNames> Find)
{
    private readonly Lazy<CellNames> _names = new(Find);

    /// <summary>The names of its text.</summary>
    public CellNames Names => _names.Value;
}

/// <summary>One run of a cell in the present session.</summary>
/// <param name="Number">Counts all runs of the session, from 1.</param>
/// <param name="Id">The cell, which may be gone by now.</param>
/// <param name="Source">The text that ran.</param>
/// <param name="Defines">What it defined, directives included; nothing if it didn't compile.</param>
public sealed record PastRun(int Number, string Id, string Source, IReadOnlySet<string> Defines);

/// <summary>
/// Which cells show something else than they would if all cells ran from the top: their text has changed since they ran, or a name that
/// they read had its value from another run than it would have then, or from a cell that is stale itself. So after
/// running all cells from the top none is stale, and a cell that never ran isn't stale, but just not run.
/// <code>
///   source(name, cell) = the run that defined the name last before the cell ran
///   should(name, cell) = the last run of the nearest cell above that defines it
///   stale(cell)        = edited, or for a name: source ≠ should, or stale(cell of should)
/// </code>
/// A directive such as <c>#load</c> may define anything: all cells below read it. What a cell does to an object that another
/// one declared (it trains its model) has no name, and isn't seen.
/// </summary>
public sealed class Staleness
{
    private readonly IReadOnlyList<CellCode> _cells;
    private readonly IReadOnlyList<PastRun> _runs;
    private readonly Dictionary<int, string?> _known = [];

    private Staleness(IReadOnlyList<CellCode> cells, IReadOnlyList<PastRun> runs) => (_cells, _runs) = (cells, runs);

    /// <summary>The stale cells by id, each with the reason in one line.</summary>
    /// <param name="cells">The code cells, from the top.</param>
    /// <param name="runs">The runs of the present session, oldest first.</param>
    public static IReadOnlyDictionary<string, string> Find(IReadOnlyList<CellCode> cells, IReadOnlyList<PastRun> runs)
    {
        var all = new Staleness(cells, runs);
        return Enumerable.Range(0, cells.Count).Select(i => (cells[i].Id, Why: all.Why(i))).Where(cell => cell.Why is not null)
            .ToDictionary(cell => cell.Id, cell => cell.Why!);
    }

    /// <summary>
    /// The cells to run, from the top, so that none is stale: the stale ones, those that must set a name again for them,
    /// because they haven't run or another cell has set it since, and what has read that name from those.
    /// </summary>
    public static IReadOnlyList<string> Plan(IReadOnlyList<CellCode> cells, IReadOnlyList<PastRun> runs)
    {
        var all = new Staleness(cells, runs);
        var planned = Enumerable.Range(0, cells.Count).Where(i => all.Why(i) is not null).ToHashSet();
        while ((all.FirstMissing(planned) ?? all.FirstOutdated(planned)) is { } missing)
        {
            planned.Add(missing);
        }

        return [.. planned.Order().Select(i => cells[i].Id)];
    }

    // Goes through the planned runs; the first cell that one of them needs and that isn't planned.
    private int? FirstMissing(HashSet<int> planned)
    {
        var setAnew = new Dictionary<string, int>();
        foreach (var i in planned.Order())
        {
            foreach (var name in Reads(i))
            {
                if (Above(i, name) is { } definer && !planned.Contains(definer)
                    && (setAnew.ContainsKey(name) || LastRun(definer) is not { } run || Source(name, int.MaxValue) != run))
                {
                    return definer;
                }
            }

            foreach (var name in Defines(i))
            {
                setAnew[name] = i;
            }
        }

        return null;
    }

    // A cell that has run with what a planned one will set again.
    private int? FirstOutdated(HashSet<int> planned) => Enumerable.Range(0, _cells.Count).Cast<int?>().FirstOrDefault(i =>
        !planned.Contains(i!.Value) && LastRun(i.Value) is not null
        && Reads(i.Value).Any(name => Above(i.Value, name) is { } definer && planned.Contains(definer)));

    private string? Why(int i)
    {
        if (!_known.TryGetValue(i, out var why))
        {
            _known[i] = null; // a circle of cells that read each other ends here
            _known[i] = why = LastRun(i) is not { } run ? null
                : run.Source != _cells[i].Source ? "edited since it ran"
                : Reads(i).Select(name => Why(i, name, run)).FirstOrDefault(reason => reason is not null);
        }

        return why;
    }

    private string? Why(int i, string name, PastRun run)
    {
        var source = Source(name, run.Number);
        var shown = name.TrimStart('.');
        if ((Above(i, name) ?? (source is null ? null : Below(i, name))) is not { } definer)
        {
            return source is null ? null : $"{shown} came from a cell that is gone or no longer defines it";
        }

        return LastRun(definer) is not { } should ? $"{shown} is {(IsDirective(name) ? "in" : "defined by")} a cell that hasn't run"
            : source != should ? source?.Id == should.Id || source is null ? $"{shown} {(IsDirective(name) ? "ran" : "was set")} again after this cell ran"
                : $"{shown} had another cell's value than it has when all cells run from the top"
            : Why(definer) is not null ? $"{shown} comes from a cell that is stale"
            : null;
    }

    private static bool IsDirective(string name) => name[0] == '#';

    private IEnumerable<string> Reads(int i) =>
        _cells.Take(i).SelectMany(cell => cell.Names.Directives).Concat(_cells[i].Names.Reads).Distinct();

    private IEnumerable<string> Defines(int i) => _cells[i].Names.Defines.Concat(_cells[i].Names.Directives);

    private bool Defines(int i, string name) =>
        _cells[i].Names.Defines.Contains(name) || _cells[i].Names.Directives.Contains(name);

    private int? Above(int i, string name) => Enumerable.Range(0, i).Reverse().Cast<int?>().FirstOrDefault(j => Defines(j!.Value, name));

    private int? Below(int i, string name) =>
        Enumerable.Range(i + 1, _cells.Count - i - 1).Cast<int?>().FirstOrDefault(j => Defines(j!.Value, name));

    private PastRun? LastRun(int i) => _runs.LastOrDefault(run => run.Id == _cells[i].Id);

    private PastRun? Source(string name, int before) => _runs.LastOrDefault(run => run.Number < before && run.Defines.Contains(name));
}
