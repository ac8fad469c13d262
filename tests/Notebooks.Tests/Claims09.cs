using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 09 says of self-attention, for seeds that it does not use.</summary>
public sealed class Claims09
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Permuted_inputs_give_permuted_outputs_to_a_millionth(int seed)
    {
        var rng = new TorchRandom(seed);
        var (layer, x) = (new SelfAttention(8, rng), Tensor.Randn(rng, 1, 6, 8));
        var order = rng.Permutation(6);
        Tensor Permuted(Tensor words) => Tensor.Stack([.. order.Select(i => words[.., i])], axis: 1);

        Assert.True(layer.Forward(Permuted(x)).Output.AllClose(Permuted(layer.Forward(x).Output), absolute: 1e-6f));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_positions_it_is_right_on_exactly_half_of_the_reviews(int seed) =>
        Assert.Equal(0.5, Trained(seed, positions: null).Accuracy);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_positions_it_is_right_on_all_or_nearly_all(int seed) =>
        Assert.InRange(Trained(seed, new SinusoidalPositions(16)).Accuracy, 0.98, 1);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_causal_mask_alone_brings_the_order_back(int seed) =>
        Assert.InRange(Trained(seed, positions: null, causal: true).Accuracy, 0.98, 1);

    [Fact] // of the lesson's own seeds only
    public void Its_second_head_looks_at_the_fourth_word_from_everywhere() => Assert.All(
        ["the film was good not bad", "the film was bad not good"],
        text => Assert.All(Looked(text)[1].ArgMax().ToArray(), place => Assert.Equal(3, place)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Scores_that_are_not_divided_leave_one_word_when_vectors_are_wide(int seed)
    {
        double Largest(int width, bool divided)
        {
            var rng = new TorchRandom(seed);
            var (q, k) = (Tensor.Randn(rng, 200, 10, width), Tensor.Randn(rng, 200, width, 10));
            var rows = (q.MatMul(k) / (divided ? MathF.Sqrt(width) : 1)).Softmax();
            return rows.Reshape(2000, 10).ToMatrix().EnumerateRows().Average(row => row.Maximum());
        }

        Assert.All([4, 16, 64, 256], width => Assert.InRange(Largest(width, divided: true), 0.28, 0.35));
        Assert.InRange(Largest(4, divided: false), 0.45, 0.55);
        Assert.InRange(Largest(256, divided: false), 0.9, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Under_a_causal_mask_only_the_changed_word_s_output_moves_and_without_all_do(int seed)
    {
        var rng = new TorchRandom(seed);
        var (layer, x) = (new SelfAttention(8, rng), Tensor.Randn(rng, 1, 6, 8));
        var other = Tensor.Concat([x[.., ..5], Tensor.Randn(rng, 1, 1, 8)], axis: 1);
        int Moved(bool causal)
        {
            Tensor Output(Tensor words) => layer.Forward(words, causal: causal).Output;
            var (before, after) = (Output(x), Output(other));
            return Enumerable.Range(0, 6).Count(t => !before[0, t].ToArray().SequenceEqual(after[0, t].ToArray()));
        }

        Assert.Equal((1, 6), (Moved(causal: true), Moved(causal: false)));
    }

    private static Tensor Looked(string text)
    {
        var (_, read) = Trained(42, new SinusoidalPositions(16), dataSeed: 0);
        return read(new OrderSentiment(new TorchRandom(0)).Vocabulary.Tokens(text)).Weights[0];
    }

    private static (double Accuracy, Func<Tensor, (Tensor Scores, Tensor Weights)> Read) Trained(
        int seed, SinusoidalPositions? positions, bool causal = false, int? dataSeed = null)
    {
        var (rng, data) = (new TorchRandom(seed), new OrderSentiment(new TorchRandom(dataSeed ?? seed)));
        var words = new Embedding(data.Vocabulary.Count, 16, rng);
        var (look, decide) = (new SelfAttention(16, rng, heads: 2), new Linear(16, 2, rng));
        (Tensor Scores, Tensor Weights) Read(Tensor tokens)
        {
            var (x, mask) = (words.Forward(tokens), Vocabulary.Mask(tokens));
            var (y, weights) = look.Forward(positions?.Forward(x) ?? x, mask, causal);
            return (decide.Forward((y * mask.Unsqueeze(-1)).Sum(1) / mask.Sum(1, keep: true)), weights);
        }

        Parameter[] learned = [.. words.Parameters(), .. look.Parameters(), .. decide.Parameters()];
        new Trainer(new Adam(learned, 0.01f), clipNorm: 1).Run(data.Batches(15, 32, rng),
            batch => Loss.CrossEntropy(Read(batch.Inputs).Scores, batch.Targets),
            cancellation: TestContext.Current.CancellationToken);
        var test = data.Encode(data.HeldOut);
        return (Read(test.Inputs).Scores.ArgMax().ToArray().Zip(test.Targets.ToArray())
            .Average(pair => pair.First == pair.Second ? 1.0 : 0), Read);
    }
}
