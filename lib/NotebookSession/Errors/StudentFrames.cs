using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace NotebookSession.Errors;

/// <summary>Of a stack trace: the frames in cells and loaded files, and the library calls that they made. Not the machinery.</summary>
internal static partial class StudentFrames
{
    private const int MostShown = 12;

    /// <summary>One line a frame; below the innermost of the student's, the source line.</summary>
    public static IEnumerable<string> Of(Exception exception, string source, Func<string, int, string?> lineOf)
    {
        var frames = Placed(exception).ToList();
        frames = frames[..(frames.FindLastIndex(frame => frame.Line > 0) + 1)];
        var excerpted = false;
        var lines = new List<string>();
        foreach (var (method, file, number) in frames.Where(frame => frame.Line > 0 || IsLibrary(frame.Method)))
        {
            var place = number == 0 ? "" : $"{(file == source ? "" : file + ", ")}line {number}";
            var line = $"   at {string.Join(", ", ((string[])[NameOf(method), place]).Where(text => text.Length > 0))}";
            if (lines.LastOrDefault() == line)
            {
                continue; // an async method has a frame where it was thrown, and one where it was awaited
            }

            lines.Add(line);
            if (!excerpted && place.Length > 0 && lineOf(file, number) is { } text)
            {
                excerpted = true;
                lines.Add($"      {text.Trim()}");
            }
        }

        return lines.Count <= MostShown
            ? lines
            : [.. lines[..(MostShown / 2)], $"   … {lines.Count - MostShown} more …", .. lines[^(MostShown / 2)..]];
    }

    // The student's frames with file and line, the others with line 0. What the code has noted is right, and what the runtime
    // reckons from optimized machine code only near; but what can't fail itself, notes nothing.
    private static IEnumerable<(MethodBase Method, string File, int Line)> Placed(Exception exception)
    {
        if (RuntimeErrors.Carried(exception) is { } inner)
        {
            foreach (var frame in Placed(inner))
            {
                yield return frame;
            }
        }

        var notes = LineNote.Of(exception).ToList();
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method)
            {
                continue;
            }

            if (AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is not CellContext cell)
            {
                var isFSharp = FSharpFrames.Has(method.Module.Assembly);
                yield return (method, isFSharp ? Path.GetFileName(frame.GetFileName() ?? "") : "", isFSharp ? frame.GetFileLineNumber() : 0);
                continue;
            }

            var noted = notes.FindIndex(note => note.IsOf(method));
            var (file, line) = noted >= 0 ? (notes[noted].Source, notes[noted].Line)
                : frame.GetFileName() is { } name ? (name, frame.GetFileLineNumber())
                : cell.Symbols?.PlaceOf(method.MetadataToken, frame.GetILOffset()) ?? ("", 0);
            yield return (method, file, line);
            notes.RemoveRange(0, noted + 1);
        }
    }

    private static bool IsLibrary(MethodBase method) =>
        method is { DeclaringType: { } type }
        && AssemblyLoadContext.GetLoadContext(type.Assembly) is not CellContext
        && type.Namespace is { } name
        && !name.StartsWith("System", StringComparison.Ordinal)
        && !name.StartsWith("Internal", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.FSharp", StringComparison.Ordinal)
        && !name.StartsWith("NotebookSession", StringComparison.Ordinal)
        && !method.IsDefined(typeof(StackTraceHiddenAttribute))
        && !type.IsDefined(typeof(CompilerGeneratedAttribute));

    // <<Initialize>>d__0.MoveNext is the cell itself, <Train>d__3.MoveNext is Train, <Main>b__0_1 a lambda.
    private static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType;
        if (FSharpFrames.Has(method.Module.Assembly))
        {
            return FSharpFrames.NameOf(method);
        }

        var name = method.Name == "MoveNext" && type is not null ? type.Name : method.Name;
        if (name.Contains("<Initialize>", StringComparison.Ordinal) || name.Contains("<Factory>", StringComparison.Ordinal))
        {
            return name.Contains(">b__", StringComparison.Ordinal) ? "a lambda"
                : LocalFunction().Match(name) is { Success: true } inCell ? inCell.Groups[1].Value : "";
        }

        if (LocalFunction().Match(name) is { Success: true } local)
        {
            return local.Groups[1].Value;
        }

        if (Wrapped().Match(name) is { Success: true } wrapped)
        {
            return wrapped.Groups[2].Value == "b" ? $"a lambda in {wrapped.Groups[1].Value}" : wrapped.Groups[1].Value;
        }

        while (type is not null && type.Name.StartsWith('<'))
        {
            type = type.DeclaringType;
        }

        var owner = type is null || type.Name.StartsWith(SourceName.ClassPrefix, StringComparison.Ordinal) ? "" : TypeNames.Of(type);
        return method.IsConstructor ? $"new {owner}" : owner.Length > 0 ? $"{owner}.{name}" : name;
    }

    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<([^<>]+)>([bd])__")]
    private static partial Regex Wrapped();
}
