using CsCheck;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests;

/// <summary>What holds for every kind of attention, and for every network that reads padded sentences.</summary>
public class Masking
{
    private const int Width = 4;

    public static TheoryData<string> Attentions => ["additive", "dot", "general", "scaled", "self", "self, causal"];

    public static TheoryData<string> Readers => ["mean", "rnn", "gru", "lstm"];

    [Theory]
    [MemberData(nameof(Attentions))]
    public void Masked_weights_are_exactly_0_and_rows_sum_to_1(string kind) =>
        Gen.Select(Gen.Int, Gen.Int[1, 3], Gen.Int[1, 20]).Sample((seed, batch, length) =>
        {
            var rng = new TorchRandom(seed);
            var x = Tensor.Randn(rng, batch, length, Width);
            var all = Tensor.Ones(batch, length);
            var mask = Tensor.RandInt(rng, 0, 2, batch, length).Where(Tensor.Arange(length), all); // the first one is there

            var weights = Attend(kind, rng)(x * 10, mask).Weights;

            var exists = mask.Reshape([batch, .. Enumerable.Repeat(1, weights.Shape.Rank - 2), length]);
            Assert.All((weights * (1 - exists)).ToArray(), weight => Assert.Equal(0, weight));
            Assert.All(weights.Sum(axis: -1).ToArray(), sum => Assert.Equal(1, sum, 1e-5f));
        }, iter: 30);

    [Theory]
    [MemberData(nameof(Attentions))]
    public void Padding_never_changes_what_is_seen_nor_its_gradient(string kind) =>
        Gen.Select(Gen.Int, Gen.Int[1, 20], Gen.Int[1, 20]).Sample((seed, length, padding) =>
        {
            var rng = new TorchRandom(seed);
            var attend = Attend(kind, rng);
            var x = Tensor.Randn(rng, 1, length, Width);
            var padded = Tensor.Concat([x, Tensor.Randn(rng, 1, padding, Width)], axis: 1).RequireGrad();
            x.RequireGrad();

            var alone = attend(x, null).Result;
            var among = attend(padded, Existing(length, padding)).Result[.., ..length];
            var probe = Tensor.Randn(rng, alone.Shape);
            (alone * probe).Sum().Backward();
            (among * probe).Sum().Backward();

            Assert.Equal(alone.ToArray(), among.ToArray());
            Assert.True(padded.Grad![.., ..length].AllClose(x.Grad!, 1e-4f, 1e-6f));
            Assert.All(padded.Grad[.., length..].ToArray(), value => Assert.Equal(0, value));
        }, iter: 30);

    [Theory]
    [MemberData(nameof(Readers))]
    public void Padding_never_changes_a_classifier_s_score(string kind) =>
        Gen.Select(Gen.Int, Gen.Int[1, 20], Gen.Int[1, 20]).Sample((seed, length, padding) =>
        {
            var rng = new TorchRandom(seed);
            RecurrentLayer? layer = kind switch
            {
                "rnn" => new Rnn(Width, Width, rng, layers: 2),
                "gru" => new Gru(Width, Width, rng),
                "lstm" => new Lstm(Width, Width, rng),
                _ => null,
            };
            var model = new TextClassifier(new Embedding(9, Width, rng), layer, new Linear(Width, 3, rng));
            var tokens = Tensor.RandInt(rng, 1, 9, 1, length);
            var padded = Tensor.Concat([tokens, Tensor.Zeros(1, padding)], axis: 1);
            var among = Tensor.Concat([padded, Tensor.RandInt(rng, 1, 9, 1, length + padding)]);

            Assert.Equal(model.Forward(tokens)[0].ToArray(), model.Forward(among)[0].ToArray());
        }, iter: 30);

    [Fact]
    public void Masks_and_numbers_that_do_not_fit_are_explained()
    {
        var attention = new DotProductAttention();
        var (query, keys) = (Tensor.Zeros(2, 1, 4), Tensor.Zeros(2, 3, 4));
        void Says(string message, Tensor mask) =>
            Refused.With<ArgumentException>(message, () => attention.Forward(query, keys, mask));

        Says("mask is (2, 4), expected (2, 3).", Tensor.Ones(2, 4));
        Says("mask is (3), expected (2, 3): is the 2 axis missing? Unsqueeze(0) adds it.", Tensor.Ones(3));
        Says("mask hides all keys of sequence 1: there is nothing to look at.",
            Tensor.FromArray(new float[,] { { 0, 0, 1 }, { 0, 0, 0 } }));
        Refused.With<ArgumentException>("keys holds Infinity at position 1 (of (1, 2, 1)), expected finite numbers.",
            () => attention.Forward(Tensor.Zeros(1, 1, 1), Tensor.FromArray([3e38f, float.PositiveInfinity], 1, 2, 1)));
        Refused.With<ArgumentException>("query holds NaN at position 0 (of (1, 1, 1))",
            () => attention.Forward(Tensor.Full(float.NaN, 1, 1, 1), Tensor.Zeros(1, 2, 1)));
    }

    /// <summary>What a kind of attention makes of a sequence that looks at itself.</summary>
    private static Func<Tensor, Tensor?, (Tensor Result, Tensor Weights)> Attend(string kind, TorchRandom rng)
    {
        var self = new SelfAttention(Width, rng, heads: 2);
        Attention? attention = kind switch
        {
            "additive" => new AdditiveAttention(Width, Width, 5, rng),
            "general" => new DotProductAttention(Width, Width, rng),
            "dot" or "scaled" => new DotProductAttention(scaled: kind == "scaled"),
            _ => null,
        };
        return (x, mask) => attention?.Forward(x, x, mask) ?? self.Forward(x, mask, causal: kind == "self, causal");
    }

    private static Tensor Existing(int length, int padding) =>
        Tensor.Concat([Tensor.Ones(1, length), Tensor.Zeros(1, padding)], axis: 1);
}
