using System.Diagnostics;
using System.Runtime.InteropServices;
using NotebookSession.Compiling;
using NotebookSession.Languages;
using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary>The directives by name, and what each does before its part of the cell runs.</summary>
internal sealed class DirectiveTable
{
    private readonly Dictionary<string, Func<Directive, Source, CellScope, Task>> _handlers;

    public DirectiveTable(SessionOptions options, Func<string, Source, CellScope, Task> run, Libraries libraries, SubmissionChain chain, GuestLanguages guests)
    {
        var references = new References(options, libraries);
        var imports = new Imports(options, run);
        Values = new Sharing(options, run, chain, guests);
        _handlers = new()
        {
            ["#r"] = references.AddAsync,
            ["#i"] = references.AddSourceAsync,
            ["#load"] = imports.RunAsync,
            ["#!import"] = imports.RunAsync,
            ["#!time"] = (_, _, _) => Task.CompletedTask, // see ApplyAsync
            ["#!whos"] = Show(source => Whos.Table(Variables(source.Language))),
            ["#!who"] = Show(source => Plain(string.Join('\n', Variables(source.Language).Select(variable => variable.Name)))),
            ["#!about"] = Show(_ => Plain($"C# of {RuntimeInformation.FrameworkDescription}, by the kernel of this course.")),
            ["#!lsmagic"] = Show(_ => Plain(string.Join('\n', Known))),
            ["#!share"] = Values.ShareAsync,
            ["#!set"] = Values.SetAsync,
            ["#!connect"] = (directive, _, _) => throw DirectiveErrors.At(
                directive, "#!connect starts the kernel of another program, which is not run here."),
        };

        IEnumerable<(string Name, object? Value, Type Type)> Variables(CellLanguage language) => guests.Started(language)?.Variables ?? chain.Variables;
    }

    /// <summary>The named texts.</summary>
    public Sharing Values { get; }

    private IReadOnlyList<string> Known => [.. _handlers.Keys, .. CellParts.LanguageDirectives];

    /// <exception cref="CellException">There is no such directive.</exception>
    public void RequireKnown(Directive directive)
    {
        if (!_handlers.ContainsKey(directive.Name))
        {
            throw DirectiveErrors.Unknown(directive, Known);
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

    private static Func<Directive, Source, CellScope, Task> Show(Func<Source, MimeBundle> show) => (_, source, cell) =>
    {
        cell.Outputs.Show(new CellOutput.DisplayData(show(source)));
        return Task.CompletedTask;
    };

    private static MimeBundle Plain(string text) => new() { ["text/plain"] = text };

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
