using CsCheck;
using SequenceModels.Layers;

namespace SequenceModels.Tests;

/// <summary>What holds for recurrent networks of any size.</summary>
public class RecurrentLaws
{
    private static readonly string[] _kinds = ["rnn", "relu", "gru", "lstm"];

    private static readonly Gen<(string Kind, int Batch, int Length, int Inputs, int Hidden, int Layers, int Seed)> _cases =
        Gen.Select(Gen.Int[0, 3].Select(kind => _kinds[kind]), Gen.Int[1, 4], Gen.Int[1, 7], Gen.Int[1, 9], Gen.Int[1, 19],
            Gen.Int[1, 3], Gen.Int[1, 1000]);

    [Fact]
    public void A_layer_equals_its_unrolled_cells() => _cases.Sample(size =>
    {
        var rng = new TorchRandom(size.Seed);
        var (network, x) = (Network(size.Kind, size.Inputs, size.Hidden, size.Layers, rng), Input(size, rng));
        var (start, mask) = (Start(size, rng), Prefixes(size, rng));

        var (output, last) = network.Run(x, start, mask);

        for (var (layer, input) = (0, x); layer < size.Layers; layer++)
        {
            RecurrentLayer cell = network switch
            {
                Rnn rnn => new Unrolled(rnn.Cells[layer]),
                Gru gru => new Unrolled(gru.Cells[layer]),
                _ => new UnrolledMemory(((Lstm)network).Cells[layer]),
            };
            (input, var state) = cell.Run(
                input, new RecurrentState(start.H[layer].Unsqueeze(0), start.C?[layer].Unsqueeze(0)), mask);
            Same(state.H[0], last.H[layer]);
            Assert.True(layer < size.Layers - 1 || output.AllClose(input, 1e-5f, 1e-6f));
        }
    });

    [Fact]
    public void Padding_never_changes_a_bit() => _cases.Sample(size =>
    {
        var rng = new TorchRandom(size.Seed);
        var (network, x) = (Network(size.Kind, size.Inputs, size.Hidden, size.Layers, rng), Input(size, rng));
        var (start, padding) = (Start(size, rng), 1 + rng.Integer(0, 5));
        var mask = Prefixes(size, rng);
        var longer = Tensor.Concat([x, Tensor.Randn(rng, size.Batch, padding, size.Inputs)], axis: 1);
        var longerMask = Tensor.Concat([mask, Tensor.Zeros(size.Batch, padding)], axis: 1);

        var (output, last) = network.Run(x, start, mask);
        var (longerOutput, longerLast) = network.Run(longer, start, longerMask);

        Assert.Equal(output.ToArray(), longerOutput[.., ..size.Length].ToArray());
        Assert.Equal(last.H.ToArray(), longerLast.H.ToArray());
        Assert.Equal(last.C?.ToArray(), longerLast.C?.ToArray());
        for (var example = 0; example < size.Batch; example++)
        {
            // and the sentence alone, without padding or company, ends in the same state
            var words = (int)mask[example].Sum().Item();
            var alone = network.Run(x[example..(example + 1), ..words], new RecurrentState(
                start.H[.., example..(example + 1)], start.C?[.., example..(example + 1)])).Last;
            Assert.Equal(alone.H.ToArray(), last.H[.., example].ToArray());
        }
    });

    [Fact]
    public void Padding_gets_no_gradient_and_changes_no_other() => _cases.Sample(size =>
    {
        var rng = new TorchRandom(size.Seed);
        var (network, x) = (Network(size.Kind, size.Inputs, size.Hidden, size.Layers, rng), Input(size, rng));
        var (mask, weights) = (Prefixes(size, rng), Tensor.Randn(rng, size.Layers, size.Batch, size.Hidden));
        var garbage = x.Where(mask.Unsqueeze(2), Tensor.Randn(rng, x.Shape)).RequireGrad();
        x.RequireGrad();

        (network.Run(x, mask: mask).Last.H * weights).Sum().Backward();
        (network.Run(garbage, mask: mask).Last.H * weights).Sum().Backward();

        Assert.Equal(x.Grad!.ToArray(), garbage.Grad!.ToArray());
        Assert.Equal(new float[x.Shape.Size], (x.Grad * (1 - mask.Unsqueeze(2))).ToArray().Select(Math.Abs));
    });

    [Fact]
    public void An_LSTM_that_forgets_nothing_and_writes_nothing_keeps_its_memory_for_1000_steps()
    {
        var rng = new TorchRandom(1);
        var (lstm, memory) = (new Lstm(3, 16, rng, forgetBias: 200), Tensor.Randn(rng, 1, 2, 16));
        var biases = lstm.Cells[0].BiasIh;
        biases.CopyFrom(Tensor.Concat([Tensor.Full(-200, 16), biases[16..]])); // i = σ(−200 + …) = 0 in float32

        var (_, (_, cN)) = lstm.Forward(Tensor.Randn(rng, 2, 1000, 3), (Tensor.Randn(rng, 1, 2, 16), memory));

        Assert.Equal(memory.ToArray(), cN.ToArray());
    }

    private static RecurrentLayer Network(string kind, int inputs, int hidden, int layers, TorchRandom rng) => kind switch
    {
        "gru" => new Gru(inputs, hidden, rng, layers),
        "lstm" => new Lstm(inputs, hidden, rng, layers),
        _ => new Rnn(inputs, hidden, rng, layers, kind == "relu" ? Nonlinearity.Relu : Nonlinearity.Tanh),
    };

    private static Tensor Input((string, int Batch, int Length, int Inputs, int, int, int) size, TorchRandom rng) =>
        Tensor.Randn(rng, size.Batch, size.Length, size.Inputs);

    private static RecurrentState Start(
        (string Kind, int Batch, int, int, int Hidden, int Layers, int) size, TorchRandom rng) => new(
            Tensor.Randn(rng, size.Layers, size.Batch, size.Hidden),
            size.Kind == "lstm" ? Tensor.Randn(rng, size.Layers, size.Batch, size.Hidden) : null);

    /// <summary>1 for the first words of each sentence, at least one, then 0.</summary>
    private static Tensor Prefixes((string, int Batch, int Length, int, int, int, int) size, TorchRandom rng) =>
        Tensor.Stack([.. Enumerable.Range(0, size.Batch).Select(_ => rng.Integer(1, size.Length + 1)).Select(words =>
            Tensor.FromArray([.. Enumerable.Range(0, size.Length).Select(t => t < words ? 1f : 0)]))]);

    private static void Same(Tensor expected, Tensor actual) =>
        Assert.True(actual.AllClose(expected, 1e-5f, 1e-6f), $"expected {expected}\nactual {actual}");
}
