using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public class SentimentFromOrder
{
    [Fact]
    public void Six_hundred_reviews_make_300_bags_with_both_labels()
    {
        var task = new OrderSentiment(new TorchRandom(1));
        OrderSentiment.Review[] reviews = [.. task.Training, .. task.HeldOut];
        var bags = reviews.GroupBy(review => Bag(review.Text)).ToArray();

        Assert.Equal(600, reviews.Distinct().Count());
        Assert.Equal(300, bags.Length);
        Assert.All(bags, bag => Assert.Equal([false, true], bag.Select(review => review.Praises).Order()));
        Assert.Equal(21, task.Vocabulary.Count);
        Assert.Equal(120, task.HeldOut.Count);
        Assert.Empty(task.HeldOut.Select(review => Bag(review.Text)).Intersect(
            task.Training.Select(review => Bag(review.Text))));

        static string Bag(string text) => string.Join(' ', text.Split(' ').Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Averaging_words_scores_exactly_half_at_every_epoch(int seed)
    {
        var (task, rng) = (new OrderSentiment(new TorchRandom(seed)), new TorchRandom(seed));
        var model = TextClassifier.MeanPooling(task.Vocabulary.Count, 8, 2, rng);
        var test = task.Encode(task.HeldOut);

        for (var epoch = 0; epoch < 10; epoch++)
        {
            Assert.Equal(0.5f, model.Accuracy(test.Inputs, test.Targets));
            Train(model, task, epochs: 1, rng);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Reading_in_order_scores_100_percent_on_bags_never_seen(int seed)
    {
        var (task, rng) = (new OrderSentiment(new TorchRandom(seed)), new TorchRandom(seed));
        var model = TextClassifier.Recurrent(task.Vocabulary.Count, 8, 16, 2, rng);
        var test = task.Encode(task.HeldOut);

        Train(model, task, epochs: 20, rng);

        Assert.Equal(1f, model.Accuracy(test.Inputs, test.Targets));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gates_read_in_order_too_and_need_fewer_epochs(int seed)
    {
        foreach (var cell in (CellKind[])[CellKind.Gru, CellKind.Lstm])
        {
            var (task, rng) = (new OrderSentiment(new TorchRandom(seed)), new TorchRandom(seed));
            var model = TextClassifier.Recurrent(task.Vocabulary.Count, 8, 16, 2, rng, cell);
            var test = task.Encode(task.HeldOut);

            Train(model, task, epochs: 5, rng);

            Assert.Equal(1f, model.Accuracy(test.Inputs, test.Targets));
        }
    }

    [Fact]
    public void The_same_seed_learns_the_same_bits()
    {
        float[] Learn()
        {
            var (task, rng) = (new OrderSentiment(new TorchRandom(7)), new TorchRandom(7));
            var model = TextClassifier.Recurrent(task.Vocabulary.Count, 8, 16, 2, rng);
            Train(model, task, epochs: 2, rng);
            return [.. model.Parameters().SelectMany(parameter => parameter.ToArray())];
        }

        Assert.Equal(Learn(), Learn());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Padding_never_changes_a_score(bool recurrent)
    {
        var rng = new TorchRandom(4);
        var model = recurrent ? TextClassifier.Recurrent(9, 4, 5, 2, rng) : TextClassifier.MeanPooling(9, 4, 2, rng);

        var alone = model.Forward(Tensor.FromArray(new[,] { { 3, 1, 4 } }));
        var padded = model.Forward(Tensor.FromArray(new[,] { { 3, 1, 4, 0, 0 }, { 1, 5, 2, 6, 5 } }));

        Assert.Equal(alone[0].ToArray(), padded[0].ToArray());
    }

    [Fact]
    public void Odd_tokens_are_explained()
    {
        var model = TextClassifier.MeanPooling(9, 4, 2, new TorchRandom(4));

        Says("tokens holds NaN at position 1 (of (1, 2)), expected a whole number from 0 to 8.",
            Tensor.FromArray([1f, float.NaN], 1, 2));
        Says("tokens holds 9 at position 0 (of (1, 2)), expected a whole number from 0 to 8.",
            Tensor.FromArray([9f, 1], 1, 2));
        Says("tokens is (2), expected (batch, length): is the batch axis missing?", Tensor.FromArray([1f, 2]));
        Says("tokens has no words in sentence 0, only padding.", Tensor.Zeros(1, 2));

        void Says(string message, Tensor tokens) => Refused.With<ArgumentException>(message, () => model.Forward(tokens));
    }

    [Fact]
    public void Sentences_become_numbers_and_words_again()
    {
        var vocabulary = Vocabulary.Of(["The movie was good, not great!", "it was bad"]);

        Assert.Equal([1, 2, 3, 4, 5, 6], vocabulary.Encode("the movie was good not great"));
        Assert.Equal(
            [7f, 3, 8, 0, 0, 1, 2, 3, 4, 6], vocabulary.Tokens("It was bad", "the movie was good great").ToArray());
        Assert.Equal("it was bad", vocabulary.Decode([7, 3, 8, 0]));
        Refused.With<ArgumentException>(
            "\"superb\" is not among the 8 known words: the, movie,", () => vocabulary.Encode("it was superb"));
    }

    private static void Train(TextClassifier model, OrderSentiment task, int epochs, TorchRandom rng) =>
        new Trainer(new Adam(model.Parameters(), 0.01f), clipNorm: 1).Run(
            task.Batches(epochs, batchSize: 32, rng),
            batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets),
            cancellation: TestContext.Current.CancellationToken);
}
