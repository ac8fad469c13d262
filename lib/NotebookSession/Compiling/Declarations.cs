using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>Something that a submission declares: what hides it later is a declaration with the same name and signature.</summary>
/// <param name="Name">As used in code; for a using directive, its text.</param>
/// <param name="Signature">The parameter types of a method, as written; null for anything else, which hides all of its name.</param>
internal sealed record Declaration(string Name, string? Signature);

/// <summary>What a submission declares and what it mentions, by its syntax alone.</summary>
internal static class Declarations
{
    // The compiler calls these without their names being written.
    private static readonly string[] _mentionedByAll =
        ["Add", "GetEnumerator", "GetAsyncEnumerator", "Deconstruct", "GetAwaiter", "Dispose", "DisposeAsync", "GetPinnableReference"];

    /// <summary>The declarations that later submissions see.</summary>
    public static IReadOnlyList<Declaration> Of(CompilationUnitSyntax root) =>
    [
        .. root.Usings.Select(directive => new Declaration(directive.ToString(), null)),
        .. root.Members.SelectMany(Of),
        .. root.Members.SelectMany(member => member.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
            .Select(variable => new Declaration(variable.Identifier.ValueText, null)),
    ];

    /// <summary>Every name that the submission may refer to.</summary>
    public static HashSet<string> Mentions(CompilationUnitSyntax root) =>
    [
        .. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText),
        .. _mentionedByAll,
    ];

    private static IEnumerable<Declaration> Of(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax fields =>
            fields.Declaration.Variables.Select(variable => new Declaration(variable.Identifier.ValueText, null)),
        MethodDeclarationSyntax method => [new Declaration(method.Identifier.ValueText,
            $"{method.Arity}({string.Join(",", method.ParameterList.Parameters.Select(parameter => parameter.Modifiers + " " + parameter.Type))})")],
        PropertyDeclarationSyntax property => [new Declaration(property.Identifier.ValueText, null)],
        EventDeclarationSyntax @event => [new Declaration(@event.Identifier.ValueText, null)],
        BaseTypeDeclarationSyntax type => [new Declaration(type.Identifier.ValueText, null)],
        DelegateDeclarationSyntax type => [new Declaration(type.Identifier.ValueText, null)],
        _ => [],
    };
}
