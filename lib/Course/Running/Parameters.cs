using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotebookSession.Documents;

namespace Course.Running;

/// <summary>
/// Values for a notebook's variables, passed as papermill passes them: in a cell tagged <c>injected-parameters</c>, below
/// the one tagged <c>parameters</c> whose values they replace, or at the top.
/// </summary>
internal static class Parameters
{
    private const string Defaults = "parameters";
    private const string Injected = "injected-parameters";

    private static readonly CSharpParseOptions _script = new(kind: SourceCodeKind.Script);

    /// <summary>The name and the value of each <c>name=value</c>.</summary>
    /// <exception cref="UsageException">One has another form.</exception>
    public static IReadOnlyList<(string Name, string Value)> Read(IEnumerable<string> assignments) =>
        [.. assignments.Select(assignment => assignment.Split('=', 2) is [var name, var value] && SyntaxFacts.IsValidIdentifier(name)
            ? (name, value)
            : throw new UsageException($"--set {assignment}: expected name=value, such as steps=200"))];

    /// <summary>Gives the notebook a cell with the values, in place of one that an earlier run gave it.</summary>
    /// <exception cref="UsageException">A value does not suit its variable.</exception>
    public static void Inject(Notebook notebook, IReadOnlyList<(string Name, string Value)> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var cells = notebook.Cells.Where(cell => !cell.Tags.Contains(Injected)).ToList();
        var at = cells.FindIndex(cell => cell.Tags.Contains(Defaults));
        var declared = at < 0 ? [] : Declared(cells[at].Source);
        var source = string.Join('\n', values.Select(value => Statement(value.Name, value.Value, declared)));
        var hasIds = notebook.Json["nbformat_minor"]!.GetValue<int>() >= 5;
        var injected = new CodeCell($"// Parameters\n{source}", hasIds ? Injected : null);
        injected.Metadata["tags"] = new JsonArray(Injected);
        cells.Insert(at + 1, injected);
        notebook.SetCells(cells);
    }

    // A variable that is there keeps its type: it is given a value, and not declared anew.
    private static string Statement(string name, string value, Dictionary<string, bool> declared) =>
        !declared.TryGetValue(name, out var isText) ? $"var {name} = {(IsLiteral(value) ? value : Text(value))};"
            : isText ? $"{name} = {(IsText(value) ? value : Text(value))};"
            : IsExpression(value) ? $"{name} = {value};"
            : throw new UsageException($"--set {name}={value}: the value is no C# expression");

    // The variables of a cell, and whether each is a text.
    private static Dictionary<string, bool> Declared(string source) => CSharpSyntaxTree.ParseText(source, _script).GetRoot()
        .ChildNodes().OfType<FieldDeclarationSyntax>()
        .SelectMany(field => field.Declaration.Variables.Select(variable => (variable.Identifier.Text,
            IsText: field.Declaration.Type.ToString().TrimEnd('?') is "string" or "String"
                || variable.Initializer?.Value is InterpolatedStringExpressionSyntax || IsText($"{variable.Initializer?.Value}"))))
        .ToDictionary(variable => variable.Text, variable => variable.IsText);

    private static ExpressionSyntax? Parsed(string value) =>
        SyntaxFactory.ParseExpression(value) is var expression && !expression.ContainsDiagnostics && expression.FullSpan.Length == value.Length
            ? expression : null;

    private static bool IsExpression(string value) => Parsed(value) is { IsMissing: false };

    private static bool IsText(string value) => Parsed(value) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression };

    private static bool IsLiteral(string value) => Parsed(value) switch
    {
        LiteralExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax, RawKind: (int)SyntaxKind.UnaryMinusExpression } => true,
        _ => false,
    };

    private static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
