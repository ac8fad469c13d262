using NotebookKernel.Documents;

namespace NotebookKernel.Tests.Documents;

public sealed class WritingFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_permissions_of_the_file_stay()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no mode bits");
            return;
        }

        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        var path = _folder.File("n.ipynb");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, mode);

        new Notebook().Write(path);

        Assert.Equal(mode, File.GetUnixFileMode(path));
        Assert.Equal(new Notebook().ToString(), File.ReadAllText(path));
    }

    [Fact]
    public void A_link_stays_a_link_to_the_new_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        File.WriteAllText(_folder.File("real.ipynb"), "old");
        File.CreateSymbolicLink(_folder.File("link.ipynb"), "real.ipynb");

        new Notebook().Write(_folder.File("link.ipynb"));

        Assert.Equal("real.ipynb", new FileInfo(_folder.File("link.ipynb")).LinkTarget);
        Assert.Equal(new Notebook().ToString(), File.ReadAllText(_folder.File("real.ipynb")));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = _folder.File("n.ipynb");
        Directory.CreateDirectory(path);

        Assert.Throws<IOException>(() => new Notebook().Write(path));

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
