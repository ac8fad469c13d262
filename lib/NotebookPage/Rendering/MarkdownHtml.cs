using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookPage.Rendering;

/// <summary>
/// Markdown as Jupyter knows it (CommonMark, tables, task lists, <c>$formulas$</c>) → html that is safe to show, whoever
/// wrote it: no scripts, no styles that reach beyond their element, nothing fetched from elsewhere.
/// </summary>
public static class MarkdownHtml
{
    private static readonly MarkdownPipeline _pipeline = Make();

    /// <summary>The html of a cell or a page.</summary>
    /// <param name="markdown">Its text.</param>
    /// <param name="link">What becomes of the address of a link; null leaves all as they are.</param>
    /// <param name="faults">Takes the formulas that cannot be converted; the html shows their source.</param>
    /// <param name="picture">What becomes of the address of a picture; null leaves all as they are.</param>
    /// <param name="macros">The commands that its formulas may use; null for those that the text itself defines.</param>
    public static string Render(
        string markdown,
        Func<string, string>? link = null,
        ICollection<FormulaFault>? faults = null,
        Func<string, string>? picture = null,
        FormulaMacros? macros = null)
    {
        if (Nesting.OfMarkdown(markdown) is { } why)
        {
            return PlainHtml.Of(markdown, why);
        }

        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        _pipeline.Setup(renderer);
        MarkdownElements.Install(renderer, macros ?? FormulaMacros.Of([markdown]), faults);
        try
        {
            var document = Markdown.Parse(markdown, _pipeline);
            HeadingNames.Give(document);
            foreach (var image in document.Descendants<LinkInline>().Where(image => image.IsImage && image.Url is not null))
            {
                image.Url = picture?.Invoke(image.Url!) ?? image.Url;
            }

            renderer.Render(document);
        }
        catch (ArgumentException) // what Markdig says of more than 128 levels
        {
            return PlainHtml.Of(markdown, "too many quotes, lists or marks within one another");
        }

        return Nesting.OfHtml(html.ToString()) is { } because ? PlainHtml.Of(markdown, because) : SafeHtml.Clean(html.ToString(), link);
    }

    private static MarkdownPipeline Make()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables().UseTaskLists().UseMathematics().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.Extensions.Add(new FormulaExtension());
        return builder.Build();
    }

    // Markdig's own parser of formulas ends them at the end of the line.
    private sealed class FormulaExtension : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.ReplaceOrAdd<MathInlineParser>(new FormulaParser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}

/// <summary>A formula that cannot be converted.</summary>
/// <param name="Line">The line of the text where it begins, counted from 1.</param>
/// <param name="Source">The formula.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record FormulaFault(int Line, string Source, string Message);
