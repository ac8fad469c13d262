using System.Diagnostics;
using NotebookKernel.Running;
using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public sealed class ReadingPlainFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plain-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_read_whole_or_its_beginning()
    {
        File.WriteAllText(In("x"), "abc");

        Assert.Equal("abc"u8.ToArray(), PlainFile.Read(In("x")));
        Assert.Equal("ab"u8.ToArray(), PlainFile.Read(In("x"), most: 2));
        Assert.Equal("abc"u8.ToArray(), PlainFile.Read(In("x"), most: 20));
    }

    [Fact]
    public void A_pipe_that_nobody_writes_is_refused_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        using var made = Programs.Start(new ProcessStartInfo("mkfifo", [In("x.ipynb")]));
        made.WaitForExit();

        Assert.Contains("a pipe or a device", Assert.Throws<IOException>(() => PlainFile.Read(In("x.ipynb"))).Message, StringComparison.Ordinal);
        Assert.Contains("a pipe or a device", Assert.Throws<IOException>(() => NotebookFile.ReadText(In("x.ipynb"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_without_an_end_is_not_read_for_ever()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "has no such files");

        Assert.Throws<NotebookFormatException>(() => Notebook.Read("/dev/zero"));
    }

    [Fact]
    public void A_file_that_would_fill_the_memory_is_refused()
    {
        using (var file = File.Create(In("x.ipynb")))
        {
            file.SetLength(PlainFile.Largest + 1L); // sparse: takes no room
        }

        Assert.Contains("files are read up to 256 MB", Assert.Throws<IOException>(() => NotebookFile.ReadText(In("x.ipynb"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() => Assert.Throws<FileNotFoundException>(() => NotebookFile.ReadText(In("none.ipynb")));

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
