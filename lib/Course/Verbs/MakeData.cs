using System.CommandLine;
using Course.Running;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession;

namespace Course.Verbs;

/// <summary><c>data [FOLDER]</c>.</summary>
internal static class MakeData
{
    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "Where the files go; those there are replaced.",
            DefaultValueFactory = _ => "data",
        };
        var command = new Command("data", "Makes the files that the lessons read: sentences, the compiler's messages, and a "
            + "translator that takes too long to train in a lesson (about half a minute).") { folder };
        command.SetAction((arguments, stop) => RunAsync(CourseFolder.Lessons(), Path.GetFullPath(arguments.GetValue(folder)!), stop));
        return command;
    }

    private static async Task<int> RunAsync(string course, string folder, CancellationToken stop)
    {
        var script = Syllabus.Of(course).Data ?? throw new UsageException($"{course}: course.json names no script that makes data");
        await using var session = ChildSession.Start(course);
        await session.RunAsync($"var Folder = {SymbolDisplay.FormatLiteral(folder, quote: true)};", Show, stop).ConfigureAwait(false);
        var result = await session.RunAsync($"#load \"{script}\"", Show, stop).ConfigureAwait(false);
        if (result is not CellResult.Stopped && result.Failure is { } error)
        {
            Terminal.Error.Line(string.Join('\n', error.Traceback));
        }

        return result switch
        {
            CellResult.Success => ExitStatus.Fine,
            CellResult.Stopped => ExitStatus.Stopped,
            _ => ExitStatus.CellFailed,
        };
    }

    private static void Show(CellOutput output)
    {
        if (output is CellOutput.Stream(_, var text))
        {
            Terminal.Out.Line(text.TrimEnd('\n'));
        }
    }
}
