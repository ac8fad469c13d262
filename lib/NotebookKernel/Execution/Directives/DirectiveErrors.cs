namespace NotebookKernel.Execution.Directives;

/// <summary>Errors of a line that is for the kernel.</summary>
internal static class DirectiveErrors
{
    /// <summary>The error of a directive, with its line.</summary>
    public static CellException At(Directive directive, string message)
    {
        var text = $"line {directive.Line}: {message}";
        return new CellException(new CellError("DirectiveError", text, [text, $"    {directive.Text.Trim()}"]));
    }

    /// <summary>The error of a directive that doesn't exist: the nearest, and all that do.</summary>
    public static CellException Unknown(Directive directive, IReadOnlyCollection<string> known)
    {
        var nearest = known.MinBy(name => Distance(name, directive.Name))!;
        var guess = Distance(nearest, directive.Name) <= 3 ? $" Did you mean {nearest}?" : "";
        return At(directive,
            $"{directive.Name} is not a directive here.{guess} Known are {string.Join(", ", known)}. The cell was not run.");
    }

    // Levenshtein's edit distance, one row of the table at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitute, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
