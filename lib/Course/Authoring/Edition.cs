using System.Text.RegularExpressions;

namespace Course.Authoring;

/// <summary>Which notebook is made of a source: the student's or the solved one.</summary>
/// <param name="Folder">Where it lies, seen from the notebooks' folder.</param>
/// <param name="Prose">What becomes of a text.</param>
/// <param name="Code">What becomes of a code cell.</param>
/// <param name="Twin">The link to the other edition, from a notebook of this one: its text and folder.</param>
public sealed partial record Edition(
    string Folder, Func<string, string> Prose, Func<string, string> Code, (string Text, string Folder) Twin)
{
    /// <summary>Exercises as stubs.</summary>
    public static Edition Student { get; } = new(".", text => text, Solution.ForStudent, ("Solutions", "solutions/"));

    /// <summary>Exercises answered. One folder deeper, so what it loads and the course's texts are one folder up.</summary>
    public static Edition Solved { get; } = new(
        "solutions",
        text => LinkToText().Replace(text, "](../"),
        code => Loading().Replace(Solution.Solved(code), "#load \"../"),
        ("Back to the lesson", "../"));

    /// <summary>Both.</summary>
    public static IReadOnlyList<Edition> All { get; } = [Student, Solved];

    [GeneratedRegex(@"\]\((?=[^/:)]+\.md[#)])")]
    private static partial Regex LinkToText();

    [GeneratedRegex("^#load \"", RegexOptions.Multiline)]
    private static partial Regex Loading();
}
