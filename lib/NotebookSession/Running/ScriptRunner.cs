using NotebookSession.Compiling;
using NotebookSession.Directives;
using NotebookSession.InCell;
using NotebookSession.Languages;
using NotebookSession.Showing;

namespace NotebookSession.Running;

/// <summary>
/// Runs texts as parts of a cell.
/// <code>
///   text ─▶ CellParts (directives, languages) ─▶ ScriptCompiler ─▶ Stoppable ─▶ CellOutputs
/// </code>
/// </summary>
internal sealed class ScriptRunner : IDisposable
{
    private readonly SubmissionChain _chain = new();
    private readonly Execution _execution = new();
    private readonly Libraries _libraries;
    private readonly GuestLanguages _guests;
    private readonly DirectiveTable _directives;
    private readonly PassedOver _passedOver = new();

    public ScriptRunner(SessionOptions options)
    {
        _libraries = new Libraries(options.Assemblies);
        Compiler = new ScriptCompiler(_libraries, _chain);
        _guests = new GuestLanguages(options, _libraries);
        _directives = new DirectiveTable(options, RunAsync, _libraries, _chain, _guests);
    }

    /// <summary>Knows what the texts so far have declared.</summary>
    public ScriptCompiler Compiler { get; }

    /// <summary>A cell begins.</summary>
    public void Begin(CellScope cell)
    {
        _execution.Begin();
        foreach (var line in _libraries.BuiltSince())
        {
            cell.Outputs.Write("stderr", line);
        }
    }

    /// <summary>Runs a text as part of the current cell.</summary>
    /// <exception cref="CellException">It failed; the error names place and cause.</exception>
    public async Task RunAsync(string code, Source source, CellScope cell)
    {
        cell.Sources.TryAdd(source.Name, CellLanguages.OwnOf(code).Text);
        var parts = CellParts.Split(code);
        foreach (var directive in parts.SelectMany(part => part.Directives))
        {
            _directives.RequireKnown(directive);
        }

        foreach (var part in parts)
        {
            await RunAsync(part, source with { Language = part.Language }, cell, isLast: ReferenceEquals(part, parts[^1])).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _guests.Dispose();

    private async Task RunAsync(CellPart part, Source source, CellScope cell, bool isLast)
    {
        var guest = await _guests.StartAsync(part.Language, cell).ConfigureAwait(false);
        if (guest is null && CellLanguages.IsPassedOver(part.Language))
        {
            cell.Outputs.Show(new CellOutput.DisplayData(_passedOver.Add(part, _guests.WhyNotRun(part.Language))));
            return;
        }

        await using var around = await _directives.ApplyAsync(part.Directives, source, cell).ConfigureAwait(false);
        if (part.Language == CellLanguage.Value)
        {
            _directives.Values.Keep(part, cell);
        }
        else if (CellLanguages.IsShown(part.Language))
        {
            cell.Outputs.Show(new CellOutput.DisplayData(Mime.Text(part.Language, _directives.Values.TakeForScript() + part.Text.Trim('\n'))));
        }
        else if (!string.IsNullOrWhiteSpace(part.Text))
        {
            await (guest is null ? RunCSharpAsync(part.Text, source, cell, isLast) : RunAsync(guest, part.Text, source, cell, isLast)).ConfigureAwait(false);
        }
    }

    private Task RunAsync(ICellLanguage guest, string text, Source source, CellScope cell, bool isLast) => _execution.RunAsync(
        () =>
        {
            if (guest.Run(text, source.Name, cell) is { } shown && source.ShowsResult)
            {
                Execution.Show(shown.Value, cell, isLast && source.Loading is []);
            }

            return Task.CompletedTask;
        },
        cell);

    // A cell that doesn't compile without what old notebooks take for granted is given it, and compiled again.
    private async Task<Submission> CompileAsync(string code, Source source, CellScope cell)
    {
        for (string? given = null; ;)
        {
            try
            {
                return Compiler.Compile(code, source.Name, cell.Abort);
            }
            catch (CellException e)
            {
                var line = OldCharts.LineFor(Compiler.Read(code));
                given = line != given && line is not null ? line : throw new CellException(_passedOver.Explain(e.Error));
            }

            await Waiting.TellAsync(RunAsync(given, source with { ShowsResult = false }, cell), OldCharts.Fetching, cell).ConfigureAwait(false);
        }
    }

    private async Task RunCSharpAsync(string code, Source source, CellScope cell, bool isLast)
    {
        var submission = await CompileAsync(code, source, cell).ConfigureAwait(false);
        foreach (var warning in submission.Warnings)
        {
            cell.Outputs.Write("stderr", warning);
        }

        var instances = _chain.Add(submission);
        await _execution.RunAsync(RunAndShowAsync, cell).ConfigureAwait(false);

        async Task RunAndShowAsync()
        {
            try
            {
                var value = await submission.Entry(instances);
                if (source.ShowsResult && value is not DisplayedValue && (value is not null || submission.HasValue()))
                {
                    Execution.Show(value, cell, isLast && source.Loading is []);
                }
            }
            finally
            {
                await submission.EndAsync(instances);
            }
        }
    }
}
