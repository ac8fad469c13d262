using NotebookSession.Compiling;
using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary><c>#load</c> and <c>#!import</c>: runs a file's code in this session, before the rest of the cell.</summary>
/// <param name="options">The session's.</param>
/// <param name="run">Runs a text as part of the current cell.</param>
/// <param name="libraries">Takes the types of source files.</param>
/// <param name="compiler">Compiles them.</param>
internal sealed class Imports(SessionOptions options, Func<string, Source, CellScope, Task> run, Libraries libraries, ScriptCompiler compiler)
{
    private readonly Dictionary<string, string> _compiled = [];

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
            case ".CSX":
                await run(Files.Read(directive, path), source, cell).ConfigureAwait(false);
                break;
            case ".CS" when ScriptCompiler.NeedsAssembly(Files.Read(directive, path)):
                AddLibrary(directive, path, name, cell);
                break;
            case ".CS":
                await run(Files.Read(directive, path), source, cell).ConfigureAwait(false);
                break;
            case ".IPYNB" or ".DIB":
                await RunNotebookAsync(directive, path, source, cell).ConfigureAwait(false);
                break;
            default:
                throw DirectiveErrors.At(directive, $"{name} is neither a notebook (.ipynb, .dib), a script (.csx) nor a C# file (.cs).");
        }
    }

    // What is in a namespace can't be redeclared: cells refer to it by its full name.
    private void AddLibrary(Directive directive, string path, string name, CellScope cell)
    {
        var code = Files.Read(directive, path);
        if (_compiled.TryGetValue(path, out var before))
        {
            if (before != code)
            {
                throw DirectiveErrors.At(directive, $"{name} has changed since it was imported. Restart the kernel to use it as it is now.");
            }

            return;
        }

        libraries.AddCompiled(path, compiler.CompileLibrary(code, name, cell.Abort));
        _compiled[path] = code;
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
