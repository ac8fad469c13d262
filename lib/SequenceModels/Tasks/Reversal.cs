namespace SequenceModels.Tasks;

/// <summary>Write a word backwards, "cab" → "bac": easy to say, but every letter must be carried through.</summary>
public sealed class Reversal : TranslationTask
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Different words of random letters, all lengths equally often as far as there are enough.</summary>
    /// <param name="rng">Draws them.</param>
    /// <param name="letters">How many letters there are, up to 26.</param>
    /// <param name="minLength">How long a word is at least.</param>
    /// <param name="maxLength">How long a word is at most.</param>
    /// <param name="training">How many words to learn from.</param>
    /// <param name="heldOut">How many other words to be tested on.</param>
    /// <exception cref="ArgumentException">There are not so many words.</exception>
    public Reversal(
        TorchRandom rng, int letters = 10, int minLength = 3, int maxLength = 10,
        int training = 20_000, int heldOut = 400)
        : base(
            Draw(rng, letters, minLength, maxLength, training, heldOut),
            Letters(letters), Letters(letters).ForTargets())
    {
    }

    private static PairSplit Draw(TorchRandom rng, int letters, int minLength, int maxLength, int training, int heldOut)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Expect.Between(2, Alphabet.Length, letters);
        Expect.Positive(minLength);
        Expect.AtLeast(minLength, maxLength);
        return PairSplit.Draw(training, heldOut, () =>
        {
            var word = new char[rng.Integer(minLength, maxLength + 1)];
            foreach (ref var letter in word.AsSpan())
            {
                letter = Alphabet[rng.Integer(0, letters)];
            }

            return new SentencePair(new string(word), string.Concat(word.Reverse()));
        });
    }

    private static Vocabulary Letters(int letters) => Vocabulary.OfCharacters(Alphabet[..letters]);
}
