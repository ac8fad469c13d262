using System.CommandLine;
using Course.Page.Hosting;

namespace Course.Verbs;

/// <summary><c>open [NOTEBOOK] [--port N] [--no-browser]</c>.</summary>
internal static class Open
{
    public static Command Command()
    {
        var notebook = new Argument<string?>("NOTEBOOK")
        {
            Description = "The notebook to begin with, or the folder of another course. Default: the first lesson.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var port = new Option<int?>("--port") { Description = "The port to serve on. Default: a free one.", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number is > 0 and < 65_536))
            {
                result.AddError($"--port {token.Value}: expected a number from 1 to 65535");
            }
        });
        var quiet = new Option<bool>("--no-browser") { Description = "Print the address, and open no browser." };

        var command = new Command("open", "Opens the course in the browser: read, edit and run its lessons there, until Ctrl+C.")
        {
            notebook, port, quiet,
        };
        command.SetAction((arguments, stop) => PageServer.RunAsync(
            new PageOptions(arguments.GetValue(notebook), arguments.GetValue(port), !arguments.GetValue(quiet)), stop));
        return command;
    }
}
