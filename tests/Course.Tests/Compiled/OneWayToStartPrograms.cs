using System.Text.RegularExpressions;

namespace Course.Tests.Compiled;

public sealed partial class OneWayToStartPrograms
{
    [Fact]
    public void Nothing_starts_a_program_but_Programs() =>
        Assert.Equal(["NotebookKernel.Running.Programs"], CompiledCalls.All().Where(call => Starts().IsMatch(call.Called)).Select(call => call.Caller).Distinct());

    [Fact]
    public void No_native_function_that_starts_programs_is_called() =>
        Assert.DoesNotContain(CompiledCalls.Native(), call => NativeStarts().IsMatch(call.Called));

    [Fact]
    public void Every_library_of_the_program_is_looked_at()
    {
        Assert.Superset(
            new HashSet<string> { "Course.dll", "NotebookKernel.dll", "NotebookPage.dll", "NotebookSession.dll", "SequenceModels.dll", "SequenceModels.Charts.dll", "Exercises.dll", "Lectures.Recurrent.dll" },
            CompiledCalls.Libraries.Select(Path.GetFileName).ToHashSet()!);
        Assert.NotEmpty(CompiledCalls.Native());
    }

    [GeneratedRegex(@"\.Process\.Start$|\.set_UseShellExecute$|\.Interaction\.Shell$")]
    private static partial Regex Starts();

    [GeneratedRegex("exec|spawn|system$|fork|CreateProcess|WinExec", RegexOptions.IgnoreCase)]
    private static partial Regex NativeStarts();
}
