using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Errors;

namespace NotebookSession.Showing.Values;

/// <summary>What .NET says of a value in words of its own. Digits are the same under every culture.</summary>
internal static class ShortText
{
    /// <summary>The text, or null for a value that is known by what it holds: a collection, an object without a text.</summary>
    public static string? Of(object value) => value switch
    {
        string text => Visible(text),
        char.MinValue or >= '\u0001' and < ' ' => SymbolDisplay.FormatLiteral((char)value, quote: false),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Enum => value.ToString(),
        Exception error => RuntimeErrors.Headline(error),
        Delegate function => NameOf(function),
        Task task => StateOf(task),
        _ when AsyncItemOf(value) is { } item => $"IAsyncEnumerable<{TypeNames.Short(item)}>: read it with await foreach",
        ITuple => null,
        IEnumerable when IsOfDotNet(value.GetType()) && value is not System.Text.Json.Nodes.JsonNode => null,
        _ when SaysItself(value.GetType()) && Spoken(value) is { Length: > 0 } words => words,
        _ => null,
    };

    /// <summary>Whether the type has a text of its own, other than the one that the compiler gives to each record.</summary>
    public static bool SaysItself(Type type)
    {
        var says = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)!;
        return says.DeclaringType != typeof(object) && says.DeclaringType != typeof(ValueType)
            && !says.IsDefined(typeof(CompilerGeneratedAttribute)) && !TypeNames.IsAnonymous(type);
    }

    // Colors, tabs and line ends are the front end's; what no screen shows is written as C# does.
    private static string Visible(string text) => text.Any(IsUnseen)
        ? string.Concat(text.Select(letter => IsUnseen(letter) ? SymbolDisplay.FormatLiteral(letter, quote: false) : $"{letter}"))
        : text;

    private static bool IsUnseen(char letter) => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\e');

    private static string Spoken(object value)
    {
        try
        {
            return TypeNames.Clean((value is IFormattable number
                ? number.ToString(null, CultureInfo.InvariantCulture)
                : value.ToString()) ?? "");
        }
        catch (Exception error) when (error is not OperationCanceledException) // the student's own ToString may throw
        {
            return $"{TypeNames.Short(value.GetType())} (its ToString failed: {RuntimeErrors.Headline(error)})";
        }
    }

    private static Type? AsyncItemOf(object value) => Array.Find(value.GetType().GetInterfaces(),
        type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))?.GetGenericArguments()[0];

    // Their texts would be the names of their types.
    private static bool IsOfDotNet(Type type) => type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true;

    private static string NameOf(Delegate function)
    {
        var type = TypeNames.Short(function.GetType());
        return function.Method.Name.Contains('<', StringComparison.Ordinal) ? type : $"{type}: {function.Method.Name}";
    }

    private static string StateOf(Task task)
    {
        var result = task.GetType().GetProperty(nameof(Task<int>.Result));
        var isOfValue = result is not null && result.PropertyType.Name != "VoidTaskResult";
        var type = isOfValue ? $"Task<{TypeNames.Short(result!.PropertyType)}>" : "Task";
        return task switch
        {
            { IsFaulted: true } => $"{type}, failed: {RuntimeErrors.Headline(task.Exception!)}",
            { IsCanceled: true } => $"{type}, canceled",
            { IsCompleted: false } => $"{type}, still running: await it to get its result",
            _ when isOfValue => $"{type}, completed: {InlineText.Of(result!.GetValue(task))}",
            _ => $"{type}, completed",
        };
    }
}
