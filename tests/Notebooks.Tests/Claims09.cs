using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Probes;
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
        Assert.Equal(0.5, Trained(seed, positions: null));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_positions_it_is_right_on_all_or_nearly_all(int seed) =>
        Assert.InRange(Trained(seed, new SinusoidalPositions(16)), 0.98, 1);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_causal_mask_alone_brings_the_order_back(int seed) =>
        Assert.InRange(Trained(seed, positions: null, causal: true), 0.98, 1);

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
            var (before, after) = (layer.Forward(x, causal: causal).Output, layer.Forward(other, causal: causal).Output);
            return Enumerable.Range(0, 6).Count(t => !before[0, t].ToArray().SequenceEqual(after[0, t].ToArray()));
        }

        Assert.Equal((1, 6), (Moved(causal: true), Moved(causal: false)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Influence_fades_in_recurrent_networks_and_not_in_self_attention(int seed)
    {
        var rng = new TorchRandom(seed);
        var (x, probe) = (Tensor.Randn(rng, 100, 30, 16), Tensor.Randn(rng, 16));
        var (rnn, gru) = (new Rnn(16, 16, rng), new Gru(16, 16, rng));
        var (lstm, attention) = (new Lstm(16, 16, rng, forgetBias: 3), new SelfAttention(16, rng));
        float[] Influence(Func<Tensor, Tensor> outputs) => Saliency.Of(
            x, x => (outputs(x)[.., ^1] * probe).Sum(1), normalize: true).Mean(0).ToArray();

        Assert.InRange(Influence(x => rnn.Forward(x).Output)[0], 0, 1e-6);
        Assert.InRange(Influence(x => gru.Forward(x).Output)[0], 0, 1e-4);
        Assert.InRange(Influence(x => lstm.Forward(x).Output)[0], 0.05, 1);
        var attended = Influence(x => attention.Forward(x).Output)[..^1];
        Assert.InRange(attended.Max() / attended.Min(), 1, 2);
    }

    [Fact]
    public void The_way_from_the_first_word_grows_with_the_length_in_recurrent_networks_only()
    {
        var rng = new TorchRandom(1);
        var (rnn, lstm, attention) = (new RnnCell(16, 16, rng), new LstmCell(16, 16, rng), new SelfAttention(16, rng));
        var zero = Tensor.Zeros(1, 16);
        TapePath Way(int length, Func<Tensor[], Tensor> last)
        {
            Tensor[] words = [.. Enumerable.Range(0, length).Select(_ => Tensor.Zeros(1, 16).RequireGrad())];
            return TapePath.Between(words[0], last(words));
        }

        TapePath Rnn(int length) => Way(length, words => words.Aggregate(zero, (h, x) => rnn.Forward(x, h)));
        TapePath Lstm(int length) => Way(
            length, words => words.Aggregate((H: zero, C: zero), (state, x) => lstm.Forward(x, state)).H);
        TapePath Attention(int length) =>
            Way(length, words => attention.Forward(Tensor.Stack(words, axis: 1)).Output[.., ^1]);
        Assert.Equal(2 * Rnn(64).Longest, Rnn(128).Longest);
        Assert.Equal(2 * Rnn(64).Shortest, Rnn(128).Shortest);
        Assert.InRange(Lstm(128).Shortest / (double)Lstm(64).Shortest, 1.8, 2);
        Assert.Equal(Attention(2), Attention(128));
        Assert.True(Attention(2).Shortest > Rnn(2).Shortest);
    }

    private static double Trained(int seed, SinusoidalPositions? positions, bool causal = false)
    {
        var (rng, data) = (new TorchRandom(seed), new OrderSentiment(new TorchRandom(seed)));
        var words = new Embedding(data.Vocabulary.Count, 16, rng);
        var (look, decide) = (new SelfAttention(16, rng, heads: 2), new Linear(16, 2, rng));
        Tensor Scores(Tensor tokens)
        {
            var (x, mask) = (words.Forward(tokens), Vocabulary.Mask(tokens));
            var y = look.Forward(positions?.Forward(x) ?? x, mask, causal).Output;
            return decide.Forward((y * mask.Unsqueeze(-1)).Sum(1) / mask.Sum(1, keep: true));
        }

        Parameter[] learned = [.. words.Parameters(), .. look.Parameters(), .. decide.Parameters()];
        new Trainer(new Adam(learned, 0.01f), clipNorm: 1).Run(data.Batches(15, 32, rng),
            batch => Loss.CrossEntropy(Scores(batch.Inputs), batch.Targets),
            cancellation: TestContext.Current.CancellationToken);
        var test = data.Encode(data.HeldOut);
        return Scores(test.Inputs).ArgMax().ToArray().Zip(test.Targets.ToArray())
            .Average(pair => pair.First == pair.Second ? 1.0 : 0);
    }
}
