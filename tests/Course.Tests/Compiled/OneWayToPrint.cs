using System.Text.RegularExpressions;

namespace Course.Tests.Compiled;

public sealed partial class OneWayToPrint
{
    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["Course.Terminal"] = "the one way",
        ["NotebookSession.Showing.CellConsole"] = "what cells write, on its way to their outputs",
    };

    [Fact]
    public void Nothing_prints_past_Terminal_but_for_the_reasons_named_here() => Assert.Equal(
        _reasons.Keys.Order(StringComparer.Ordinal),
        CompiledCalls.All().Where(call => Prints().IsMatch(call.Called)).Select(call => call.Caller).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^System\.Console\.(Write|get_Out$|get_Error$|OpenStandard(Output|Error)$)|ConsoleLoggerExtensions|\.Debugger\.Log$|\.ConsoleTraceListener\.")]
    private static partial Regex Prints();
}
