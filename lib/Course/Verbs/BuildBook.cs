using System.CommandLine;
using Course.Book;
using Course.Running;
using NotebookSession;

namespace Course.Verbs;

/// <summary><c>book [DIR] [--out DIR] [--timeout S] [--again] [--committed]</c>.</summary>
internal static class BuildBook
{
    private const string DefaultFolder = ".book";

    public static Command Command()
    {
        var course = new Argument<string?>("DIR") { Description = "The course's folder. Default: the lessons of this one.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string>("--out")
        {
            Description = $"The book's folder. Default: {DefaultFolder}, beside notebooks.",
            HelpName = "DIR",
        };
        var timeout = CellTimeout.Option();
        var again = new Option<bool>("--again") { Description = "Run also what has not changed since it was run." };
        var committed = new Option<bool>("--committed") { Description = "Run nothing: take the outputs that are in the files. A few seconds." };
        var command = new Command("book", "Runs all lessons and their solutions, and makes a book of them: pages that can be read in "
            + "any browser, with the network off. Takes a few minutes the first time; later, what has not changed is not run again. Where a cell fails, the book shows what ran until there, and says so. "
            + "Exit status: 0 fine, 1 wrong usage or a formula that cannot be shown, 2 a cell failed, 130 stopped by Ctrl+C.")
        {
            course, folder, timeout, again, committed,
        };
        command.SetAction((arguments, stop) => WriteAsync(
            Path.GetFullPath(arguments.GetValue(course) ?? CourseFolder.OwnLessons()), arguments.GetValue(folder),
            TimeSpan.FromSeconds(arguments.GetValue(timeout)), arguments.GetValue(again), arguments.GetValue(committed), stop));
        return command;
    }

    private static async Task<int> WriteAsync(
        string lessons, string? folder, TimeSpan timeout, bool again, bool committed, CancellationToken stop)
    {
        var root = Path.GetDirectoryName(lessons)!;
        var target = Path.GetFullPath(folder ?? Path.Combine(root, DefaultFolder));
        var executed = Directory.CreateTempSubdirectory("book-").FullName;
        var status = ExitStatus.Fine;
        try
        {
            var known = again || committed ? null : new KnownRuns(lessons, Path.Combine(UserFolder.Location, "runs"));
            using var log = new RunLog(Terminal.Out, Terminal.Error);
            foreach (var part in Parts(lessons).Where(_ => !committed))
            {
                var options = new RunOptions(
                    [Path.Combine(lessons, part)], Path.Combine(executed, part), Check: false, timeout, Json: null)
                {
                    KeepsCopies = false,
                    Known = known,
                };
                status = Math.Max(status, await new CourseRun(ChildSession.Start, log).RunAsync(options, stop).ConfigureAwait(false));
                if (status == ExitStatus.Stopped)
                {
                    return status;
                }
            }

            var pages = Site.Write(committed ? lessons : executed, lessons, target, Provenance.Now());
            Terminal.Out.Line($"{pages} pages; the first is {Path.Combine(target, ContentsPage.Address)}");
            return status;
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

    private static IEnumerable<string> Parts(string lessons) => Directory.Exists(Path.Combine(lessons, "solutions")) ? ["", "solutions"] : [""];
}
