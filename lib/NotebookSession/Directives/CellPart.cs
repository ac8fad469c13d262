namespace NotebookSession.Directives;

/// <summary>A stretch of a cell in one language, with the directives that apply to it.</summary>
/// <param name="Language">What the text is written in.</param>
/// <param name="Text">Of what is run: with empty lines for all that isn't the part's code, so that lines keep their numbers.</param>
/// <param name="Directives">In the order written; they come before the code.</param>
/// <param name="Switch">The line that switched to the language; null for the cell's own.</param>
internal sealed record CellPart(CellLanguage Language, string Text, IReadOnlyList<Directive> Directives, Directive? Switch = null);
