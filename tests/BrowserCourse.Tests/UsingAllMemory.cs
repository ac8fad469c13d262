using NotebookSession;

namespace BrowserCourse.Tests;

/// <summary>A tab gives back no memory: no other test has this session.</summary>
public sealed class UsingAllMemory(OpenSession notebook) : IClassFixture<OpenSession>
{
    [Fact]
    public async Task A_list_without_an_end_is_an_error_and_the_next_cell_runs()
    {
        var (result, _) = await notebook.RunAsync("var list = new List<byte[]>();\nwhile (true) { list.Add(new byte[1 << 24]); }");

        Assert.StartsWith("There is not enough memory left.", Assert.IsType<CellResult.Failed>(result).Error.Message, StringComparison.Ordinal);
        Assert.Equal("2", (await notebook.RunAsync("list = null; 1 + 1")).Text);
    }
}
