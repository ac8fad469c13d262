using System.CommandLine;
using Course.Data;

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
        var command = new Command("data", "Makes the files that the lessons read: sentences, and a translator that takes "
            + "too long to train in a lesson (about half a minute).") { folder };
        command.SetAction((arguments, stop) => Task.Run(() => Write(arguments.GetValue(folder)!, stop), stop));
        return command;
    }

    private static int Write(string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in DataFile.All)
        {
            Terminal.Out.Line(Path.Combine(folder, file.Name));
            try
            {
                file.Write(Path.Combine(folder, file.Name), new Steps(), stop);
            }
            catch (OperationCanceledException)
            {
                return ExitStatus.Stopped;
            }
        }

        return ExitStatus.Fine;
    }

    // Progress<T> reports on another thread, and in no certain order.
    private sealed class Steps : IProgress<string>
    {
        public void Report(string value) => Terminal.Out.Line($"  {value}");
    }
}
