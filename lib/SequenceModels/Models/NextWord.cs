using SequenceModels.Layers;

namespace SequenceModels.Models;

/// <summary>What may come next after each of several beginnings, a row each.</summary>
internal sealed record NextWord(
    Tensor LogProbabilities, Tensor? Weights, RecurrentState State, IReadOnlyList<int> Lengths)
{
    /// <summary>What may come next, after last words and a state: a step of a decoder over one source.</summary>
    public static Func<int[], RecurrentState, NextWord> Of(SequenceDecoder decoder, EncodedSource source)
    {
        var (write, lengths) = (decoder.Over(source), source.Lengths);
        return (words, state) =>
        {
            var output = write(Tensor.FromArray(words, words.Length, 1), state);
            return new NextWord(output.Logits.Squeeze(1).LogSoftmax(), output.Weights?.Squeeze(1), output.Last, lengths);
        };
    }

    /// <summary>The choice of a word, which lasts longer than the memory of a training step.</summary>
    public TranslationStep Choose(int row, int word) =>
        new(word, LogProbabilities[row].Detach(), Weights?[row, ..Lengths[row]].Detach());

    /// <summary>The states of given rows.</summary>
    public RecurrentState StateOf(int[] rows)
    {
        return new RecurrentState(Picked(State.H), State.C is null ? null : Picked(State.C));

        Tensor Picked(Tensor state) => Tensor.Stack(Array.ConvertAll(rows, row => state[.., row]), axis: 1);
    }
}
