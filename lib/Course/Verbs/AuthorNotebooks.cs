using System.CommandLine;
using Course.Authoring;

namespace Course.Verbs;

/// <summary><c>author [FOLDER]</c>.</summary>
internal static class AuthorNotebooks
{
    public static Command Command()
    {
        var folder = new Argument<string>("FOLDER")
        {
            Description = "The notebooks' folder.",
            DefaultValueFactory = _ => "notebooks",
        };
        var command = new Command("author", "Makes the lessons and their solutions from FOLDER/source/NN-title.md. Cells that "
            + "have not changed keep their outputs; run makes the others'.\n\nExit status: 0 fine, 1 a source is faulty.")
        {
            folder,
        };
        command.SetAction(arguments => Write(arguments.GetValue(folder)!));
        return command;
    }

    private static void Write(string folder)
    {
        try
        {
            foreach (var (path, notebook) in Author.Make(folder))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                notebook.Write(path);
                Terminal.Out.Line(Path.GetRelativePath(Directory.GetCurrentDirectory(), path));
            }
        }
        catch (LessonSourceException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
