using NotebookKernel.Serving;
using NotebookKernel.Tests.Serving;

namespace Benchmarks.Kernels;

/// <summary>What a kernel must withstand: hostile messages, front ends that come and go, a day's cells, a class.</summary>
internal static class KernelSoak
{
    private const int _seed = 5;

    /// <summary>Runs a part, or all of them.</summary>
    /// <param name="name">hostile, reconnects, class or day; null: all.</param>
    /// <param name="share">Of the messages, front ends and cells; 1 is all.</param>
    public static async Task RunAsync(string? name, double share)
    {
        if (name is null or "hostile")
        {
            Hostile((int)(10_000 * share));
        }

        if (name is null or "reconnects")
        {
            Reconnect((int)(1_000 * share));
        }

        if (name is null or "class")
        {
            await ClassAsync(students: 12);
        }

        if (name is null or "day")
        {
            ClassDay((int)(20_000 * share));
        }
    }

    /// <summary>Batches of hostile messages, with valid requests in between that must be answered.</summary>
    private static void Hostile(int messages)
    {
        using var kernel = new KernelProcess();
        using var hostile = new FrontEnd(kernel.FrontEnd.File);
        kernel.Run("1");
        List<double> resident = [];
        foreach (var batch in HostileMessages.From(_seed, kernel.FrontEnd.File.Key).Take(messages).Chunk(100))
        {
            Array.ForEach(batch, message => hostile.SendFrames(message.To, message.Frames));
            foreach (var to in new[] { SocketName.Shell, SocketName.Control })
            {
                var last = FrontEnd.Request("kernel_info_request");
                hostile.Send(to, last);
                hostile.PublishedFor(last); // all before it has been dealt with
            }

            Require(kernel.FrontEnd.Ask("kernel_info_request", to: SocketName.Control).Reply["status"]!.ToString() == "ok", "control answers");
            kernel.Run("1 + 1");
            resident.Add(kernel.Kept);
        }

        PrintMemory($"{messages} hostile messages, {kernel.ErrorLines} lines on the log", resident);
    }

    /// <summary>Front ends one after the other.</summary>
    private static void Reconnect(int times)
    {
        using var kernel = new KernelProcess();
        List<double> resident = [];
        for (var i = 0; i < times; i++)
        {
            using var other = new FrontEnd(kernel.FrontEnd.File);
            Require(other.Ask("kernel_info_request").Reply["status"]!.ToString() == "ok", "a front end that comes late is answered");
            resident.Add(kernel.Resident);
        }

        kernel.Run("1 + 1");
        PrintMemory($"{times} reconnects", resident);
    }

    /// <summary>A session of cells as students run them, again and again: values, variables, functions, text, errors.</summary>
    private static void ClassDay(int cells)
    {
        using var kernel = new KernelProcess();
        List<double> times = [], resident = [];
        for (var i = 0; i < cells; i++)
        {
            times.Add(kernel.Run((i % 8) switch
            {
                0 => $"var x = {i};",
                1 => $"int F{i % 5}(int n) => n + x + {i};",
                2 => $"F{(i - 1) % 5}(1)",
                3 => $"for (var k = 0; k < 10; k++) Console.WriteLine(k + {i});",
                4 => $"class Point {{ public int X => {i}; }}\nvar point = new Point();",
                5 => "point.X + x",
                6 => $"var list{i % 20} = Enumerable.Range(0, 100).Select(n => n * {i}).ToList(); list{i % 20}.Sum()",
                _ => $"display({i});",
            }));
            if (i % 100 == 99)
            {
                resident.Add(kernel.Kept);
            }
        }

        Distribution.Print("the first 100 cells", "ms", times.Take(100));
        Distribution.Print("the last 100 cells", "ms", times.TakeLast(100));
        PrintMemory($"{cells} cells", resident);
    }

    /// <summary>Kernels at once that all run a lesson; each must show what is committed.</summary>
    private static async Task ClassAsync(int students)
    {
        var lesson = Lesson.Read("02-rnn-step-by-step.ipynb");
        var wrong = await Task.WhenAll(Enumerable.Range(0, students).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var kernel = new KernelProcess();
                return lesson.DifferencesIn(kernel.FrontEnd);
            },
            TaskCreationOptions.LongRunning)));
        Console.WriteLine($"{students} kernels at once, {lesson.Cells} cells each: {wrong.Sum()} outputs differ from the lesson's");
        Require(wrong.Sum() == 0, "all outputs are the lesson's");
    }

    private static void PrintMemory(string what, List<double> resident)
    {
        var warm = resident[resident.Count / 5];
        Distribution.Print(what, "MB", resident);
        Console.WriteLine(FormattableString.Invariant($"  after a fifth of it {warm:0} MB, at the end {resident[^1]:0} MB: {100 * (resident[^1] / warm - 1):+0;-0} %"));
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Broken: {what}.");
        }
    }
}
