using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>A program's Main method in a cell: nobody calls it by itself, and a cell that does nothing should say why.</summary>
internal static class MainMethods
{
    /// <summary>A line for each in a cell that has no statement of its own.</summary>
    public static IEnumerable<string> NotCalled(CompilationUnitSyntax root) => root.Members.OfType<GlobalStatementSyntax>().Any()
        ? []
        : LibraryCode.Types(root).OfType<TypeDeclarationSyntax>()
            .SelectMany(type => type.Members.OfType<MethodDeclarationSyntax>().Select(method => (Type: type, Method: method)))
            .Where(found => found.Method.Identifier.ValueText == "Main" && found.Method.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.StaticKeyword)))
            .Select(found => $"line {found.Method.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: a notebook doesn't call Main by itself. "
                + $"{(IsPublic(found.Method) ? "Call it" : "Write public before it, and call it")}: {Call(found.Type, found.Method)}\n");

    private static bool IsPublic(MethodDeclarationSyntax method) => method.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword));

    private static string Call(TypeDeclarationSyntax type, MethodDeclarationSyntax method) =>
        $"{(method.ReturnType.ToString().Contains("Task", StringComparison.Ordinal) ? "await " : "")}{LibraryCode.NameOf(type)}.Main("
        + $"{(method.ParameterList.Parameters.Count > 0 ? "[]" : "")});";
}
