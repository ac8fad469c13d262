namespace SequenceModels.Tasks;

/// <summary>A task that turns one sequence into another: pairs, and the words of either side.</summary>
public class TranslationTask
{
    /// <summary>A task of pairs of your own.</summary>
    /// <exception cref="ArgumentException">The target vocabulary has no &lt;bos&gt; and &lt;eos&gt;.</exception>
    public TranslationTask(PairSplit pairs, Vocabulary source, Vocabulary target)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (!target.HasSentenceMarks)
        {
            throw new ArgumentException("target has no <bos> and <eos>: ForTargets() adds them.", nameof(target));
        }

        (Training, HeldOut, SourceVocabulary, TargetVocabulary) = (pairs.Training, pairs.HeldOut, source, target);
    }

    /// <summary>The words of the sources.</summary>
    public Vocabulary SourceVocabulary { get; }

    /// <summary>The words of the targets, and &lt;bos&gt; and &lt;eos&gt;.</summary>
    public Vocabulary TargetVocabulary { get; }

    /// <summary>The pairs to learn from.</summary>
    public IReadOnlyList<SentencePair> Training { get; }

    /// <summary>The pairs to be tested on: no twin of theirs is in training.</summary>
    public IReadOnlyList<SentencePair> HeldOut { get; }

    /// <summary>How many words, or characters, an encoder reads of a pair.</summary>
    public int SourceLength(SentencePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return SourceVocabulary.Encode(pair.Source).Length;
    }

    /// <summary>Pairs as tokens, filled up with padding to the longest of either side.</summary>
    /// <exception cref="ArgumentException">There are no pairs, or a word is not known.</exception>
    public PairBatch Encode(params IReadOnlyList<SentencePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        int[][] targets = [.. pairs.Select(pair => TargetVocabulary.Encode(pair.Target))];
        return new PairBatch(
            SourceVocabulary.Tokens([.. pairs.Select(pair => pair.Source)]),
            Vocabulary.Filled(Array.ConvertAll(targets, target => (int[])[Vocabulary.BeginOfSentence, .. target])),
            Vocabulary.Filled(Array.ConvertAll(targets, target => (int[])[.. target, Vocabulary.EndOfSentence])));
    }

    /// <summary>A batch for each training step: the training pairs in random order, and again in another.</summary>
    public IEnumerable<PairBatch> Batches(int steps, int batchSize, TorchRandom rng)
    {
        Expect.Positive(steps);
        Expect.Positive(batchSize);
        ArgumentNullException.ThrowIfNull(rng);
        return Orders().SelectMany(order => order.Chunk(batchSize)).Take(steps)
            .Select(chosen => Encode(Array.ConvertAll(chosen, i => Training[i])));

        IEnumerable<int[]> Orders()
        {
            while (true)
            {
                yield return rng.Permutation(Training.Count);
            }
        }
    }
}
