using Plotly.NET;

namespace SequenceModels.Charts;

public static partial class Show
{
    /// <summary>Where a network looks as it writes each word.</summary>
    /// <param name="source">The words read; <c>&lt;pad&gt;</c> stands for padding.</param>
    /// <param name="written">The words written, the &lt;eos&gt; included if there is a row for it.</param>
    /// <param name="weights">The weights, (written, source), such as <c>Translation.Weights</c>.</param>
    /// <exception cref="ArgumentException">Not one row a word written, or not one column a word read.</exception>
    public static GenericChart Attention(
        IReadOnlyList<string> source, IReadOnlyList<string> written, Tensor weights)
    {
        var table = AttentionMap.Require(source, written, weights, nameof(weights));
        return Figure.Draw(
            "Attention: where the network looks as it writes",
            "Each row is a word written; its weights add up to 1. Green away from the diagonal: words that change "
            + $"places, or look at another word for their form.{AttentionMap.OnPadding(source, table)}",
            AttentionMap.Read(source), AttentionMap.Written(written),
            Math.Max(120, AttentionMap.RowHeight * written.Count), AttentionMap.Draw(table));
    }
}
