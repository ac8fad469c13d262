using NotebookPage.Rendering;
using NotebookSession;
using NotebookSession.Editing;

namespace Fuzzing;

/// <summary>The readers that are tried.</summary>
internal static class Targets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        Of("markdown", Seeds.Markdown, [.. Seeds.MarkdownPieces, .. Seeds.FormulaPieces, .. Seeds.HtmlPieces], text => Page.Require(MarkdownHtml.Render(text))),
        Of("formula", Seeds.Formulas, Seeds.FormulaPieces, ReadFormula),
        Of("html", Seeds.Html, Seeds.HtmlPieces, text => Page.Require(OutputHtml.Render(Display("text/html", text)))),
        Of("ansi", Seeds.Ansi, Seeds.AnsiPieces, text => Page.Require(OutputHtml.Render(Display("text/plain", text)))),
        Of("code", Seeds.Code, Seeds.CodePieces, text => Page.Require(CodeHtml.Highlight(text))),
        Of("names", Seeds.Code, Seeds.CodePieces, text => CellNames.Of(text)),
        Notebooks.Target,
        Of("frames", Seeds.Json, Seeds.JsonPieces, Binary.ReadFrames),
        Of("safetensors", Seeds.Json, Seeds.JsonPieces, Binary.ReadSafetensors),
        Of("complete", Seeds.Code, Seeds.CodePieces, text => CodeHelp.IsComplete(text)),
    ];

    /// <summary>One by its name, or a group.</summary>
    public static IReadOnlyList<Target> Named(string name) =>
        name == "texts" ? [.. All.Where(target => target != Notebooks.Target)] : [.. All.Where(target => target.Name == name)];

    private static Target Of(string name, string[] seeds, string[] pieces, Action<string> check) => new(name, new Mutation(seeds, pieces).Make, check);

    private static void ReadFormula(string text)
    {
        try
        {
            Page.Require(Formulas.ToMathMl(text, display: true));
        }
        catch (FormulaException)
        {
            // what is no formula is told
        }
    }

    private static CellOutput.DisplayData Display(string type, string content) => new(new MimeBundle { [type] = content });
}
