using System.Text.RegularExpressions;
using NotebookKernel.Execution.Compiling;

namespace NotebookKernel.Execution.Running;

/// <summary>Names without the class that the compiler puts around each cell.</summary>
internal static partial class TypeNames
{
    /// <summary>A type as the student would write it: namespace and name.</summary>
    public static string Of(Type type) => Clean(type.FullName ?? type.Name).Replace('+', '.');

    /// <summary>A type without its namespaces: <c>Dictionary&lt;String, Int32&gt;</c>.</summary>
    public static string Short(Type type) => type switch
    {
        { IsArray: true } => $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]",
        { IsGenericType: true } when type.Name.Split('`') is [var name, ..] =>
            $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>",
        _ => type.Name,
    };

    /// <summary>Text in which "__Cell12+Point" has become "Point".</summary>
    public static string Clean(string text) =>
        text.Contains(SourceName.ClassPrefix, StringComparison.Ordinal) ? CellClass().Replace(text, "") : text;

    [GeneratedRegex(SourceName.ClassPrefix + @"\d+(\+|\.|&#x2B;)")]
    private static partial Regex CellClass();
}
