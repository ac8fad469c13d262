using NotebookPage.Live;
using NotebookSession.Editing;

namespace Course.Tests.Live;

/// <summary>
/// A notebook is written <c>a: var x = 1; | b: x</c>. What happens: <c>run a b</c>, <c>edit a var x = 2;</c>, <c>delete a</c>,
/// <c>add c below a: code</c>, <c>lift b</c> (to the top), <c>break a</c> (it runs and doesn't compile).
/// </summary>
public abstract class PlayedNotebook
{
    protected List<CellCode> Cells { get; } = [];

    protected List<PastRun> Runs { get; } = [];

    protected static CellCode Cell(string id, string source) => new(id, source, () => CellNames.Of(source));

    protected static void Run(CellCode cell, List<PastRun> runs, bool compiles = true) => runs.Add(new PastRun(
        runs.Count + 1, cell.Id, cell.Source, compiles ? cell.Names.Defines.Concat(cell.Names.Directives).ToHashSet() : []));

    protected void Play(string notebook, string happens)
    {
        Cells.AddRange(notebook.Split(" | ").Select(cell => Cell(cell[..1], cell[3..])));
        foreach (var step in happens.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var words = step.Split(' ', 3);
            switch (words[0])
            {
                case "run":
                    step.Split(' ').Skip(1).ToList().ForEach(id => Run(Cells[At(id)], Runs));
                    break;
                case "break":
                    Run(Cells[At(words[1])], Runs, compiles: false);
                    break;
                case "edit":
                    Cells[At(words[1])] = Cell(words[1], words[2]);
                    break;
                case "delete":
                    Cells.RemoveAt(At(words[1]));
                    break;
                case "lift":
                    var lifted = Cells[At(words[1])];
                    Cells.Remove(lifted);
                    Cells.Insert(0, lifted);
                    break;
                default: // add d below a: code
                    Cells.Insert(At(words[2][6..7]) + 1, Cell(words[1], words[2][9..]));
                    break;
            }
        }
    }

    private int At(string id) => Cells.FindIndex(cell => cell.Id == id);
}
