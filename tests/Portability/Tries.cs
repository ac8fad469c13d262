using System.Text.Json.Nodes;

namespace Portability;

/// <summary>What a student does, done on another machine.</summary>
internal sealed class Tries(Machine machine, Shell shell, Build build, string folder)
{
    private const string Same = "*.SameBits.Every_result_has_the_bits_recorded_here";
    private const string Short = "notebooks/02-rnn-step-by-step.ipynb", Long = "notebooks/04-lstm-gates.ipynb";

    private string Kernels => Path.Combine(folder, "kernels");

    /// <summary>Each with its name, in an order in which they can be run.</summary>
    public IEnumerable<(string Name, Func<Task> Try)> All =>
    [
        ("the bits of every result", () => shell.RunAsync(folder, build.Numbers, "--progress", "off", "--filter-method", Same)),
        ("doctor", LookAsync),
        ($"run --check {Short}", () => CourseAsync("run", "--check", "--timeout", "3600", Short)),
        ($"run --check {Long}", () => CourseAsync("run", "--check", "--timeout", "3600", Long)),
        ("author", () => CourseAsync("author")),
        ($"run {Short} --out notebooks", () => CourseAsync("run", Short, "--out", "notebooks")),
        ("book --committed", () => CourseAsync("book", "--committed")),
        ("install, and the kernel by Jupyter's client", UseKernelAsync),
        ($"open {Short}, and all of it run on the page", () => Page.RunAllAsync(shell, build, Short)),
        ("git status: no byte of the lessons has changed", UnchangedAsync),
    ];

    private Task<string> CourseAsync(params string[] arguments) => shell.RunAsync(build.Course, build.Program, arguments);

    // That an emulator has no SDK is no fault of the course.
    private async Task LookAsync()
    {
        using var doctor = shell.Start(build.Course, build.Program, "doctor");
        var said = await doctor.StandardOutput.ReadToEndAsync();
        if (!said.Contains("a lesson's first cell ran", StringComparison.Ordinal)
            || said.Split('\n').Any(line => line.StartsWith("WRONG", StringComparison.Ordinal) && !line.Contains(".NET SDK", StringComparison.Ordinal)))
        {
            throw new TryFailed(said);
        }
    }

    private async Task UseKernelAsync()
    {
        await CourseAsync("install", "--prefix", Kernels);
        var spec = Path.Combine(Kernels, "share/jupyter/kernels/csharp-course/kernel.json");
        var kernel = JsonNode.Parse(await File.ReadAllTextAsync(spec))!;
        var program = machine.Here((string)kernel["argv"]![0]!);
        machine.Wrap(program);
        kernel["argv"]![0] = program;
        await File.WriteAllTextAsync(spec, kernel.ToJsonString());

        var fixtures = Path.Combine(build.Course, "tests/Course.Tests/fixtures");
        var executed = Path.Combine(folder, "executed.ipynb");
        await shell.RunAsync(folder, "/usr/bin/python3", Path.Combine(fixtures, "execute.py"), Path.Combine(fixtures, "fine.ipynb"), fixtures, executed);
        if (!(await File.ReadAllTextAsync(executed)).Contains("x is 1", StringComparison.Ordinal))
        {
            throw new TryFailed(await File.ReadAllTextAsync(executed));
        }
    }

    private async Task UnchangedAsync()
    {
        if (await shell.RunAsync(build.Course, "git", "status", "--porcelain") is { Length: > 0 } changed)
        {
            throw new TryFailed(changed + await shell.RunAsync(build.Course, "git", "diff", "--stat"));
        }
    }
}
