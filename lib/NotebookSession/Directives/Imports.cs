using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary><c>#load</c> and <c>#!import</c>: runs a file's code in this session, before the rest of the cell.</summary>
/// <param name="options">The session's.</param>
/// <param name="run">Runs a text as part of the current cell.</param>
internal sealed class Imports(SessionOptions options, Func<string, Source, CellScope, Task> run)
{
    /// <summary>Runs a script, a notebook's code cells, or makes a source file's types available.</summary>
    public async Task RunAsync(Directive directive, Source importer, CellScope cell)
    {
        var path = Files.Find(directive, importer.Folder, options.WorkingDirectory);
        var name = Path.GetRelativePath(options.WorkingDirectory, path).Replace('\\', '/');
        if (importer.Loading.Contains(path))
        {
            throw DirectiveErrors.At(directive, $"{name} loads itself: {string.Join(" → ", importer.Loading.Append(path).Select(Path.GetFileName))}.");
        }

        var source = new Source(name, Path.GetDirectoryName(path)!, ShowsResult: false, [.. importer.Loading, path]);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".CSX" or ".CS":
                await run(Files.Read(directive, path), source, cell).ConfigureAwait(false);
                break;
            case ".IPYNB" or ".DIB":
                await RunNotebookAsync(directive, path, source, cell).ConfigureAwait(false);
                break;
            default:
                throw DirectiveErrors.At(directive, $"{name} is neither a notebook (.ipynb, .dib), a script (.csx) nor a C# file (.cs).");
        }
    }

    private async Task RunNotebookAsync(Directive directive, string path, Source source, CellScope cell)
    {
        if (options.ReadNotebook is not { } read)
        {
            throw DirectiveErrors.At(directive, "This session can't read notebooks.");
        }

        var number = 0;
        foreach (var code in read(path))
        {
            var name = $"{source.Name} {SourceName.Cell(++number)}";
            await run(code, source with { Name = name, ShowsResult = true }, cell).ConfigureAwait(false);
        }
    }
}
