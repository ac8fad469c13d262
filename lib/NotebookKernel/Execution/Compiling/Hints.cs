using Microsoft.CodeAnalysis;

namespace NotebookKernel.Execution.Compiling;

/// <summary>A likely cause, for the errors that students meet most.</summary>
internal static class Hints
{
    private const string _unknown = "Run the cell that declares {0} first. The library's names come with the notebook's first cell. "
        + "If both have run: is it spelt as there?";

    private static readonly Dictionary<string, string> _byId = new()
    {
        ["CS0103"] = _unknown,
        ["CS0201"] = "To show a value, leave out the semicolon after the cell's last line.",
        ["CS0246"] = _unknown,
        ["CS1002"] = "A statement ends with a semicolon; only the last line of a cell may leave it out, to show its value.",
        ["CS0664"] = "Write 0.5f for a float, 0.5 for a double.",
        ["CS0266"] = "A double doesn't become a float or an int by itself: write (float)x or (int)x, or 0.5f instead of 0.5.",
        ["CS0029"] = "The value on the right is of another type than the variable on the left.",
        ["CS1061"] = "Look at what the value is: put its name alone on a last line, or use #!whos.",
        ["CS0128"] = "The name is already taken in this cell: leave out var to assign to it.",
        ["CS0165"] = "Give it a value where it is declared.",
        ["CS4033"] = "await is allowed in the cell itself and in methods marked async.",
        ["CS1109"] = "In a notebook, write the extension method by itself, without the class around it.",
        ["CS9283"] = "In a notebook, write static int Twice(this int x) by itself, without a class around it.",
        ["CS7021"] = "Leave out the namespace, or put the code into a .cs file and use #!import.",
        ["CS1024"] = "A directive such as #r or #!time stands alone on its line.",
        ["CS1513"] = "Every { needs its }.",
        ["CS1026"] = "Every ( needs its ).",
        ["CS1010"] = "A text in quotes ends on the line where it began; \"\"\" … \"\"\" may span lines.",
        ["CS1012"] = "'…' holds one character; a text stands in \"…\".",
    };

    /// <summary>No line, or one.</summary>
    public static IEnumerable<string> For(Diagnostic error) => Of(error) is { } hint ? [$"    Hint: {hint}"] : [];

    /// <summary>The hint alone, or null.</summary>
    public static string? Of(Diagnostic error) =>
        _byId.GetValueOrDefault(error.Id)?.Replace("{0}", NameAt(error.Location), StringComparison.Ordinal);

    private static string NameAt(Location location) =>
        location.SourceTree?.GetText().ToString(location.SourceSpan) ?? "it";
}
