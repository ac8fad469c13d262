using SequenceModels.Tasks;

namespace SequenceModels.Models;

/// <summary>Writes the most probable word at each step, in all sentences side by side.</summary>
internal static class GreedySearch
{
    public static IReadOnlyList<Translation> Run(SequenceDecoder decoder, EncodedSource source, int maxLength)
    {
        var (state, batch, after) = (decoder.Start(source), source.Outputs.Shape[0], NextWord.Of(decoder, source));
        var words = Enumerable.Repeat(Vocabulary.BeginOfSentence, batch).ToArray();
        var (written, ended) = (Array.ConvertAll(words, _ => new List<TranslationStep>()), new bool[batch]);
        for (var t = 0; t < maxLength && ended.Contains(false); t++)
        {
            var next = after(words, state);
            state = next.State;
            words = Array.ConvertAll(next.LogProbabilities.ArgMax().ToArray(), word => (int)word);
            for (var b = 0; b < batch; b++)
            {
                if (!ended[b])
                {
                    written[b].Add(next.Choose(b, words[b]));
                    ended[b] = words[b] == Vocabulary.EndOfSentence;
                }
            }
        }

        return [.. written.Zip(ended, (steps, end) => new Translation(steps, end))];
    }
}
