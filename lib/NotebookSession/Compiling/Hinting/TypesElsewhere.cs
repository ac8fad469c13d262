using Microsoft.CodeAnalysis;

namespace NotebookSession.Compiling.Hinting;

/// <summary>Types and extension methods that exist, but in a namespace that the cell doesn't use.</summary>
internal static class TypesElsewhere
{
    // What students look up by the class's name, and the package that it comes from.
    private static readonly Dictionary<string, (string Package, string Namespace)> _packages = new()
    {
        ["JsonConvert"] = ("Newtonsoft.Json", "Newtonsoft.Json"),
        ["JObject"] = ("Newtonsoft.Json", "Newtonsoft.Json.Linq"),
        ["DataFrame"] = ("Microsoft.Data.Analysis", "Microsoft.Data.Analysis"),
        ["XPlot"] = ("XPlot.Plotly", "XPlot.Plotly"),
        ["MLContext"] = ("Microsoft.ML", "Microsoft.ML"),
        ["DbContext"] = ("Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore"),
    };

    /// <summary>The hint for a type's name, or null.</summary>
    public static string? Hint(string name, int arity, Compilation compilation)
    {
        var namespaces = Namespaces(compilation.GlobalNamespace)
            .Where(space => space.GetTypeMembers(name).Any(type => IsUsable(type) && (arity < 0 || type.Arity == arity)))
            .Select(space => space.ToDisplayString())
            .ToList();
        return namespaces.Count > 0 ? UsingHint(namespaces)
            : _packages.TryGetValue(name, out var found)
                ? $"{name} comes from a package: write #r \"nuget: {found.Package}\" and using {found.Namespace}; in lines of their own."
            : null;
    }

    /// <summary>The hint for an extension method's name, or null.</summary>
    public static string? HintForExtension(string name, ITypeSymbol receiver, Compilation compilation)
    {
        var namespaces = Namespaces(compilation.GlobalNamespace)
            .Where(space => space.GetTypeMembers().Any(type => type.MightContainExtensionMethods && IsUsable(type)
                && type.GetMembers(name).OfType<IMethodSymbol>().Any(method => method.IsExtensionMethod && method.ReduceExtensionMethod(receiver) is not null)))
            .Select(space => space.ToDisplayString())
            .ToList();
        return namespaces.Count > 0 ? UsingHint(namespaces) : null;
    }

    private static string UsingHint(List<string> namespaces)
    {
        var shown = namespaces.OrderBy(name => !name.StartsWith("System", StringComparison.Ordinal)).ThenBy(name => name.Length).Take(3);
        return $"Add {string.Join(" or ", shown.Select(name => $"using {name};"))} in a line above.";
    }

    private static bool IsUsable(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public
        && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "ObsoleteAttribute" or "EditorBrowsableAttribute");

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol parent) =>
        parent.GetNamespaceMembers().SelectMany(space => Namespaces(space).Prepend(space));
}
