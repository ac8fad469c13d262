using NotebookSession.Compiling;
using NotebookSession.Directives;
using NotebookSession.Errors;
using NotebookSession.InCell;
using NotebookSession.Showing;

namespace NotebookSession.Running;

/// <summary>
/// Runs texts as parts of a cell.
/// <code>
///   text ─▶ CellParts (directives, languages) ─▶ ScriptCompiler ─▶ Stoppable ─▶ CellOutputs
/// </code>
/// </summary>
internal sealed class ScriptRunner
{
    private readonly SubmissionChain _chain = new();
    private readonly MemoryReserve _reserve = new();
    private readonly Libraries _libraries;
    private readonly DirectiveTable _directives;
    private readonly PassedOver _passedOver = new();

    public ScriptRunner(SessionOptions options)
    {
        _libraries = new Libraries(options.Assemblies);
        Compiler = new ScriptCompiler(_libraries, _chain);
        _directives = new DirectiveTable(options, RunAsync, _libraries, _chain);
    }

    /// <summary>Knows what the texts so far have declared.</summary>
    public ScriptCompiler Compiler { get; }

    /// <summary>A cell begins.</summary>
    public void Begin(CellScope cell)
    {
        _reserve.Hold();
        foreach (var line in _libraries.BuiltSince())
        {
            cell.Outputs.Write("stderr", line);
        }
    }

    /// <summary>Runs a text as part of the current cell.</summary>
    /// <exception cref="CellException">It failed; the error names place and cause.</exception>
    public async Task RunAsync(string code, Source source, CellScope cell)
    {
        cell.Sources[source.Name] = code;
        var parts = CellParts.Split(code);
        foreach (var directive in parts.SelectMany(part => part.Directives))
        {
            _directives.RequireKnown(directive);
        }

        foreach (var part in parts)
        {
            var isLast = ReferenceEquals(part, parts[^1]);
            await using var around = await _directives.ApplyAsync(part.Directives, source, cell).ConfigureAwait(false);
            if (part.Language == CellLanguage.Value)
            {
                _directives.Values.Keep(part);
            }
            else if (part.Language != CellLanguage.CSharp)
            {
                cell.Outputs.Show(new CellOutput.DisplayData(
                    CellLanguages.WhyNotRun(part.Language) is null ? Mime.Text(part.Language, part.Text) : _passedOver.Add(part)));
            }
            else if (!string.IsNullOrWhiteSpace(part.Text))
            {
                await RunCSharpAsync(part.Text, source, cell, isLast).ConfigureAwait(false);
            }
        }
    }

    private Submission Compile(string code, Source source, CellScope cell)
    {
        try
        {
            return Compiler.Compile(code, source.Name, cell.Abort);
        }
        catch (CellException e)
        {
            throw new CellException(_passedOver.Explain(e.Error));
        }
    }

    private async Task RunCSharpAsync(string code, Source source, CellScope cell, bool isLast)
    {
        var submission = Compile(code, source, cell);
        foreach (var warning in submission.Warnings)
        {
            cell.Outputs.Write("stderr", warning);
        }

        var instances = _chain.Add(submission);
        try
        {
            await Stoppable.RunAsync(RunAndShowAsync, cell).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not TimeoutException || !cell.Abort.IsCancellationRequested)
        {
            if (error is OutOfMemoryException)
            {
                _reserve.Release();
            }

            throw new CellException(RuntimeErrors.Report(error, cell.Name, cell.LineOf)) { IsCancellation = error is OperationCanceledException };
        }

        async Task RunAndShowAsync()
        {
            if (cell.Session.Context is { } lasting)
            {
                ExecutionContext.Restore(lasting);
                cell.Enter();
            }

            try
            {
                var value = await submission.Entry(instances);
                if (source.ShowsResult && value is not DisplayedValue && (value is not null || submission.HasValue()))
                {
                    var bundle = Mime.Bundle(value, cell.Session.Options);
                    cell.Outputs.Show(isLast && source.Loading is [] ? new CellOutput.ExecuteResult(bundle) : new CellOutput.DisplayData(bundle));
                }
            }
            finally
            {
                await submission.EndAsync(instances);
            }
        }
    }
}
