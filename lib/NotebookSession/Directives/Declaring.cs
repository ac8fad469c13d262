using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Errors;
using NotebookSession.InCell;
using NotebookSession.Languages;
using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary>A variable on its way into another language.</summary>
/// <param name="Variable">What it holds.</param>
/// <param name="InCSharp">An expression for it in C#; null if it is from elsewhere.</param>
internal sealed record SharedVariable(Variable Variable, string? InCSharp = null);

/// <summary>Declares variables in the language of a part.</summary>
/// <param name="run">Runs a text as part of the current cell.</param>
/// <param name="guests">The languages besides C#.</param>
internal sealed class Declaring(Func<string, Source, CellScope, Task> run, GuestLanguages guests)
{
    private readonly StringBuilder _forScript = new();

    /// <summary>What was declared for the script that comes now.</summary>
    public string TakeForScript()
    {
        var constants = _forScript.ToString();
        _forScript.Clear();
        return constants;
    }

    /// <summary>Declares it in the language of the part. A variable of C# stays one in C#, also of a type without a name.</summary>
    public async Task DeclareAsync(Directive directive, string name, SharedVariable found, Source source, CellScope cell)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw DirectiveErrors.At(directive, $"{name} is no name for a variable in {CellLanguages.Shown(source.Language)}.");
        }

        if (source.Language == CellLanguage.CSharp && found.InCSharp == name)
        {
            return; // it is there
        }

        if (source.Language == CellLanguage.JavaScript)
        {
            _forScript.Append(CultureInfo.InvariantCulture, $"var {name} = {Json(directive, name, found.Variable).RootElement.GetRawText()};\n");
            return;
        }

        if (guests.Started(source.Language) is { } guest)
        {
            Declare(directive, name, Sendable(directive, name, found.Variable, guest), guest, cell);
            return;
        }

        await run($"var {name} = {found.InCSharp ?? Taken(Sendable(directive, name, found.Variable))};", source with { ShowsResult = false }, cell).ConfigureAwait(false);
    }

    private static void Declare(Directive directive, string name, Variable variable, ICellLanguage guest, CellScope cell)
    {
        try
        {
            guest.Declare(name, variable, cell);
        }
        catch (CellException failure)
        {
            throw DirectiveErrors.At(directive, $"{name} can't be shared: {failure.Message}");
        }
    }

    private static string Taken(Variable variable) =>
        $"global::{typeof(SharedValue).FullName}.Take<{TypeText.InCSharp(variable.Type)}>(\"{SharedValue.Give(variable.Value)}\")";

    // Of a type that only one language knows, its properties go over, as in .NET Interactive.
    private static Variable Sendable(Directive directive, string name, Variable variable, ICellLanguage? to = null) =>
        to is { KnowsAllTypes: true } || TypeText.CanName(variable.Type) ? variable : new Variable(Json(directive, name, variable), typeof(JsonDocument));

    private static JsonDocument Json(Directive directive, string name, Variable variable)
    {
        try
        {
            return JsonSerializer.SerializeToDocument(variable.Value);
        }
        catch (Exception error) when (error is NotSupportedException or JsonException or InvalidOperationException)
        {
            throw DirectiveErrors.At(directive, $"{name} is of a type that only its own language knows, and can't be copied: {TypeNames.Clean(error.Message)}");
        }
    }
}
