using System.Reflection;

namespace NotebookSession.Errors;

/// <summary>An exception as a student reads it: type, message, the student's frames, then what caused it.</summary>
internal static class RuntimeErrors
{
    private const int MostCauses = 4; // then only what began it

    /// <summary>The report of an exception that left a cell.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="source">What the cell is called; its frames need no name.</param>
    /// <param name="lineOf">The text of a line, given source and number, or null if it isn't known any more.</param>
    public static CellError Report(Exception exception, string source, Func<string, int, string?> lineOf)
    {
        var shown = Unwrap(exception);
        return new CellError(TypeNames.Of(shown.GetType()), MessageOf(shown), [.. Describe(exception, source, lineOf)]);
    }

    /// <summary>Type and message.</summary>
    public static string Headline(Exception exception)
    {
        var shown = Unwrap(exception);
        return $"{TypeNames.Of(shown.GetType())}: {MessageOf(shown)}";
    }

    /// <summary>What an exception only carries on: from where a task is waited for, from a call by reflection, out of a recursion.</summary>
    public static Exception? Carried(Exception exception) => exception switch
    {
        AggregateException several when several.Flatten().InnerExceptions is [var only] => only,
        TargetInvocationException { InnerException: { } inner } => inner,
        InsufficientExecutionStackException { InnerException: InsufficientExecutionStackException deepest } => deepest,
        _ => null,
    };

    private static IEnumerable<string> Describe(Exception exception, string source, Func<string, int, string?> lineOf, int depth = 0)
    {
        var shown = Unwrap(exception);
        yield return Headline(shown);
        foreach (var line in StudentFrames.Of(exception, source, lineOf))
        {
            yield return line;
        }

        IEnumerable<Exception> causes = shown is AggregateException several ? several.Flatten().InnerExceptions : [shown.InnerException!];
        if (depth == MostCauses)
        {
            causes = causes.Select(cause => cause?.GetBaseException()!);
        }

        foreach (var cause in causes.Where(cause => cause is not null && depth <= MostCauses))
        {
            var lines = Describe(cause, source, lineOf, depth + 1).ToList();
            yield return $"caused by {lines[0]}";
            foreach (var line in lines.Skip(1))
            {
                yield return line;
            }
        }
    }

    private static Exception Unwrap(Exception exception)
    {
        while (Carried(exception) is { } inner)
        {
            exception = inner;
        }

        return exception;
    }

    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception switch
            {
                InsufficientExecutionStackException => "A function calls itself (or functions call each other) without an end: the stack is full.",
                OutOfMemoryException => "There is not enough memory left. Variables keep what they hold: assign null to the large ones to free it.",
                _ => TypeNames.Clean(exception.Message),
            };
        }
        catch (Exception error) when (error is not OperationCanceledException) // the student's own Message may throw
        {
            return $"(its message failed: {error.GetType().Name})";
        }
    }
}
