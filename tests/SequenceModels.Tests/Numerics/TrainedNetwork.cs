using SequenceModels.Layers;
using SequenceModels.Training;

namespace SequenceModels.Tests.Numerics;

/// <summary>A network with a layer of every kind, trained: whatever changes a bit anywhere changes its
/// parameters.</summary>
internal sealed class TrainedNetwork : Module
{
    private readonly Embedding _embedding;
    private readonly Lstm _lstm;
    private readonly Gru _gru;
    private readonly Rnn _rnn;
    private readonly AdditiveAttention _attention;
    private readonly Linear _linear;

    private TrainedNetwork(int width, TorchRandom rng)
    {
        _embedding = Register("embedding", new Embedding(9, width, rng));
        _lstm = Register("lstm", new Lstm(width, width, rng, layers: 2));
        _gru = Register("gru", new Gru(width, width, rng));
        _rnn = Register("rnn", new Rnn(width, width, rng));
        _attention = Register("attention", new AdditiveAttention(width, width, width, rng));
        _linear = Register("linear", new Linear(2 * width, 4, rng));
    }

    public static float[] Parameters(int batch, int length, int width, int steps)
    {
        var rng = new TorchRandom(7);
        var network = new TrainedNetwork(width, rng);
        Tensor Whole(int end, params int[] shape) =>
            Tensor.FromArray([.. Tensor.Uniform(rng, 0, end, shape).ToArray().Select(MathF.Floor)], shape);
        var (tokens, mask, labels) = (Whole(9, batch, length), Whole(4, batch, length), Whole(4, batch));
        new Trainer(new Adam(network.Parameters(), 0.01f), clipNorm: 1).Run(
            Enumerable.Range(1, steps), _ => Loss.CrossEntropy(network.Forward(tokens, mask), labels));
        return [.. network.Parameters().SelectMany(parameter => parameter.ToArray())];
    }

    private Tensor Forward(Tensor tokens, Tensor mask)
    {
        var (states, _) = _lstm.Forward(_embedding.Forward(tokens), mask: mask);
        var (read, _) = _gru.Forward(states, mask: mask);
        var (_, last) = _rnn.Forward(read, mask: mask);
        var (context, _) = _attention.Forward(last.Transpose(0, 1), states);
        return _linear.Forward(Tensor.Concat([last[0], context.Squeeze(1)], axis: -1));
    }
}
