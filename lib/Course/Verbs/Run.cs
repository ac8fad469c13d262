using System.CommandLine;
using Course.Running;
using NotebookSession.Running;

namespace Course.Verbs;

/// <summary><c>run [PATH…] [--out DIR] [--check] [--timeout S] [--set NAME=VALUE]… [--allow-errors] [--parallel N] [--in-process] [--json FILE] [--junit FILE]</c>.</summary>
internal static class Run
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Notebooks, and folders of notebooks. Default: all lessons of the course.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Write the executed notebooks to this folder (their own one replaces them). "
                + "Without it, nothing is written: run only tells how it went.",
            HelpName = "DIR",
        };
        var check = new Option<bool>("--check") { Description = "Fail if the outputs are not those in the files." };
        var set = new Option<string[]>("--set")
        {
            Description = "Give a variable another value: in a cell below the one tagged \"parameters\", or at the top. May be repeated.",
            HelpName = "NAME=VALUE",
        };
        var timeout = CellTimeout.Option();
        var allow = new Option<bool>("--allow-errors") { Description = "Run the cells after one that failed, too." };
        var parallel = new Option<int>("--parallel")
        {
            Description = "Notebooks to run side by side. Of each the lines come together, when it has ended.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        parallel.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var n) && n > 0))
            {
                result.AddError($"--parallel {token.Value}: expected a number above 0");
            }
        });
        var here = new Option<bool>("--in-process") { Description = "Run the cells in this process, for a debugger to step into them." };
        var json = new Option<string?>("--json") { Description = "Write a report for programs to this file.", HelpName = "FILE" };

        var junit = new Option<string?>("--junit") { Description = "Write a report for build servers to this file.", HelpName = "FILE" };
        var command = new Command("run", "Runs notebooks from the top, without a browser, and tells how it went. "
            + "Exit status: 0 fine, 1 wrong usage or not a notebook, 2 a cell failed, 3 outputs differ, 130 stopped by Ctrl+C.")
        {
            paths, folder, check, set, timeout, allow, parallel, here, json, junit,
        };
        command.SetAction(async (arguments, stop) =>
        {
            using var log = new RunLog(Terminal.Out, Terminal.Error);
            var options = new RunOptions(
                arguments.GetValue(paths)!,
                arguments.GetValue(folder),
                arguments.GetValue(check),
                TimeSpan.FromSeconds(arguments.GetValue(timeout)),
                arguments.GetValue(json))
            {
                JUnit = arguments.GetValue(junit),
                AllowErrors = arguments.GetValue(allow),
                Parallel = arguments.GetValue(parallel),
                Set = Parameters.Read(arguments.GetValue(set) ?? []),
            };
            if (options is { Check: true, Set.Count: > 0 })
            {
                throw new UsageException("--set gives other outputs than those in the files, which --check expects: choose one");
            }

            if (arguments.GetValue(here) && options.Parallel > 1)
            {
                throw new UsageException("--in-process runs one notebook at a time, and --parallel several: choose one");
            }

            return await new CourseRun(arguments.GetValue(here) ? InProcess : ChildSession.Start, log).RunAsync(options, stop).ConfigureAwait(false);
        });
        return command;
    }

    private static Session InProcess(string folder)
    {
        Directory.SetCurrentDirectory(folder);
        return new Session(ServeSession.Options(folder));
    }
}
