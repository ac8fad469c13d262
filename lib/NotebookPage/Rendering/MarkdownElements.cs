using System.Net;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NotebookPage.Rendering;

/// <summary>The elements of Markdown that become something of our own: formulas, C#, the boxes of task lists.</summary>
internal static class MarkdownElements
{
    public static void Install(HtmlRenderer renderer, FormulaMacros macros, ICollection<FormulaFault>? faults)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineFormula(macros, faults));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockFormula(macros, faults));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskBox());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new WideTable());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new Code());
    }

    private static string Formula(string latex, bool display, int line, FormulaMacros macros, ICollection<FormulaFault>? faults)
    {
        try
        {
            return Formulas.ToMathMl(latex, display, macros);
        }
        catch (FormulaException e)
        {
            faults?.Add(new FormulaFault(line, latex, e.Message));
            return $"""<code class="formula-error" title="{WebUtility.HtmlEncode(e.Message)}">{WebUtility.HtmlEncode(latex)}</code>""";
        }
    }

    private sealed class InlineFormula(FormulaMacros macros, ICollection<FormulaFault>? faults) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline formula) =>
            renderer.Write(Formula(formula.Content.ToString(), formula.DelimiterCount == 2, formula.Line + 1, macros, faults));
    }

    private sealed class BlockFormula(FormulaMacros macros, ICollection<FormulaFault>? faults) : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
            renderer.Write($"<p>{Formula(formula.Lines.ToString(), display: true, formula.Line + 1, macros, faults)}</p>");
    }

    private sealed class TaskBox : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList box) => renderer.Write(
            $"""<span role="img" aria-label="{(box.Checked ? "done" : "to do")}">{(box.Checked ? "☑" : "☐")}</span>""");
    }

    private sealed class WideTable : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine().Write("<div class=\"scroll\">");
            base.Write(renderer, table);
            renderer.Write("</div>").EnsureLine();
        }
    }

    private sealed class Code : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            var text = block.Lines.ToString();
            var isCSharp = (block as FencedCodeBlock)?.Info?.ToLowerInvariant() is "csharp" or "cs" or "c#";
            renderer.Write(isCSharp ? $"""<pre class="csharp"><code>{CodeHtml.Highlight(text)}</code></pre>"""
                : $"<pre><code>{WebUtility.HtmlEncode(text)}</code></pre>").EnsureLine();
        }
    }
}
