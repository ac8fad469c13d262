using System.Globalization;
using System.Text.Json.Nodes;

namespace NotebookSession.Documents;

/// <summary>A cell of code, with the outputs of its last run.</summary>
public sealed class CodeCell : NotebookCell
{
    internal CodeCell(JsonObject json)
        : base(json)
    {
    }

    /// <summary>A new cell, not run yet.</summary>
    public CodeCell(string source, string? id = null, IEnumerable<string>? tags = null)
        : base(New("code", source, id, tags))
    {
    }

    /// <summary>The number in the brackets beside the cell; null if it has not run.</summary>
    public int? ExecutionCount
    {
        get => Json["execution_count"] is JsonValue count && count.TryGetValue<int>(out var n) ? n : null;
        set
        {
            if (value != ExecutionCount)
            {
                Json["execution_count"] = value;
            }
        }
    }

    /// <summary>The language that the cell itself names, as .NET Interactive and VS Code write it ("fsharp"); null if it names none.</summary>
    public string? Language => Named("polyglot_notebook", "kernelName") ?? Named("dotnet_interactive", "language") ?? Named("vscode", "languageId");

    /// <summary>What a session is given to run: the text, and before it the directive of the cell's language where that is not C#.</summary>
    public string Code => CodeOf(Language, Source);

    /// <summary>The outputs, as nbformat has them; <see cref="OutputJson"/> reads and writes them.</summary>
    public JsonArray Outputs => Json["outputs"]!.AsArray();

    /// <summary>Whether there is anything to run: white space alone is not run, and gets no number.</summary>
    public bool IsRunnable => CanRun(Source, Tags);

    /// <summary>Whether an exception is part of the lesson: the notebook goes on after it.</summary>
    public bool MayRaiseException => MayRaise(Tags);

    /// <summary><see cref="IsRunnable"/>, of a cell with that text and those tags.</summary>
    public static bool CanRun(string source, IEnumerable<string> tags) => !string.IsNullOrWhiteSpace(source) && !tags.Contains("skip-execution");

    /// <summary><see cref="MayRaiseException"/>, of a cell with those tags.</summary>
    public static bool MayRaise(IEnumerable<string> tags) => tags.Contains("raises-exception");

    /// <summary>Whether what a cell with those tags shows answers a prediction: until it runs, a reader is not to see it unasked.</summary>
    public static bool Answers(IEnumerable<string> tags) => tags.Contains("answer");

    /// <summary>The time that a cell with those tags takes on two cores, as its author says by "takes-8s"; null if nothing is said.</summary>
    public static TimeSpan? Takes(IEnumerable<string> tags) => tags
        .Where(tag => tag.StartsWith("takes-", StringComparison.Ordinal) && tag.EndsWith('s'))
        .Select(tag => int.TryParse(tag["takes-".Length..^1], CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null)
        .FirstOrDefault();

    /// <summary>What a session is given to run of a text in that language.</summary>
    public static string CodeOf(string? language, string source) =>
        CellLanguages.Named(language) is null or CellLanguage.CSharp || CellLanguages.SwitchedTo(source.TrimStart().Split('\n', 2)[0]) is not null
            ? source : $"#!{language}{CellLanguages.SameLine}{source}";

    /// <summary>Replaces the outputs.</summary>
    public void SetOutputs(ShownOutputs outputs) => Json["outputs"] = outputs.ForFile();

    private string? Named(string program, string field) =>
        (Metadata[program] as JsonObject)?[field] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;

    /// <summary>Forgets the last run.</summary>
    public void ClearOutputs()
    {
        Outputs.Clear();
        ExecutionCount = null;
    }
}
