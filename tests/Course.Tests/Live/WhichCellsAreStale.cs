using Course.Live;
using CsCheck;
using NotebookKernel.Execution.Editing;

namespace Course.Tests.Live;

/// <summary>
/// A notebook is written <c>a: var x = 1; | b: x</c>. What happens: <c>run a b</c>, <c>edit a var x = 2;</c>, <c>delete a</c>,
/// <c>add c below a: code</c>, <c>lift b</c> (to the top), <c>break a</c> (it runs and doesn't compile).
/// </summary>
public class WhichCellsAreStale
{
    private static readonly string[] _sources =
        ["var x = 1;", "var x = 2;", "x += 1;", "var y = x;", "y + x", "int F() => x;", "F() + y", "var y = 0; y++;", "#load \"s\""];

    private readonly List<CellCode> _cells = [];
    private readonly List<CellRun> _runs = [];

    [Theory]
    // Nothing has run, or all has, from the top.
    [InlineData("a: var x = 1; | b: x", "", "")]
    [InlineData("a: var x = 1; | b: x", "run a b", "")]
    [InlineData("a: var x = 1; | b: x | c: var x = 5; | d: x", "run a b c d", "")]
    [InlineData("a: var x = 1; | b: x += 1; | c: x", "run a b c", "")]
    [InlineData("a: var x = 1; | b: x", "run a b a b", "")]
    [InlineData("a: var x = 1; | b: x", "run a b, edit a var x = 2;, run a b", "")]
    // Edited.
    [InlineData("a: var x = 1; | b: 2", "run a b, edit b 3", "b")]
    [InlineData("a: var x = 1; | b: 2", "run a b, edit b 3, edit b 2", "")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b c, edit a var x = 2;", "a b")]
    [InlineData("a: var x = 1; | b: var y = x; | c: y", "run a b c, edit a var x = 2;", "a b c")]
    [InlineData("a: var x = 1; | b: x", "run a, edit a var x = 2;", "a")]
    // Run again.
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b c a", "b")]
    [InlineData("a: var x = 1; | b: var y = x; | c: y", "run a b c a", "b c")]
    [InlineData("a: var x = 1; | b: var y = x; | c: y", "run a b c a b", "c")]
    [InlineData("a: var x = 1; | b: var y = x; | c: y", "run a b c a b c", "")]
    // A value that it wouldn't have from the top.
    [InlineData("a: var x = 1; | b: x | c: var x = 5;", "run a b c b", "b")]
    [InlineData("a: var x = 1; | b: x += 1; | c: x", "run a b b", "b")]
    [InlineData("a: var x = 1; | b: x += 1; | c: x", "run a b c b", "b c")]
    [InlineData("a: var x = 1; | b: x = 5; | c: x", "run a b c b c", "")]
    [InlineData("a: var x = 1; | b: x = 5; | c: x", "run a b c a c", "c")]
    [InlineData("a: var x = 1; | b: x | c: x += 1;", "run a b c b", "b")]
    // A definition that is gone, hidden or new.
    [InlineData("a: var x = 1; | b: x", "run a b, delete a", "b")]
    [InlineData("a: var x = 1; | b: x", "run a b, edit a var y = 1;", "a b")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b, add d below a: var x = 9;", "b")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b, add d below b: var x = 9;", "")]
    [InlineData("a: var x = 1; | b: x", "run a b, break a", "b")]
    [InlineData("a: var x = 1; | b: x", "run a b, lift b", "")]
    [InlineData("a: var x = 1; | b: x", "run a b, lift b, run a", "b")]
    // Functions, types, extension methods.
    [InlineData("a: int F() => 1; | b: F()", "run a b a", "b")]
    [InlineData("a: var x = 1; | b: int F() => x; | c: F()", "run a b c a", "b c")]
    [InlineData("a: class A { } | b: new A()", "run a b a", "b")]
    [InlineData("a: int Twice(this int n) => 2 * n; | b: 3.Twice()", "run a b a", "b")]
    [InlineData("a: int n = 0; | b: void Up() => n++; | c: Up();", "run a b b c", "")]
    // A member is no variable, an object's state no name.
    [InlineData("a: void Train() { } | b: model.Train()", "run a b a", "")]
    [InlineData("a: var model = 1; | b: model.Train(); | c: model", "run a b c b", "")]
    // Names of libraries that a cell below happens to declare.
    [InlineData("a: Path.Join() | b: var Path = 1;", "run a b", "")]
    // Directives may declare anything.
    [InlineData("a: #load \"s.csx\" | b: Tensor.Zeros(1) | c: 3", "run a b c", "")]
    [InlineData("a: #load \"s.csx\" | b: Tensor.Zeros(1) | c: 3", "run a b a", "b")]
    [InlineData("a: #load \"s.csx\" | b: Tensor.Zeros(1) | c: 3", "run a b, edit a #load \"t.csx\"", "a b")]
    [InlineData("a: Tensor.Zeros(1) | b: #r \"x.dll\"", "run a b b", "")]
    // Circles end.
    [InlineData("a: var x = y; | b: var y = x;", "run b a b, edit a var x = y + 1;", "a b")]
    public void Stale_are(string notebook, string happens, string expected)
    {
        Play(notebook, happens);

        Assert.Equal(expected, string.Join(' ', Staleness.Find(_cells, _runs).Keys));
    }

    [Theory]
    [InlineData("a: var x = 1; | b: x", "run a b", "")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b c, edit a var x = 2;", "a b")]
    [InlineData("a: var x = 1; | b: var y = x; | c: y", "run a b c a", "b c")]
    // What must set a name again, because another cell has set it since.
    [InlineData("a: var x = 1; | b: x | c: var x = 5;", "run a b c b", "a b")]
    [InlineData("a: var x = 1; | b: x += 1; | c: x", "run a b b", "a b")]
    [InlineData("a: var x = 1; | b: x += 1; | c: x", "run a b c, edit c x + 1", "c")]
    [InlineData("a: var x = 1; | b: x += 1; | c: x", "run a b c a, edit c x + 1", "b c")]
    [InlineData("a: var x = 1; | b: x | c: var x = 5; | d: x", "run a b c d, edit b x + 1", "a b")]
    [InlineData("a: var x = 1; | b: x | c: var x = 5; | d: x", "run a b c d, edit b x + 1, edit d x + 2", "a b c d")]
    [InlineData("a: var x = 1; | b: x | c: var x = 5; | d: x | e: 2", "run a b c d e c, edit b x + 1", "a b c d")]
    [InlineData("a: var x = 1; | b: x | c: x + 1 | d: var x = 5;", "run a b c d, edit b x + 2", "a b c")]
    // What has not run yet and is needed.
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b, add d below a: var x = 9;", "d b")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b, add d below a: var y = 9;", "")]
    [InlineData("a: var x = 1; | b: 2", "run b, edit b x", "a b")]
    [InlineData("a: var x = 1; | b: var y = x; | c: 3", "run c, edit c y", "a b c")]
    [InlineData("a: #load \"s.csx\" | b: 2", "run b, edit b Tensor.Zeros(1)", "a b")]
    // What nothing defines any more: running it shows the student the error.
    [InlineData("a: var x = 1; | b: x", "run a b, delete a", "b")]
    public void To_run_are(string notebook, string happens, string expected)
    {
        Play(notebook, happens);
        var plan = Staleness.Plan(_cells, _runs);

        Assert.Equal(expected, string.Join(' ', plan));
    }

    [Fact]
    public void After_running_the_plan_nothing_is_stale_whatever_happened_before() => Gen.Select(
        Gen.Int[0, _sources.Length - 1].Select(i => _sources[i]).Array[1, 7],
        Gen.Int[0, 6].Array[0, 15],
        Gen.Int[0, 6].Array[0, 3]).Sample((sources, order, edited) =>
    {
        List<CellCode> cells = [.. sources.Select((source, i) => Cell($"{(char)('a' + i)}", source))];
        List<CellRun> runs = [];
        foreach (var i in order.Where(i => i < cells.Count))
        {
            Run(cells[i], runs);
        }

        foreach (var i in edited.Where(i => i < cells.Count))
        {
            cells[i] = Cell(cells[i].Id, cells[i].Source + " var z = x;");
        }

        foreach (var id in Staleness.Plan(cells, runs))
        {
            Run(cells.Single(cell => cell.Id == id), runs);
        }

        // Only what reads a name that no cell above defines may stay so: from the top it would fail.
        return Staleness.Find(cells, runs).Keys.All(id => ReadsFromNowhere(cells, id));
    }, iter: 500);

    [Theory]
    [InlineData("a: var x = 1; | b: x", "run a b, edit b x + 1", "edited since it ran")]
    [InlineData("a: var x = 1; | b: x", "run a b a", "x was set again after this cell ran")]
    [InlineData("a: var x = 1; | b: x", "run a b, delete a", "x came from a cell that is gone or no longer defines it")]
    [InlineData("a: var x = 1; | b: x", "run a b, edit a var x = 2;", "x comes from a cell that is stale")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b, add d below a: var x = 2;", "x is defined by a cell that hasn't run")]
    [InlineData("a: int T(this int n) => n; | b: 3.T()", "run a b a", "T was set again after this cell ran")]
    public void The_reason_is_told(string notebook, string happens, string expected)
    {
        Play(notebook, happens);

        Assert.Equal(expected, Staleness.Find(_cells, _runs)["b"]);
    }

    private static bool ReadsFromNowhere(List<CellCode> cells, string id)
    {
        var above = cells.TakeWhile(cell => cell.Id != id).ToList();
        var it = cells[above.Count];
        return it.Names.Reads.Any(name => !above.Any(cell => cell.Names.Defines.Contains(name)) && cells.Any(cell => cell.Names.Defines.Contains(name)))
            || above.Any(cell => it.Names.Reads.Any(cell.Names.Defines.Contains) && ReadsFromNowhere(cells, cell.Id));
    }

    private static CellCode Cell(string id, string source) => new(id, source, CellNames.Of(source));

    private static void Run(CellCode cell, List<CellRun> runs, bool compiles = true) => runs.Add(new CellRun(
        runs.Count + 1, cell.Id, cell.Source, compiles ? cell.Names.Defines.Concat(cell.Names.Directives).ToHashSet() : []));

    private int At(string id) => _cells.FindIndex(cell => cell.Id == id);

    private void Play(string notebook, string happens)
    {
        _cells.AddRange(notebook.Split(" | ").Select(cell => Cell(cell[..1], cell[3..])));
        foreach (var step in happens.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var words = step.Split(' ', 3);
            switch (words[0])
            {
                case "run":
                    step.Split(' ').Skip(1).ToList().ForEach(id => Run(_cells[At(id)], _runs));
                    break;
                case "break":
                    Run(_cells[At(words[1])], _runs, compiles: false);
                    break;
                case "edit":
                    _cells[At(words[1])] = Cell(words[1], words[2]);
                    break;
                case "delete":
                    _cells.RemoveAt(At(words[1]));
                    break;
                case "lift":
                    var lifted = _cells[At(words[1])];
                    _cells.Remove(lifted);
                    _cells.Insert(0, lifted);
                    break;
                default: // add d below a: code
                    _cells.Insert(At(words[2][6..7]) + 1, Cell(words[1], words[2][9..]));
                    break;
            }
        }
    }
}
