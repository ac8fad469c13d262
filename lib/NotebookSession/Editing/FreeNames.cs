using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Editing;

/// <summary>A use of a name that the text doesn't declare.</summary>
internal sealed record NameUse(string Name, bool IsRead, bool IsWritten);

/// <summary>The names of a text that mean something outside it, and what is done with them.</summary>
internal static class FreeNames
{
    public static IEnumerable<NameUse> Of(SemanticModel model) =>
        from name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where !name.Identifier.IsMissing && !IsLabel(name) && name is not IdentifierNameSyntax { IsVar: true }
        select IsMember(name) ? new NameUse("." + name.Identifier.ValueText, IsRead: true, IsWritten: false)
            : IsFree(name, model) ? Use(name)
            : null into use
        where use is not null
        select use;

    // Argument names, members in initializers and patterns, attributes' properties.
    private static bool IsLabel(SimpleNameSyntax name) => name.Parent switch
    {
        NameColonSyntax or NameEqualsSyntax or GotoStatementSyntax => true,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set => set.Left == name,
        _ => false,
    };

    private static bool IsMember(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        MemberBindingExpressionSyntax => true,
        QualifiedNameSyntax qualified => qualified.Right == name,
        AliasQualifiedNameSyntax qualified => qualified.Name == name,
        _ => false,
    };

    private static bool IsFree(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return name.Identifier.ValueText != "_"
            && model.GetAliasInfo(name) is null
            && (symbol is null or { Kind: SymbolKind.ErrorType } || symbol.DeclaringSyntaxReferences.IsEmpty);
    }

    private static NameUse Use(SimpleNameSyntax name)
    {
        var (isRead, isWritten) = Access(name);

        // A function that assigns does so when it is called, not when its cell runs.
        var later = name.Ancestors().Any(node => node is BaseMethodDeclarationSyntax or TypeDeclarationSyntax or LocalFunctionStatementSyntax);
        return new NameUse(name.Identifier.ValueText, isRead || later, isWritten && !later);
    }

    private static (bool IsRead, bool IsWritten) Access(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax around => Access(around),
        AssignmentExpressionSyntax set when set.Left == expression => (!set.IsKind(SyntaxKind.SimpleAssignmentExpression), true),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
            or RefExpressionSyntax => (true, true),
        ArgumentSyntax { RefOrOutKeyword.RawKind: (int)SyntaxKind.RefKeyword } => (true, true),
        ArgumentSyntax { RefOrOutKeyword.RawKind: (int)SyntaxKind.OutKeyword } => (false, true),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } when IsAssigned(tuple) => (false, true),
        _ => (true, false),
    };

    // (a, (b, c)) = …, and foreach ((a, b) in …).
    private static bool IsAssigned(TupleExpressionSyntax tuple) => tuple.Parent switch
    {
        AssignmentExpressionSyntax set => set.Left == tuple,
        ForEachVariableStatementSyntax loop => loop.Variable == tuple,
        ArgumentSyntax { Parent: TupleExpressionSyntax outer } => IsAssigned(outer),
        _ => false,
    };
}
