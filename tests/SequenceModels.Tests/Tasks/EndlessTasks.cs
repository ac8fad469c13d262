using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;
using SequenceModels.Training;

namespace SequenceModels.Tests.Tasks;

public sealed class EndlessTasks
{
    private static readonly string[] _distractors = ["w", "x", "y", "z"];

    public static TheoryData<EndlessTask> All => [new DelayedRecall(7), new CuedRecall(7), new AddingProblem(7)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_draws_the_same_bits_and_no_batch_comes_twice(EndlessTask task)
    {
        float[][] Draw(int seed) => [.. task.Batches(3, 16, new TorchRandom(seed)).Select(
            batch => (float[])[.. batch.Inputs.ToArray(), .. batch.Targets.ToArray()])];

        Assert.Equal(Draw(1), Draw(1));
        Assert.Equal(6, Draw(1).Concat(Draw(2)).DistinctBy(bits => string.Join(' ', bits)).Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void Delayed_recall_asks_for_the_first_symbol_and_distracts_from_it(int length)
    {
        var task = new DelayedRecall(length);
        var batch = task.Draw(400, new TorchRandom(1));

        Assert.Equal(new Shape(400, length), batch.Inputs.Shape);
        Assert.Equal(new Shape(400), batch.Targets.Shape);
        foreach (var (words, target) in Rows(task.Vocabulary, batch))
        {
            Assert.Equal("abcd"[target].ToString(), words[0]);
            Assert.All(words.Skip(1), word => Assert.Contains(word, _distractors));
        }
    }

    [Fact]
    public void Cued_recall_asks_for_the_one_marked_symbol_and_says_where_it_is()
    {
        var task = new CuedRecall();
        var batch = task.Draw(400, new TorchRandom(1));
        var cues = CuedRecall.Cues(batch.Inputs);

        Assert.Equal(new Shape(400, 20), batch.Inputs.Shape);
        foreach (var ((words, target), cue) in Rows(task.Vocabulary, batch).Zip(cues))
        {
            Assert.Equal($"{"abcd"[target]}*", Assert.Single(words, word => word.EndsWith('*')));
            Assert.Equal(cue, Array.FindIndex(words, word => word.EndsWith('*')));
        }

        Assert.Equal(Enumerable.Range(0, 20), cues.Distinct().Order());
    }

    [Fact]
    public void Each_symbol_is_asked_for_a_quarter_of_the_time()
    {
        foreach (var task in new EndlessTask[] { new DelayedRecall(), new CuedRecall() })
        {
            var targets = task.Draw(4000, new TorchRandom(3)).Targets.ToArray();
            Assert.Equal([0f, 1, 2, 3], targets.Distinct().Order());
            Assert.All(targets.CountBy(target => target), count => Assert.InRange(count.Value, 900, 1100));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(50)]
    public void The_adding_problem_marks_one_number_in_either_half_and_asks_for_their_sum(int length)
    {
        var batch = new AddingProblem(length).Draw(200, new TorchRandom(1));
        var inputs = batch.Inputs.ToArray();

        Assert.Equal(new Shape(200, length, 2), batch.Inputs.Shape);
        Assert.Equal(new Shape(200, 1), batch.Targets.Shape);
        foreach (var (list, sum) in inputs.Chunk(2).Chunk(length).Zip(batch.Targets.ToArray()))
        {
            Assert.All(list, pair => Assert.InRange(pair[0], 0, 0.9999999f));
            Assert.All(list, pair => Assert.True(pair[1] is 0 or 1));
            Assert.Equal(1, list[..(length / 2)].Sum(pair => pair[1]));
            Assert.Equal(1, list[(length / 2)..].Sum(pair => pair[1]));
            Assert.Equal(sum, list.Sum(pair => pair[0] * pair[1]), 1e-6);
        }
    }

    [Fact]
    public void Always_answering_1_errs_by_the_baseline_in_the_adding_problem()
    {
        var sums = new AddingProblem().Draw(20_000, new TorchRandom(1)).Targets;
        Assert.Equal(AddingProblem.BaselineError, Loss.MeanSquaredError(Tensor.Ones(20_000, 1), sums).Item(), 0.005);
    }

    [Fact]
    public void A_plain_recurrent_network_recalls_over_a_short_delay()
    {
        var (task, rng) = (new DelayedRecall(length: 5), new TorchRandom(1));
        var model = TextClassifier.Recurrent(task.Vocabulary.Count, 8, 24, DelayedRecall.Symbols, rng);

        new Trainer(new Adam(model.Parameters(), 0.01f), clipNorm: 1).Run(
            task.Batches(300, batchSize: 32, rng),
            batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets),
            cancellation: TestContext.Current.CancellationToken);

        var test = task.Draw(400, rng);
        Assert.Equal(1f, model.Accuracy(test.Inputs, test.Targets));
    }

    [Fact]
    public void Odd_arguments_are_explained()
    {
        var (task, rng) = (new CuedRecall(), new TorchRandom(1));

        Refused.With<ArgumentOutOfRangeException>("length is 0, expected at least 1.", () => new DelayedRecall(0));
        Refused.With<ArgumentOutOfRangeException>("length is -1, expected at least 1.", () => new CuedRecall(-1));
        Refused.With<ArgumentOutOfRangeException>("length is 1, expected at least 2.", () => new AddingProblem(1));
        Refused.With<ArgumentOutOfRangeException>("steps is 0, expected at least 1.", () => task.Batches(0, 32, rng));
        Refused.With<ArgumentOutOfRangeException>("batchSize is 0, expected", () => task.Batches(1, 0, rng));
        Refused.With<ArgumentOutOfRangeException>("count is 0, expected at least 1.", () => task.Draw(0, rng));
        Refused.With<ArgumentNullException>("rng", () => task.Batches(1, 1, null!));
        Refused.With<ArgumentException>(
            "tokens has no marked symbol in stream 1.", () => CuedRecall.Cues(Tensor.FromArray(new[,] { { 1, 7 }, { 1, 2 } })));
    }

    private static IEnumerable<(string[] Words, int Target)> Rows(Vocabulary vocabulary, Batch batch) =>
        batch.Inputs.ToArray().Chunk(batch.Inputs.Shape[1])
            .Select(row => Array.ConvertAll(row, token => vocabulary[(int)token]))
            .Zip(batch.Targets.ToArray().Select(target => (int)target));
}
