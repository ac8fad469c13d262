using NotebookKernel.Execution.Compiling;
using NotebookKernel.Execution.Showing;

namespace NotebookKernel.Execution.Directives;

/// <summary><c>#r</c>: makes a library available to the cells from here on.</summary>
internal sealed class References(SessionOptions options, Libraries libraries)
{
    /// <summary>A file, or the name of one of .NET's own assemblies.</summary>
    public Task AddAsync(Directive directive, Source source, CellScope cell)
    {
        if (HostAssemblies.References.ContainsKey(Path.GetFileNameWithoutExtension(directive.Argument)))
        {
            return Task.CompletedTask;
        }

        libraries.AddFile(Files.Find(directive, source.Folder, options.WorkingDirectory));
        return Task.CompletedTask;
    }
}
