using Exercises;
using SequenceModels;
using SequenceModels.Models;

namespace Lectures.Recurrent;

public static partial class Lesson06
{
    private const int MostSteps = 20;

    /// <summary>The words that this translator writes for this sentence, &lt;eos&gt; at the end.</summary>
    /// <param name="model">The translator.</param>
    /// <param name="source">The sentence, tokens (1, length).</param>
    public static Exercise GreedyLoop(Seq2Seq model, Tensor source)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var _ = Tensor.NoGrad();
        var words = Write(model, source);
        return new Exercise("your loop", words)
        {
            Mistakes =
            [
                new(Write(model, source, fromStart: true),
                    "Your loop forgets: each step begins with the encoder's state. Go on with output.Last."),
                new(Write(model, source, rereads: true),
                    "Your loop reads <bos> at each step. It has to read the word that it has just written."),
                new(Write(model, source, fromStart: true, rereads: true),
                    "Each step does the same: neither word nor state goes on to the next."),
                new(Write(model, source, stops: false),
                    "Your loop goes on after <eos>, to the last step. "
                    + "What is written after the end does not belong to the sentence."),
                new(words[..^1],
                    "All words are right, only the <eos> at the end is missing: add the word first, then stop."),
                new((int[])[Bos, .. words],
                    "<bos> is read, not written: begin with the first word that the decoder chooses."),
                new((int[])[Bos, .. words[..^1]],
                    "You keep the words that were read. Keep those that were chosen: from the first word to <eos>."),
                new(words[..1], "That is one step. Does the loop end too early?"),
            ],
            Hints =
            [
                "Three things have to go on to the next step: the word, the state, and the list. "
                + "And one thing has to end the loop.",
                "The word is the place of the largest score: (int)output.Logits.ArgMax().Item(). "
                + "The state is output.Last.",
                "word = …; state = output.Last; written.Add(word); if (word == Vocabulary.EndOfSentence) { break; }",
            ],
        };
    }

    private static int[] Write(
        Seq2Seq model, Tensor source, bool fromStart = false, bool rereads = false, bool stops = true)
    {
        var encoded = model.Encoder.Forward(source);
        var (word, state, written) = (Bos, encoded.Last, new List<int>());
        while (written.Count < MostSteps && !(stops && written.LastOrDefault() == Eos))
        {
            var output = model.Decoder.Forward(Tensor.FromArray(new[] { rereads ? Bos : word }, 1, 1), state, encoded);
            word = (int)output.Logits.ArgMax().Item();
            state = fromStart ? encoded.Last : output.Last;
            written.Add(word);
        }

        return [.. written];
    }
}
