using NotebookSession.Running;

namespace NotebookSession.Tests.Editing;

/// <summary>Cells are parted by "|"; the name in question stands after "^", and all that mean the same are marked with "«»".</summary>
public sealed class FindingReferences
{
    [Theory]
    [InlineData("var «^h» = 1;|«h» + 1|Console.WriteLine($\"{«h»}\");")]
    [InlineData("var «h» = 1;|«^h» + 1")]
    [InlineData("var «h» = 1; «^h»++;|var h = 2;|h + 1")]
    [InlineData("var h = 1; h++;|var «h» = 2;|«^h» + 1")]
    [InlineData("var «h» = 1;|Enumerable.Range(0, 3).Select(h => h + 1).Sum() + «^h»")]
    [InlineData("var h = 1;|Enumerable.Range(0, 3).Select(«h» => «^h» + 1).Sum() + h")]
    [InlineData("double «Step»(double h) => h;|var a = «^Step»(1);|Func<double, double> f = «Step»;")]
    [InlineData("record Point(double «^X», double Y);|var p = new Point(1, 2);|p.«X» + p.Y + new { X = 1 }.X|var q = p with { «X» = 3 };")]
    [InlineData("class «Cell» { public «Cell»(int n) { } }|var c = new «^Cell»(1);|List<«Cell»> all = [c];")]
    [InlineData("class A { public virtual int «F»() => 1; } class B : A { public override int «F»() => base.«F»(); }|new B().«^F»()")]
    [InlineData("int @class = 1;|var «^x» = @class;|«x»")]
    [InlineData("#!time\nvar «x» = 1;\n#r \"nuget: x\"\n|«^x»")]
    [InlineData("int «x» = nothing + \"a\";|«^x» + 1")]
    [InlineData("var broken = ;|var «x» = 1;|«^x» +|«x»")]
    [InlineData("using Names = System.Collections.Generic.List<string>;|var «l» = new Names();|«^l».Count")]
    [InlineData("foreach (var «i» in new[] { 1 }) { Console.Write(«^i»); }|foreach (var i in new[] { 1 }) { Console.Write(i); }")]
    [InlineData("Console.^WriteLine(1);")]
    [InlineData("^nothing + 1")]
    [InlineData("1 ^+ 1")]
    [InlineData("^")]
    public void All_places_of_the_notebook_that_mean_the_same_are_found_and_no_other(string marked)
    {
        var notebook = marked.Replace("|", "\n#!csharp\n", StringComparison.Ordinal);
        var plain = notebook.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var position = plain.IndexOf('^', StringComparison.Ordinal);
        plain = plain.Remove(position, 1);

        var found = new Session().Help.References(plain, position);

        var shown = found.OrderByDescending(place => place.Start).Aggregate(
            plain, (text, place) => text.Insert(place.Start + place.Length, "»").Insert(place.Start, "«"));
        Assert.Equal(notebook.Replace("^", "", StringComparison.Ordinal), shown);
        Assert.Equal(found.Count > 0 ? 1 : 0, found.Count(place => place.IsDeclaration));
    }
}
