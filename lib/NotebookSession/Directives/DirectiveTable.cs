using System.Diagnostics;
using NotebookSession.Compiling;
using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary>The directives by name, and what each does before its part of the cell runs.</summary>
internal sealed class DirectiveTable
{
    private readonly Dictionary<string, Func<Directive, Source, CellScope, Task>> _handlers;

    public DirectiveTable(SessionOptions options, Func<string, Source, CellScope, Task> run, Libraries libraries, SubmissionChain chain, ScriptCompiler compiler)
    {
        var references = new References(options, libraries);
        var imports = new Imports(options, run, libraries, compiler);
        _handlers = new()
        {
            ["#r"] = references.AddAsync,
            ["#i"] = references.AddSourceAsync,
            ["#load"] = imports.RunAsync,
            ["#!import"] = imports.RunAsync,
            ["#!time"] = (_, _, _) => Task.CompletedTask, // see ApplyAsync
            ["#!whos"] = (_, _, cell) =>
            {
                cell.Outputs.Show(new CellOutput.DisplayData(Whos.Table(chain.Variables)));
                return Task.CompletedTask;
            },
        };
    }

    /// <exception cref="CellException">There is no such directive.</exception>
    public void RequireKnown(Directive directive)
    {
        if (!_handlers.ContainsKey(directive.Name))
        {
            throw DirectiveErrors.Unknown(directive, [.. _handlers.Keys, .. CellParts.LanguageDirectives]);
        }
    }

    /// <summary>Applies directives in order. Disposing the result ends those that span the code.</summary>
    /// <exception cref="CellException">One of them failed.</exception>
    public async Task<IAsyncDisposable> ApplyAsync(IReadOnlyList<Directive> directives, Source source, CellScope cell)
    {
        foreach (var directive in directives)
        {
            await _handlers[directive.Name](directive, source, cell).ConfigureAwait(false);
        }

        return new Timing(directives.Any(directive => directive.Name == "#!time") ? cell : null);
    }

    // #!time: wall-clock time of the part, shown when it has run.
    private sealed class Timing(CellScope? cell) : IAsyncDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public ValueTask DisposeAsync()
        {
            cell?.Outputs.Show(new CellOutput.DisplayData(new MimeBundle
            {
                ["text/plain"] = FormattableString.Invariant($"Wall time: {Stopwatch.GetElapsedTime(_start).TotalMilliseconds:F1} ms"),
            }));
            return ValueTask.CompletedTask;
        }
    }
}
