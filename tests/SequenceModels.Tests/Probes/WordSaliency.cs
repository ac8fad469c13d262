using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class WordSaliency
{
    [Fact]
    public void A_sum_of_weighted_vectors_hangs_on_each_by_its_weight()
    {
        var x = Tensor.Randn(new TorchRandom(1), 2, 3, 4);
        var weights = Tensor.FromArray(new[,] { { 3f, -1, 0 }, { 0.5f, 0.25f, 2 } });
        Tensor Score(Tensor vectors) => (vectors.Sum(axis: 2) * weights).Sum(axis: 1);

        // ∂score/∂x_t is the weight in each of four numbers: its length is 2 |weight|
        Assert.Equal([6f, 2, 0, 1, 0.5f, 4], Saliency.Of(x, Score).ToArray());
        Assert.Equal([1f, 1 / 3f, 0, 0.25f, 0.125f, 1], Saliency.Of(x, Score, normalize: true).ToArray());
        Assert.Equal(new float[6], Saliency.Of(x, vectors => (vectors * 0).Sum(2).Sum(1), normalize: true).ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_classifier_s_logit_moves_by_as_much_when_a_word_s_vector_moves(bool recurrent)
    {
        var rng = new TorchRandom(2);
        var embedding = new Embedding(6, 3, rng);
        var (layer, linear) = (recurrent ? new Gru(3, 4, rng) : null, new Linear(recurrent ? 4 : 3, 2, rng));
        var model = new TextClassifier(embedding, layer, linear);
        var tokens = Tensor.FromArray(new[,] { { 1, 4, 2, 5 } }); // each word once: its row is its vector

        var saliency = Saliency.Of(model, tokens, target: 1);

        Assert.All(model.Parameters(), parameter => Assert.Null(parameter.Grad));
        model.Forward(tokens)[0, 1].Backward();
        for (var t = 0; t < 4; t++)
        {
            var expected = embedding.Weight.Grad![(int)tokens[0, t].Item()].ToVector().L2Norm();
            Assert.Equal(expected, saliency[0, t].Item(), 1e-6);
        }
    }

    [Fact]
    public void Padding_has_no_influence_and_changes_no_other()
    {
        var rng = new TorchRandom(3);
        var model = new TextClassifier(new Embedding(9, 4, rng), new Lstm(4, 5, rng), new Linear(5, 2, rng));

        var alone = Saliency.Of(model, Tensor.FromArray(new[,] { { 3, 1, 4 } }), 0);
        var padded = Saliency.Of(model, Tensor.FromArray(new[,] { { 3, 1, 4, 0, 0 }, { 1, 5, 2, 6, 5 } }), 0);

        Assert.Equal([.. alone.ToArray(), 0, 0], padded[0].ToArray());
    }

    [Fact]
    public void Odd_questions_are_explained()
    {
        var model = TextClassifier.Recurrent(9, 4, 5, 2, new TorchRandom(4));
        var tokens = Tensor.FromArray(new[,] { { 3, 1, 4 } });

        Refused.With<ArgumentOutOfRangeException>("2 is not inside axis 1 of (1, 2)", () => Saliency.Of(model, tokens, 2));
        Refused.With<ArgumentException>("score(x) is (), expected (2)",
            () => Saliency.Of(Tensor.Zeros(2, 3, 4), x => x.Sum()));
        Refused.With<ArgumentException>("x is (3, 4), expected (batch, length, width)",
            () => Saliency.Of(Tensor.Zeros(3, 4), x => x.Sum(0)));
    }
}
