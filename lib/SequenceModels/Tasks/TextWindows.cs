namespace SequenceModels.Tasks;

/// <summary>A text, cut into windows for a language model: at each place, what comes next?
/// <code>
///   text     the type is not valid
///   inputs   the type i
///   targets  he type is
/// </code>
/// </summary>
public sealed class TextWindows
{
    private readonly int[] _text;

    /// <summary>Windows of a text.</summary>
    /// <param name="vocabulary">Numbers its characters, or its words.</param>
    /// <param name="text">The text, longer than a window.</param>
    /// <param name="length">How many inputs a window has.</param>
    /// <exception cref="ArgumentException">The text is too short, or holds what the vocabulary does not know.</exception>
    public TextWindows(Vocabulary vocabulary, string text, int length)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        Expect.Positive(length);
        (_text, Length) = (vocabulary.Encode(text), length);
        if (_text.Length <= length)
        {
            throw new ArgumentException(
                $"text has {_text.Length} tokens, expected more than {length}, the length of a window.", nameof(text));
        }
    }

    /// <summary>How many inputs a window has.</summary>
    public int Length { get; }

    /// <summary>The text from its beginning, window beside window; a rest that fills none is left out.</summary>
    public Batch All() => At([.. Enumerable.Range(0, (_text.Length - 1) / Length).Select(window => window * Length)]);

    /// <summary>A batch for each training step: windows that begin anywhere.</summary>
    public IEnumerable<Batch> Batches(int steps, int batchSize, TorchRandom rng)
    {
        Expect.Positive(steps);
        Expect.Positive(batchSize);
        ArgumentNullException.ThrowIfNull(rng);
        return Enumerable.Range(0, steps).Select(_ =>
            At([.. Enumerable.Range(0, batchSize).Select(_ => rng.Integer(0, _text.Length - Length))]));
    }

    private Batch At(int[] starts) => new(From(starts, 0), From(starts, 1));

    private Tensor From(int[] starts, int shift) =>
        Vocabulary.Filled(Array.ConvertAll(starts, start => _text[(start + shift)..(start + shift + Length)]));
}
