using NotebookPage.Live;

namespace Course.Tests.Live;

public sealed class OpeningDib : LiveTest
{
    [Fact]
    public async Task A_dib_is_edited_run_and_saved_as_a_dib()
    {
        var path = In("n.dib");
        System.IO.File.WriteAllText(path, "#!csharp\n\nprint 1\n\n#!markdown\n\n# Title\n\n#!fsharp\n\nlet y = 1\n\n");
        await using var notebook = Open(path);
        var (code, fsharp) = (notebook.View.Cells[0].Id, notebook.View.Cells[2].Id);
        Assert.Equal([CellType.Code, CellType.Markdown, CellType.Code], notebook.View.Cells.Select(cell => cell.Kind));

        await notebook.Runs.RunAsync(code, fsharp);
        Assert.Equal("1\n", Text(notebook, code));
        notebook.Cells.Edit(code, "print 2");
        notebook.Cells.InsertBelow(fsharp, CellType.Code, "print 3");

        Assert.Equal(new SaveResult.Saved(), await notebook.File.SaveAsync());
        Assert.Equal(
            "#!csharp\n\nprint 2\n\n#!markdown\n\n# Title\n\n#!fsharp\n\nlet y = 1\n\n#!csharp\n\nprint 3\n\n", System.IO.File.ReadAllText(path));
    }
}
