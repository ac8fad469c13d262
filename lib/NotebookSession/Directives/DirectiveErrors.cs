namespace NotebookSession.Directives;

/// <summary>Errors of a line that is for the kernel.</summary>
internal static class DirectiveErrors
{
    /// <summary>The error of a directive, with its line.</summary>
    public static CellException At(Directive directive, string message)
    {
        var text = $"line {directive.Line}: {message}";
        return new CellException(new CellError("DirectiveError", text, [text, $"    {directive.Text.Trim()}"]));
    }

    /// <summary>The error of a directive that doesn't exist: what it probably is, and all that do.</summary>
    public static CellException Unknown(Directive directive, IReadOnlyCollection<string> known)
    {
        var nearest = known.MinBy(name => EditDistance.Between(name, directive.Name))!;
        var guess = EditDistance.Between(nearest, directive.Name) <= directive.Name.Length / 3 ? $"Did you mean {nearest}?"
            : "Those that packages and #!connect bring to .NET Interactive can't be had here.";
        return At(directive,
            $"{directive.Name} is not a directive here. {guess} Known are {string.Join(", ", known)}. The cell was not run.");
    }
}
