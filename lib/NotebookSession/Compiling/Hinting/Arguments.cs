using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling.Hinting;

/// <summary>What a method or a constructor takes, where it was called with something else.</summary>
internal static class Arguments
{
    private const int MostOverloads = 3;

    private static readonly SymbolDisplayFormat _signature = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut);

    /// <summary>The hint, or null: there are too many ways to call it.</summary>
    public static string? Hint(Diagnostic error, SemanticModel model)
    {
        var node = error.Location.SourceTree!.GetRoot()
            .FindNode(error.Location.SourceSpan, getInnermostNodeForTie: error.Id != "CS1503"); // that one is at the argument
        var called = node.AncestorsAndSelf().Select(call => Called(call, model)).FirstOrDefault(methods => methods is not null);
        if (called is not { Count: > 0 and <= MostOverloads })
        {
            return null;
        }

        var takes = string.Join(" or ", called.Select(method => method.ToMinimalDisplayString(model, node.SpanStart, _signature)));
        return $"It takes {takes}.{(called is [var only] ? Fitting(error, only, model) : null)}";
    }

    private static List<IMethodSymbol>? Called(SyntaxNode node, SemanticModel model) => node switch
    {
        InvocationExpressionSyntax call => [.. model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>()],
        BaseObjectCreationExpressionSyntax call when model.GetTypeInfo(call).Type is INamedTypeSymbol type =>
            [.. type.InstanceConstructors.Where(constructor => model.IsAccessible(node.SpanStart, constructor))],
        _ => null,
    };

    // The one variable that can be the missing argument. A number or a text could be any: that would be a guess.
    private static string? Fitting(Diagnostic error, IMethodSymbol method, SemanticModel model)
    {
        var missing = error.Id != "CS7036" ? null
            : method.Parameters.FirstOrDefault(parameter => error.GetMessage(CultureInfo.InvariantCulture).Contains($"'{parameter.Name}'", StringComparison.Ordinal));
        var fitting = missing is null or { Type.SpecialType: not SpecialType.None } ? []
            : model.LookupSymbols(error.Location.SourceSpan.Start)
                .Where(symbol => SymbolEqualityComparer.Default.Equals(missing.Type, (symbol as IFieldSymbol)?.Type ?? (symbol as ILocalSymbol)?.Type))
                .Take(2).ToList();
        return fitting is [var variable] ? $" Your variable {variable.Name} fits." : null;
    }
}
