using System.CommandLine;
using Course.Doctoring;

namespace Course.Verbs;

/// <summary><c>doctor</c>.</summary>
internal static class Doctor
{
    public static Command Command()
    {
        var command = new Command("doctor", "Says what this machine has and lacks for the course, and what to do about it. "
            + "Exit status: 0 the course can be used, 4 something needs mending.");
        command.SetAction(async (_, _) => await LookAsync().ConfigureAwait(false));
        return command;
    }

    private static async Task<int> LookAsync()
    {
        var course = CourseFolder.Find() ?? throw new UsageException("the course's folder is not above this program: start doctor with dotnet run, as the README says");
        var wrong = 0;
        await foreach (var finding in Checkup.LookAsync(course, CourseFolder.Place()).ConfigureAwait(false))
        {
            wrong += finding.Condition == Condition.Wrong ? 1 : 0;
            Terminal.Out.Line($"{Mark(finding.Condition)}  {finding.Thing,-10}  {finding.Says}");
            if (finding.Mend is { } mend)
            {
                Terminal.Out.Line($"{"",-18}→ {mend}");
            }
        }

        Terminal.Out.Line(wrong == 0 ? "The course can be used here." : $"{wrong} to mend.");
        return wrong == 0 ? ExitStatus.Fine : ExitStatus.NeedsMending;
    }

    private static string Mark(Condition condition) => condition switch
    {
        Condition.Fine => "fine ",
        Condition.Optional => "maybe",
        _ => "WRONG",
    };
}
