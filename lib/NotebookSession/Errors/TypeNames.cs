using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NotebookSession.Errors;

/// <summary>Names without the class that the compiler puts around each cell.</summary>
internal static partial class TypeNames
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>A type as the student would write it: namespace and name.</summary>
    public static string Of(Type type) => Clean(type.FullName ?? type.Name).Replace('+', '.');

    /// <summary>A type as C# writes it, without its namespaces: <c>Dictionary&lt;string, int[]&gt;</c>.</summary>
    public static string Short(Type type) => type switch
    {
        { IsArray: true } => $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]",
        _ when Nullable.GetUnderlyingType(type) is { } value => $"{Short(value)}?",
        { IsGenericType: true, FullName: { } name } when name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) =>
            $"({string.Join(", ", type.GetGenericArguments().Select(Short))})",
        { IsGenericType: true } when !IsAnonymous(type) && type.Name.Split('`') is [var name, ..] =>
            $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>",
        _ when IsAnonymous(type) => "anonymous",
        _ => _keywords.GetValueOrDefault(type, type.Name),
    };

    /// <summary>Whether the compiler made the type for <c>new { … }</c>.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    /// <summary>Whether C# writes its values as <c>Point { X = 1 }</c>: records, and what <see cref="IsAnonymous"/>.</summary>
    public static bool IsWrittenInOneLine(Type type) => IsAnonymous(type)
        || type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    /// <summary>Text in which "__Cell12+Point" has become "Point".</summary>
    public static string Clean(string text) =>
        text.Contains(SourceName.ClassPrefix, StringComparison.Ordinal) || text.Contains(SourceName.FSharpPrefix, StringComparison.Ordinal) ? CellClass().Replace(text, "") : text;

    [GeneratedRegex("(?:" + SourceName.ClassPrefix + "|" + SourceName.FSharpPrefix + @")\d+(\+|\.|&#x2B;)")]
    private static partial Regex CellClass();
}
