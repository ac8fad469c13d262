using System.CommandLine;

namespace Course.Verbs;

/// <summary><c>--timeout S</c>.</summary>
internal static class CellTimeout
{
    public static Option<double> Option()
    {
        var timeout = new Option<double>("--timeout")
        {
            Description = "Seconds that one cell may run.",
            HelpName = "S",
            DefaultValueFactory = _ => 120,
        };
        timeout.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(double.TryParse(token.Value, out var s) && s is > 0 and < 1e6))
            {
                result.AddError($"--timeout {token.Value}: expected a number of seconds above 0");
            }
        });
        return timeout;
    }
}
