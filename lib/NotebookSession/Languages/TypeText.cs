using System.Globalization;
using System.Runtime.Loader;
using NotebookSession.Compiling;

namespace NotebookSession.Languages;

/// <summary>The full name of a type, as code of another language than the one that made the value can write it.</summary>
internal static class TypeText
{
    /// <summary>Whether every language can name it: it is public, and not declared in a cell.</summary>
    public static bool CanName(Type type) => type.HasElementType
        ? type.IsArray && type.GetElementType() is { } item && (!item.IsArray || item.GetArrayRank() == type.GetArrayRank()) && CanName(item)
        : type.IsVisible && !type.IsByRefLike && IsOfLibrary(type) && type.GetGenericArguments().All(CanName);

    /// <summary>As C# writes it.</summary>
    public static string InCSharp(Type type) => Of(type, "global::");

    /// <summary>As F# writes it.</summary>
    public static string InFSharp(Type type) => Of(type, "global.");

    private static bool IsOfLibrary(Type type) =>
        AssemblyLoadContext.GetLoadContext(type.Assembly) is var context && (context == AssemblyLoadContext.Default || context is LibraryContext);

    private static string Of(Type type, string root)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, root)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        var arguments = new Queue<string>(type.GetGenericArguments().Select(argument => Of(argument, root)));
        return root + string.Join('.', type.FullName!.Split('[')[0].Split('+').Select(name => WithArguments(name, arguments)));
    }

    // Dictionary`2 takes the next two.
    private static string WithArguments(string name, Queue<string> arguments) => name.Split('`') is [var plain, var count]
        ? $"{plain}<{string.Join(", ", Enumerable.Range(0, int.Parse(count, CultureInfo.InvariantCulture)).Select(_ => arguments.Dequeue()))}>"
        : name;
}
