using System.CommandLine;
using Course.Running;

namespace Course.Verbs;

/// <summary><c>convert FILE… [--out DIR]</c>: .dib ⇄ .ipynb.</summary>
internal static class ConvertNotebooks
{
    public static Command Command()
    {
        var paths = new Argument<string[]>("FILE") { Description = "Notebooks.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string?>("--out") { Description = "Write them to this folder. Default: beside each file.", HelpName = "DIR" };
        var command = new Command("convert", "Makes .ipynb of .dib, .NET Interactive's own format, and .dib of .ipynb, which loses the outputs. Overwrites nothing.")
        {
            paths, folder,
        };
        command.SetAction(arguments =>
        {
            var all = NotebookPaths.Find(arguments.GetValue(paths)!).Select(path => (From: path, To: Target(path, arguments.GetValue(folder)))).ToList();
            if (all.Find(pair => File.Exists(pair.To)) is { To: { } there })
            {
                throw new UsageException($"{there} is there already: move it away, or name another folder with --out");
            }

            foreach (var (from, to) in all)
            {
                var notebook = NotebookSession.Documents.Notebook.Read(NotebookPaths.Name(from));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                notebook.Write(to);
                Terminal.Out.Line(NotebookPaths.Name(to));
            }
        });
        return command;
    }

    private static string Target(string path, string? folder) => Path.GetFullPath(Path.Combine(
        folder ?? Path.GetDirectoryName(path)!,
        Path.GetFileNameWithoutExtension(path) + (Path.GetExtension(path) == ".ipynb" ? ".dib" : ".ipynb")));
}
