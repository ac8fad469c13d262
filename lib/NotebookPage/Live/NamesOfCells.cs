using System.Collections.Concurrent;
using System.Collections.Immutable;
using NotebookPage.Live.Editing;
using NotebookSession.Editing;

namespace NotebookPage.Live;

/// <summary>The names of cells and what follows from them, each found once for a text.</summary>
internal sealed class NamesOfCells
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<string, CellNames> _known = [];
    private (NotebookText? Text, int Runs, object? Past) _for;
    private IReadOnlyDictionary<string, string> _stale = ImmutableDictionary<string, string>.Empty;

    /// <summary>The names of a cell's text.</summary>
    public CellNames Of(string source)
    {
        if (_known.Count > Most)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(source, CellNames.Of);
    }

    /// <summary>The code cells with their names.</summary>
    public IReadOnlyList<CellCode> Code(NotebookText text) => [.. text.Cells.Where(cell => cell.Kind == CellType.Code)
        .Select(cell => new CellCode(cell.Id, cell.Source, () => Of(cell.Source)))];

    /// <summary>Finds the names of all cells beforehand: the compiler starts up here, and not under a lock. A browser does something else
    /// between two cells.</summary>
    public async Task FindAsync(NotebookText text)
    {
        foreach (var cell in text.Cells.Where(cell => cell.Kind == CellType.Code))
        {
            Of(cell.Source);
            await Task.Delay(1).ConfigureAwait(false);
        }
    }

    /// <summary>The stale cells, each with the reason. Not for several threads at once.</summary>
    public IReadOnlyDictionary<string, string> Stale(NotebookText text, IReadOnlyList<PastRun> past)
    {
        if (past.Count == 0)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        if (_for != (text, past.Count, past))
        {
            _for = (text, past.Count, past);
            _stale = Staleness.Find(Code(text), past);
        }

        return _stale;
    }
}
