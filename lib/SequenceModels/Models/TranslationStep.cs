namespace SequenceModels.Models;

/// <summary>One word of a translation, and what the decoder knew when it wrote it.</summary>
/// <param name="Token">The word's number.</param>
/// <param name="LogProbabilities">ln p of every word at this place, (words).</param>
/// <param name="Weights">Where the decoder looked, (source length), if it has attention.</param>
public sealed record TranslationStep(int Token, Tensor LogProbabilities, Tensor? Weights)
{
    /// <summary>ln p of the word written.</summary>
    public float LogProbability => LogProbabilities[Token].Item();

    /// <summary>p of the word written.</summary>
    public float Probability => LogProbabilities[Token].Exp().Item();

    /// <summary>The most probable words at this place, the best first.</summary>
    public IReadOnlyList<(int Token, float Probability)> Top(int count)
    {
        Expect.Positive(count);
        return [.. LogProbabilities.Exp().ToArray().Index().OrderByDescending(word => word.Item).Take(count)];
    }
}
