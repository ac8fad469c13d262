using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace NotebookPage.Rendering;

/// <summary>
/// Finds <c>$…$</c> and <c>$$…$$</c> in a text; both may go on in the next line, as in Jupyter. A single dollar begins a
/// formula only before something else than white space, and ends one only after it and not before a digit: $5 is a price.
/// </summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['$'];

    // The text whose end was reached in vain, once for $ and once for $$: from a later place it can't be found either.
    private readonly string?[] _endless = new string?[3];

    public override void Initialize()
    {
        base.Initialize();
        Array.Clear(_endless);
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var dollars = slice.PeekChar() == '$' ? 2 : 1;
        var start = slice.Start + dollars;
        var end = ReferenceEquals(_endless[dollars], slice.Text) ? -1 : End(slice, start, dollars);
        if (end <= start)
        {
            return false;
        }

        processor.Inline = new MathInline
        {
            Delimiter = '$',
            DelimiterCount = dollars,
            Content = new StringSlice(slice.Text, start, end - 1),
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(end + dollars - 1)),
            Line = line,
            Column = column,
        };
        slice.Start = end + dollars;
        return true;
    }

    private int End(StringSlice slice, int start, int dollars)
    {
        if (dollars == 1 && (start > slice.End || char.IsWhiteSpace(slice.Text[start])))
        {
            return -1;
        }

        for (var i = start; i + dollars - 1 <= slice.End; i++)
        {
            if (slice.Text[i] == '\\')
            {
                i++;
            }
            else if (slice.Text[i] == '$' && (dollars == 2 ? slice.Text[i + 1] == '$'
                : !char.IsWhiteSpace(slice.Text[i - 1]) && (i == slice.End || !char.IsAsciiDigit(slice.Text[i + 1]))))
            {
                return i;
            }
        }

        _endless[dollars] = slice.Text;
        return -1;
    }
}
