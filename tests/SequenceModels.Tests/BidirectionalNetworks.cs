using CsCheck;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

public class BidirectionalNetworks
{
    [Theory]
    [InlineData("rnn")]
    [InlineData("gru")]
    [InlineData("lstm")]
    public void Two_layers_in_both_directions_and_all_their_gradients_agree_with_PyTorch(string kind)
    {
        var golden = Golden.Read($"{kind}-bidirectional");
        var network = Of(kind, 3, 4, layers: 2, new TorchRandom(0));
        network.Load(golden.ParametersOf(network));
        var (x, h0) = (golden["x"].RequireGrad(), golden["h_0"].RequireGrad());
        var c0 = kind == "lstm" ? golden["c_0"].RequireGrad() : null;

        var (output, last) = network.Run(x, new RecurrentState(h0, c0));
        var loss = (output * golden["probe"]).Sum() + (last.C?.Sum() ?? 0);
        loss.Backward();

        golden.Agrees("output", output);
        golden.Agrees("h_n", last.H);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(network);
        golden.Agrees("grad.x", x.Grad!);
        golden.Agrees("grad.h_0", h0.Grad!);
        if (c0 is not null)
        {
            golden.Agrees("c_n", last.C!);
            golden.Agrees("grad.c_0", c0.Grad!);
        }
    }

    [Fact]
    public void Backward_reading_begins_at_the_last_word_before_the_padding_as_with_PyTorch_s_packed_sequences()
    {
        var golden = Golden.Read("gru-bidirectional-padded");
        var network = new Gru(3, 4, new TorchRandom(0), layers: 2, bidirectional: true);
        network.Load(golden.ParametersOf(network));
        var (x, mask) = (golden["x"].RequireGrad(), golden["mask"]);

        var (output, hN) = network.Forward(x, mask: mask);
        var loss = (output * golden["probe"]).Sum() + hN.Sum();
        loss.Backward();

        golden.Agrees("output", output * mask.Unsqueeze(-1));
        golden.Agrees("h_n", hN);
        golden.Agrees("loss", loss.Reshape(1));
        golden.GradientsAgree(network);
        golden.Agrees("grad.x", x.Grad!);
    }

    [Fact]
    public void Fused_both_directions_are_the_loops_over_their_cells() =>
        Gen.Select(
            Gen.OneOf(Gen.Const("rnn"), Gen.Const("gru"), Gen.Const("lstm")), Gen.Int[1, 4], Gen.Int[1, 6], Gen.Bool,
            Gen.Int).Sample((kind, batch, length, masked, seed) =>
        {
            var rng = new TorchRandom(seed);
            var network = Of(kind, 3, 4, layers: 1, rng);
            var (x, drawn) = (Tensor.Randn(rng, batch, length, 3), Tensor.Uniform(rng, 0, 1, batch, length).ToArray());
            var mask = masked ? Tensor.FromArray([.. drawn.Select(u => u < 0.7f ? 1f : 0)], batch, length) : null;
            RecurrentLayer[] loops = network switch
            {
                Lstm lstm => [.. lstm.Cells.Select(cell => new UnrolledMemory(cell))],
                Gru gru => [.. gru.Cells.Select(cell => new Unrolled(cell))],
                _ => [.. ((Rnn)network).Cells.Select(cell => new Unrolled(cell))],
            };

            var (output, last) = network.Run(x, mask: mask);
            var (forward, atEnd) = loops[0].Run(x, mask: mask);
            var (backward, atStart) = loops[1].Run(x.Flip(1), mask: mask?.Flip(1));

            Assert.True(output.AllClose(Tensor.Concat([forward, backward.Flip(1)], -1), 1e-5f, 1e-6f));
            Assert.True(last.H.AllClose(Tensor.Concat([atEnd.H, atStart.H]), 1e-5f, 1e-6f));
        }, iter: 60);

    [Fact]
    public void A_classifier_sorts_by_both_directions_last_states()
    {
        var rng = new TorchRandom(3);
        var network = new Gru(5, 4, rng, bidirectional: true);
        var classifier = new TextClassifier(new Embedding(7, 5, rng), network, new Linear(8, 2, rng));
        var tokens = Tensor.FromArray(new[,] { { 3, 1, 4 }, { 5, 2, 0 } });

        var sentence = classifier.Encode(tokens);

        Assert.Equal("(2, 8)", sentence.Shape.ToString());
        Assert.True(sentence[1..].AllClose(classifier.Encode(tokens[1.., ..2])));
        Refused.With<ArgumentException>("linear takes vectors of 4 numbers, expected 8.",
            () => new TextClassifier(new Embedding(7, 5, rng), network, new Linear(4, 2, rng)));
    }

    [Fact]
    public void Each_direction_has_a_state_to_start_from() => Refused.With<ArgumentException>(
        "h0 is (1, 2, 4), expected (2, 2, 4)",
        () => new Gru(3, 4, new TorchRandom(1), bidirectional: true).Forward(Tensor.Zeros(2, 5, 3), Tensor.Zeros(1, 2, 4)));

    private static RecurrentLayer Of(string kind, int inputs, int hidden, int layers, TorchRandom rng) => kind switch
    {
        "rnn" => new Rnn(inputs, hidden, rng, layers, bidirectional: true),
        "gru" => new Gru(inputs, hidden, rng, layers, bidirectional: true),
        _ => new Lstm(inputs, hidden, rng, layers, bidirectional: true),
    };
}
