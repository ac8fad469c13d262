using System.CommandLine;
using System.Text;
using Course;
using Course.Verbs;
using NotebookSession.Documents;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false); // → and ² are beyond most code pages of Windows

if (args is [ServeSession.Name or RunKernel.Name, ..])
{
    Cultures.Enable();
}

if (args is [ServeSession.Name, var folder])
{
    await ServeSession.RunAsync(folder);
    return ExitStatus.Fine;
}

var command = new RootCommand("C# notebooks, and courses made of them: live in the browser, run, or as a book.")
{
    Open.Command(),
    Run.Command(),
    BuildBook.Command(),
    BuildSite.Command(),
    Install.Command(),
    RunKernel.Command(),
    Doctor.Command(),
    AuthorNotebooks.Command(),
    ConvertNotebooks.Command(),
    MakeData.Command(),
};
var arguments = command.Parse(args);
if (arguments.Errors is [var wrong, ..])
{
    var message = arguments.UnmatchedTokens is [var unknown, ..] ? $"'{unknown}' is not known here" : wrong.Message;
    Terminal.Error.Line($"error: {message}");
    Terminal.Error.Line("Add --help to see what is.");
    return ExitStatus.WrongUsage;
}

try
{
    return await arguments.InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(15), // longer than a cell may take to stop
    });
}
catch (Exception e) when (e is UsageException or NotebookFormatException or IOException or UnauthorizedAccessException)
{
    Terminal.Error.Line($"error: {e.Message}");
    return ExitStatus.WrongUsage;
}
