using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Compiling.Hinting;

/// <summary>A likely cause, for the errors that students meet most; none where it would be a guess.</summary>
internal static class Hints
{
    private static readonly Dictionary<string, string> _byId = new()
    {
        ["CS0102"] = "The name is already taken in this cell: leave out its type to assign to it.",
        ["CS0120"] = "A class in a cell doesn't see what the cell declares: pass it, to a constructor or a method, or declare it static.",
        ["CS0128"] = "The name is already taken in this cell: leave out var to assign to it.",
        ["CS0165"] = "Give it a value where it is declared.",
        ["CS0201"] = "To show a value, leave out the semicolon after the cell's last line.",
        ["CS0664"] = "Write 0.5f for a float, 0.5m for a decimal, 0.5 for a double.",
        ["CS0818"] = "var takes its type from the value: give it one, or write the type.",
        ["CS1002"] = "A statement ends with a semicolon; only the last line of a cell may leave it out, to show its value.",
        ["CS1010"] = "A text in quotes ends on the line where it began; \"\"\" … \"\"\" may span lines.",
        ["CS1012"] = "'…' holds one character; a text stands in \"…\".",
        ["CS1024"] = "A directive such as #r or #!time stands alone on its line.",
        ["CS1026"] = "Every ( needs its ).",
        ["CS1109"] = "In a cell with statements, write the extension method by itself, without the class around it; "
            + "or put the class into a cell of declarations only.",
        ["CS1513"] = "Every { needs its }.",
        ["CS1579"] = "foreach goes through a list, an array or a query; to count, write foreach (var i in Enumerable.Range(0, n)).",
        ["CS1620"] = "What a method may change is passed with the same word as in its declaration: ref x or out x.",
        ["CS1955"] = "It is a value, not a method: leave out the ( ).",
        ["CS4032"] = "Write async before the method's return type, which becomes Task or Task<…>.",
        ["CS4033"] = "await is allowed in the cell itself and in methods marked async.",
        ["CS4034"] = "Write async before the lambda: async () => await …; its type is then Func<Task> or Func<Task<…>>.",
        ["CS7021"] = "A namespace needs a cell of its own, with declarations only: put the statements, variables and functions into the next cell.",
        ["CS8345"] = "A Span lives within one method, a cell's variable in later cells too: keep the array, or write the code in a method.",
        ["CS9054"] = "What a cell declares is seen in later cells too: leave out the word file.",
        ["CS9283"] = "Put it into a static class, in a cell of declarations only; beside statements, write static int Twice(this int x) by itself.",
    };

    /// <summary>The hint, or null.</summary>
    public static string? Of(Diagnostic error, Compilation compilation) => error.Id switch
    {
        "CS0103" or "CS0117" or "CS0234" or "CS0246" or "CS1061" when InteractiveKernel.Hint(error, compilation) is { } hint => hint,
        "CS0103" or "CS0246" when error.Location.SourceTree is { } tree => UnknownNames.Hint(error, compilation.GetSemanticModel(tree)),
        "CS1061" or "CS0117" when error.Location.SourceTree is { } tree => UnknownNames.HintForMember(error, compilation.GetSemanticModel(tree))
            ?? (error.Id == "CS1061" ? "Look at what the value is: put its name alone on a last line, or use #!whos." : null),
        "CS1003" when error.GetMessage(CultureInfo.InvariantCulture).Contains("':'", StringComparison.Ordinal) =>
            "A question a ? b : c needs its colon. If you declare a variable, as in int? x = 1;, its line lacks the semicolon.",
        "CS1501" or "CS1729" or "CS1739" or "CS7036" when error.Location.SourceTree is { } tree => Arguments.Hint(error, compilation.GetSemanticModel(tree)),
        "CS1503" when error.Location.SourceTree is { } tree => Conversions.Hint(error.GetMessage(CultureInfo.InvariantCulture))
            ?? Arguments.Hint(error, compilation.GetSemanticModel(tree)),
        "CS0029" or "CS0266" => Conversions.Hint(error.GetMessage(CultureInfo.InvariantCulture)),
        _ => _byId.GetValueOrDefault(error.Id),
    };
}
