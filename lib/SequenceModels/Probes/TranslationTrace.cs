using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;

namespace SequenceModels.Probes;

/// <summary>What a translator does with one sentence that it translates alone, writing greedily.</summary>
/// <param name="Written">What it wrote.</param>
/// <param name="Read">The encoder's state at each word read, (length, encoder's outputs).</param>
/// <param name="Start">The decoder's state before its first step, (hidden).</param>
/// <param name="States">The decoder's state after each word written, (steps, hidden).</param>
/// <param name="Scores">How well each word read answers at each step, before the softmax, (steps, length); null without
/// attention.</param>
/// <param name="AsksBefore">Whether attention asks with the state before a step, as Bahdanau's decoder does.</param>
public sealed record TranslationTrace(
    Translation Written, Tensor Read, Tensor Start, Tensor States, Tensor? Scores, bool AsksBefore)
{
    /// <summary>The mixture of states read that each step looked at, (steps, encoder's outputs); null without
    /// attention.</summary>
    public Tensor? Contexts => Written.Weights?.MatMul(Read);

    /// <summary>Follows a translator over a sentence.</summary>
    /// <param name="model">The translator.</param>
    /// <param name="source">The sentence, tokens (1, length).</param>
    /// <param name="maxLength">How many words to write at most, &lt;eos&gt; included.</param>
    /// <exception cref="ArgumentException">source is not one sentence, or all padding.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the table.</exception>
    public static TranslationTrace Of(Seq2Seq model, Tensor source, int maxLength = 50)
    {
        ArgumentNullException.ThrowIfNull(model);
        Expect.Shape(source, [1, "length"]);
        using (Tensor.NoGrad())
        {
            var (encoded, decoder) = (model.Encoder.Forward(source), model.Decoder);
            var written = model.Greedy(source, maxLength)[0];
            var state = decoder.Start(encoded);
            var states = new List<Tensor> { state.H[^1] };
            foreach (var word in written.Steps.Select(step => step.Token).SkipLast(1).Prepend(Vocabulary.BeginOfSentence))
            {
                state = decoder.Forward(Tensor.FromArray([word], 1, 1), state, encoded).Last;
                states.Add(state.H[^1]);
            }

            var (before, after) = (Tensor.Concat(states[..^1]), Tensor.Concat(states[1..]));
            Tensor Score(Attention attention, Tensor queries) =>
                attention.Score(queries.Unsqueeze(0), encoded.Outputs)[0];
            var scores = decoder switch
            {
                AttentionDecoder luong => Score(luong.Attention, after),
                BahdanauDecoder bahdanau => Score(bahdanau.Attention, before),
                _ => null,
            };
            return new TranslationTrace(written, encoded.Outputs[0], states[0][0], after, scores, decoder is BahdanauDecoder);
        }
    }
}
