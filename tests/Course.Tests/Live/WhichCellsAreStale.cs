using NotebookPage.Live;

namespace Course.Tests.Live;

public class WhichCellsAreStale : PlayedNotebook
{
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

        Assert.Equal(expected, string.Join(' ', Staleness.Find(Cells, Runs).Keys));
    }

    [Theory]
    [InlineData("a: var x = 1; | b: x", "run a b, edit b x + 1", "edited since it ran")]
    [InlineData("a: var x = 1; | b: x", "run a b a", "x was set again after this cell ran")]
    [InlineData("a: var x = 1; | b: x", "run a b, delete a", "x came from a cell that is gone or no longer defines it")]
    [InlineData("a: var x = 1; | b: x", "run a b, edit a var x = 2;", "x comes from a cell that is stale")]
    [InlineData("a: var x = 1; | b: x | c: 3", "run a b, add d below a: var x = 2;", "x is defined by a cell that hasn't run")]
    [InlineData("a: #load \"s.csx\" | b: x", "run a b a", "#load s.csx ran again after this cell ran")]
    [InlineData("a: #load \"s.csx\" | b: x", "run b", "#load s.csx is in a cell that hasn't run")]
    [InlineData("a: int T(this int n) => n; | b: 3.T()", "run a b a", "T was set again after this cell ran")]
    public void The_reason_is_told(string notebook, string happens, string expected)
    {
        Play(notebook, happens);

        Assert.Equal(expected, Staleness.Find(Cells, Runs)["b"]);
    }
}
