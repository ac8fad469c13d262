using CsCheck;
using NotebookPage.Live;

namespace Course.Tests.Live;

public class WhatToRunForStaleCells : PlayedNotebook
{
    private static readonly string[] _sources =
        ["var x = 1;", "var x = 2;", "x += 1;", "var y = x;", "y + x", "int F() => x;", "F() + y", "var y = 0; y++;", "#load \"s\""];

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
        var plan = Staleness.Plan(Cells, Runs);

        Assert.Equal(expected, string.Join(' ', plan));
    }

    [Fact]
    public void After_running_the_plan_nothing_is_stale_whatever_happened_before() => Gen.Select(
        Gen.Int[0, _sources.Length - 1].Select(i => _sources[i]).Array[1, 7],
        Gen.Int[0, 6].Array[0, 15],
        Gen.Int[0, 6].Array[0, 3]).Sample((sources, order, edited) =>
    {
        List<CellCode> cells = [.. sources.Select((source, i) => Cell($"{(char)('a' + i)}", source))];
        List<PastRun> runs = [];
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

    private static bool ReadsFromNowhere(List<CellCode> cells, string id)
    {
        var above = cells.TakeWhile(cell => cell.Id != id).ToList();
        var it = cells[above.Count];
        return it.Names.Reads.Any(name => !above.Any(cell => cell.Names.Defines.Contains(name)) && cells.Any(cell => cell.Names.Defines.Contains(name)))
            || above.Any(cell => it.Names.Reads.Any(cell.Names.Defines.Contains) && ReadsFromNowhere(cells, cell.Id));
    }
}
