using System.CommandLine;
using Course.Book;
using Course.Running;

namespace Course.Verbs;

/// <summary><c>book [--out DIR]</c>.</summary>
internal static class BuildBook
{
    private const string DefaultFolder = ".book";

    public static Command Command()
    {
        var folder = new Option<string>("--out")
        {
            Description = $"The book's folder. Default: {DefaultFolder}, beside notebooks.",
            HelpName = "DIR",
        };
        var command = new Command("book", "Runs all lessons and their solutions, and makes a book of them: pages that can be read in "
            + "any browser, with the network off. Takes a few minutes. Exit status: 0 fine, 1 wrong usage or a formula that cannot be "
            + "shown, 2 a cell failed, 130 stopped by Ctrl+C.")
        {
            folder,
        };
        command.SetAction((arguments, stop) => WriteAsync(arguments.GetValue(folder), stop));
        return command;
    }

    private static async Task<int> WriteAsync(string? folder, CancellationToken stop)
    {
        var lessons = CourseFolder.Lessons();
        var root = Path.GetDirectoryName(lessons)!;
        var target = Path.GetFullPath(folder ?? Path.Combine(root, DefaultFolder));
        var executed = Directory.CreateTempSubdirectory("book-").FullName;
        try
        {
            using var log = new RunLog(Console.Out, Console.Error, terminal: !Console.IsOutputRedirected);
            foreach (var part in new[] { "", "solutions" })
            {
                var options = new RunOptions(
                    [Path.Combine(lessons, part)], Path.Combine(executed, part), Check: false, TimeSpan.FromSeconds(120), Json: null)
                {
                    KeepsCopies = false,
                };
                var status = await new CourseRun(ChildSession.Start, log).RunAsync(options, stop).ConfigureAwait(false);
                if (status != ExitStatus.Fine)
                {
                    return status;
                }
            }

            var pages = Site.Write(executed, lessons, target, Imprint.Now());
            Console.WriteLine($"{pages} pages; the first is {Path.Combine(target, ContentsPage.Address)}");
            return ExitStatus.Fine;
        }
        catch (BookException e)
        {
            throw new UsageException(e.Message);
        }
        finally
        {
            Directory.Delete(executed, recursive: true);
        }
    }
}
