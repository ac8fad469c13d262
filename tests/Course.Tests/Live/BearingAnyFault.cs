using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Tests.Live;

/// <summary>Whatever goes wrong while a notebook is saved is told, and the program goes on.</summary>
public sealed class BearingAnyFault : LiveTest
{
    [Fact]
    public async Task A_notebook_that_was_repaired_says_so_is_saved_and_opens_without_a_word()
    {
        await System.IO.File.WriteAllTextAsync(File, """
            {"cells":[{"cell_type":"code","id":"a","execution_count":"x","metadata":5,"source":"1","outputs":[
              {"output_type":"stream","name":"stdout","text":5},{"output_type":"error","ename":"E","evalue":"e","traceback":"one"},
              {"output_type":"display_data","data":{"text/plain":null,"image/png":{},"application/json":null},"metadata":{},"transient":"s"}]}],
             "metadata":{},"nbformat":4,"nbformat_minor":4.5}
            """, TestContext.Current.CancellationToken);
        var notebook = OpenFile();
        notebook.Cells.Edit("a", "2");

        Assert.NotEmpty(notebook.View.Repairs);
        Assert.IsType<SaveResult.Saved>(await notebook.File.SaveAsync());
        Assert.Empty(Notebook.Read(File).Repairs);
        Assert.Equal(["2"], Notebook.Read(File).Cells.Select(cell => cell.Source));
    }

    [Fact]
    public async Task A_fault_of_any_kind_while_saving_is_told_and_the_next_save_works()
    {
        var clock = new FailingClock();
        Options = Options with { Clock = clock };
        var notebook = OpenCells("1");
        notebook.Cells.Edit("a", "2");

        clock.Fails = true;
        Assert.IsType<SaveResult.Failed>(await notebook.File.SaveAsync());
        Assert.Equal("the clock has stopped", notebook.View.Saving.Problem);
        clock.Fails = false;

        Assert.IsType<SaveResult.Saved>(await notebook.File.SaveAsync());
        Assert.Equal(["a: 2"], InFile());
    }

    private sealed class FailingClock : TimeProvider
    {
        public bool Fails { get; set; }

        public override DateTimeOffset GetUtcNow() => Fails ? throw new InvalidTimeZoneException("the clock has stopped") : base.GetUtcNow();
    }
}
