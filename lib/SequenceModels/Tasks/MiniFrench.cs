namespace SequenceModels.Tasks;

/// <summary>Translate a small English into French: "the cat never sees the white bee" → "le chat ne voit jamais l'
/// abeille blanche".</summary>
/// <remarks>
/// Words cross (half of the adjectives follow their noun in French; "never" goes around the verb), and their forms
/// depend on others, near and far: articles and adjectives on the noun's gender, l' n' bel on the word after.
/// Sentences have one clause, or two joined by "that". Of sentences of the same words up to order and articles, only
/// one is drawn.
/// </remarks>
public sealed class MiniFrench : TranslationTask
{
    /// <summary>Different sentences.</summary>
    /// <param name="rng">Draws them.</param>
    /// <param name="minWords">How many words the English has at least, 5 to 15.</param>
    /// <param name="maxWords">How many words the English has at most, up to 20.</param>
    /// <param name="training">How many sentences to learn from.</param>
    /// <param name="heldOut">How many other sentences to be tested on.</param>
    /// <exception cref="ArgumentException">There are not so many sentences.</exception>
    public MiniFrench(TorchRandom rng, int minWords = 6, int maxWords = 15, int training = 10_000, int heldOut = 400)
        : base(
            Draw(rng, minWords, maxWords, training, heldOut),
            new Vocabulary(MiniFrenchGrammar.English), new Vocabulary(MiniFrenchGrammar.French).ForTargets())
    {
    }

    private static PairSplit Draw(TorchRandom rng, int minWords, int maxWords, int training, int heldOut)
    {
        ArgumentNullException.ThrowIfNull(rng);
        Expect.Between(5, 15, minWords);
        Expect.Between(minWords, 20, maxWords);
        var grammar = new MiniFrenchGrammar(rng);
        return PairSplit.Draw(training, heldOut, Sentence, ContentWords);

        SentencePair Sentence()
        {
            while (true)
            {
                var sentence = grammar.Sentence();
                if (sentence.Source.Split(' ').Length is var words && words >= minWords && words <= maxWords)
                {
                    return sentence;
                }
            }
        }
    }

    private static string ContentWords(SentencePair pair) => string.Join(
        ' ', pair.Source.Split(' ').Where(word => word is not ("the" or "a")).Order(StringComparer.Ordinal));
}
