using System.Collections.Concurrent;
using System.Diagnostics;
using Files;
using NotebookSession.Documents;

namespace NotebookSession.Tests.Documents;

public sealed class WritingFiles : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_permissions_and_the_owner_of_the_file_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no mode bits");
        var path = _folder.File("n.ipynb");
        File.WriteAllText(path, "old");
        Run("chown", "65534:65534", path); // refused to all but an administrator
        Run("chmod", "640", path);
        var before = Run("stat", "-c", "%a %u:%g", path);

        new Notebook().Write(path);

        Assert.Equal(before, Run("stat", "-c", "%a %u:%g", path));
        Assert.Equal(new Notebook().ToString(), File.ReadAllText(path));
    }

    [Fact]
    public void A_notebook_that_was_opened_through_a_link_stays_a_link_to_the_new_text()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        File.WriteAllText(_folder.File("real.ipynb"), "old");
        File.CreateSymbolicLink(_folder.File("link.ipynb"), "real.ipynb");

        NotebookFile.WriteText(_folder.File("link.ipynb"), "new");

        Assert.Equal("real.ipynb", new FileInfo(_folder.File("link.ipynb")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(_folder.File("real.ipynb")));
    }

    [Fact]
    public void A_link_that_somebody_planted_where_a_file_is_to_be_written_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        var (victim, path) = (_folder.File("victim"), _folder.File("n.ipynb"));
        File.WriteAllText(victim, "precious");
        foreach (var name in new[] { "n.ipynb", "n.ipynb.tmp", $"n.ipynb.{Environment.ProcessId}.tmp" })
        {
            File.CreateSymbolicLink(_folder.File(name), victim);
        }

        new Notebook().Write(path);

        Assert.Equal("precious", File.ReadAllText(victim));
        Assert.Equal(new Notebook().ToString(), File.ReadAllText(path));
        Assert.Null(new FileInfo(path).LinkTarget);
    }

    [Fact]
    public async Task What_is_being_written_has_a_new_name_each_time_and_is_never_readable_by_more_users_than_the_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no mode bits");
        var (bytes, seen, isDone) = (new byte[1 << 22], new ConcurrentDictionary<string, UnixFileMode>(), false);
        var watching = Task.Run(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                foreach (var path in Directory.GetFiles(_folder.Path, ".*"))
                {
                    _ = ModeOf(path) is { } mode && seen.TryAdd(path, mode);
                }
            }
        }, TestContext.Current.CancellationToken);

        while (seen.Count < 3 && !watching.IsCompleted)
        {
            AtomicFile.Write(_folder.File("secret"), bytes, isPrivate: true);
            Assert.Equal(OwnerOnly, ModeOf(_folder.File("secret")));
        }

        Volatile.Write(ref isDone, true);
        await watching;
        Assert.All(seen.Values, mode => Assert.Equal(OwnerOnly, mode));
    }

    [Fact]
    public void What_a_killed_program_left_half_written_goes_with_the_next_file_and_what_is_being_written_stays()
    {
        var (left, other, own) = (_folder.File(".unfinished-left"), _folder.File(".unfinished-now"), _folder.File(".mine"));
        foreach (var file in new[] { left, other, own })
        {
            File.WriteAllText(file, "half");
        }

        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        File.SetLastWriteTimeUtc(own, DateTime.UtcNow.AddHours(-2));

        new Notebook().Write(_folder.File("n.ipynb"));

        Assert.Equal([own, other, _folder.File("n.ipynb")], Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        var path = _folder.File("n.ipynb");
        Directory.CreateDirectory(path);

        Assert.Throws<IOException>(() => new Notebook().Write(path));

        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named_and_not_the_name_of_the_moment()
    {
        var path = Path.Combine(_folder.File("missing"), "n.ipynb");

        var error = Assert.Throws<DirectoryNotFoundException>(() => new Notebook().Write(path));

        Assert.Equal($"{path}: the folder that it belongs into is not there", error.Message);
    }

    [Fact]
    public async Task A_pipe_or_a_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "another system's pipes have no names in folders");
        var pipe = _folder.File("pipe");
        Run("mkfifo", pipe);
        var read = Task.Run(() => File.ReadAllText(pipe)); // opening waits for the other end

        AtomicFile.WriteText(pipe, "report");

        Assert.Equal("report", await read);
        Assert.False(FileStatus.Of(pipe)!.IsRegular);
    }

    [Fact]
    public void A_file_that_another_program_holds_for_a_moment_is_tried_again()
    {
        var tries = 0;

        HeldFile.Wait("n.ipynb", () => _ = ++tries < 4 ? throw Held() : tries);

        Assert.Equal(4, tries);
    }

    [Fact]
    public void A_file_that_stays_held_is_told_as_what_it_is()
    {
        var error = Assert.Throws<IOException>(() => HeldFile.Wait("n.ipynb", () => throw Held()));

        Assert.StartsWith("n.ipynb: another program holds this file (an antivirus, OneDrive", error.Message);
    }

    public void Dispose() => _folder.Dispose();

    private static UnixFileMode? ModeOf(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // What Windows says of a file that is open elsewhere.
    private static IOException Held() => new("The process cannot access the file", unchecked((int)0x80070020));

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
