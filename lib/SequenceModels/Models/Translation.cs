namespace SequenceModels.Models;

/// <summary>What a decoder wrote, word by word.</summary>
/// <param name="Steps">The words, the &lt;eos&gt; at the end included.</param>
/// <param name="Ended">Whether it wrote &lt;eos&gt;, rather than being cut off.</param>
public sealed record Translation(IReadOnlyList<TranslationStep> Steps, bool Ended)
{
    /// <summary>The words' numbers, without &lt;eos&gt;: what <see cref="Tasks.Vocabulary.Decode"/> takes.</summary>
    public IReadOnlyList<int> Tokens =>
        [.. Steps.Take(Ended ? Steps.Count - 1 : Steps.Count).Select(step => step.Token)];

    /// <summary>Where the decoder looked at each step, (steps, source length), if it has attention.</summary>
    public Tensor? Weights =>
        Steps.Any(step => step.Weights is null) ? null : Tensor.Stack([.. Steps.Select(step => step.Weights!)]);

    /// <summary>ln p of the whole, Σ ln p(word), &lt;eos&gt; included.</summary>
    public float LogProbability => Steps.Sum(step => step.LogProbability);

    /// <summary>ln p a word: what compares sentences of different lengths fairly.</summary>
    public float MeanLogProbability => LogProbability / Steps.Count;
}
