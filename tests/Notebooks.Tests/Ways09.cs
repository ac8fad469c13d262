using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Probes;

namespace Notebooks.Tests;

/// <summary>What lesson 09 says of the way from the first word to the last.</summary>
public sealed class Ways09
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
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
}
