using System.Diagnostics;
using Course.Running;
using NotebookSession;

namespace Course.Doctoring;

/// <summary>The cell that every lesson begins with, really run.</summary>
internal static class FirstCell
{
    // A slow laptop is slow, not broken: what is told here as wrong has to be.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    public static async Task<Finding> LookAsync(string course)
    {
        var clock = Stopwatch.StartNew();
        var lessons = Path.Combine(course, "notebooks");
        await using var session = ChildSession.Start(lessons);
        using var stop = new CancellationTokenSource(_patience);
        var errors = "";
        var result = await session.RunAsync(
            $"#load \"{Syllabus.Of(lessons).Setup}\"",
            output => errors += output is CellOutput.Stream("stderr", var text) ? text : "",
            stop.Token).ConfigureAwait(false);
        return result switch
        {
            CellResult.Success => new Finding("First cell", Condition.Fine, FormattableString.Invariant($"a lesson's first cell ran; {clock.Elapsed.TotalSeconds:F1} s with the start")),
            CellResult.Stopped => new Finding("First cell", Condition.Wrong, $"did not end in {_patience.TotalMinutes} minutes", "Close other programs, and try again"),
            _ => new Finding("First cell", Condition.Wrong, $"failed: {result.Failure!.Message} {errors.ReplaceLineEndings(" ")}".TrimEnd(), BuiltLibraries.Command),
        };
    }
}
