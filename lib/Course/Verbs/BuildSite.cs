using System.CommandLine;
using Course.Book;

namespace Course.Verbs;

/// <summary><c>site [DIR] [--out DIR]</c>.</summary>
internal static class BuildSite
{
    private const string DefaultFolder = ".site";

    public static Command Command()
    {
        var course = new Argument<string?>("DIR") { Description = "The course's folder. Default: the lessons of this one.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string>("--out") { Description = $"The site's folder. Default: {DefaultFolder}, beside notebooks.", HelpName = "DIR" };
        var command = new Command("site", "Makes a web site of the course: the book, with the outputs that are in the files, and each lesson live, "
            + "with C# in the visitor's browser. Plain files for any web host. Takes a minute. Exit status: 0 fine, 1 wrong usage, 130 stopped by Ctrl+C.")
        {
            course, folder,
        };
        command.SetAction((arguments, stop) => WriteAsync(
            Path.GetFullPath(arguments.GetValue(course) ?? CourseFolder.OwnLessons()), arguments.GetValue(folder), stop));
        return command;
    }

    private static async Task<int> WriteAsync(string lessons, string? folder, CancellationToken stop)
    {
        var target = Path.GetFullPath(folder ?? Path.Combine(Path.GetDirectoryName(lessons)!, DefaultFolder));
        try
        {
            var pages = Site.Write(lessons, lessons, target, Provenance.Now(), isLive: true);
            Terminal.Out.Line($"{pages} pages of the book are made; C# for browsers is built now.");
            await LiveSite.WriteAsync(lessons, target, stop).ConfigureAwait(false);
            Terminal.Out.Line($"The site is in {target}: put it on any web host. To see it here, serve that folder: python3 -m http.server");
            return ExitStatus.Fine;
        }
        catch (BookException e)
        {
            throw new UsageException(e.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Stopped;
        }
    }
}
