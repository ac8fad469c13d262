using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 10 says of its contestants, on other reviews and for other seeds.</summary>
public sealed class Claims10
{
    public static TheoryData<int> Seeds => [4, 5, 6];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Averaging_gets_half_of_the_contrasts_and_side_by_side_more_of_them_but_fewer_plain_ones(int seed)
    {
        var lab = new Lab(seed);
        var (averaging, sideBySide) = (lab.Averaging(), lab.SideBySide());

        Assert.Equal(0.5, lab.Right(averaging, Is(ReviewKind.Contrast)));
        Assert.InRange(lab.Right(averaging, Is(ReviewKind.Plain)), 0.85, 1);
        Assert.InRange(lab.Right(averaging, _ => true), 0.65, 5 / 6.0);
        Assert.InRange(lab.Right(sideBySide, Is(ReviewKind.Contrast)), 0.75, 1);
        Assert.InRange(
            lab.Right(sideBySide, Is(ReviewKind.Plain)), 0.6, lab.Right(averaging, Is(ReviewKind.Plain)) - 0.05);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_LSTM_gets_nearly_all_of_each_kind(int seed)
    {
        var lab = new Lab(seed);
        var reading = lab.Reading(steps: 400, rate: 0.03f);

        Assert.All(Enum.GetValues<ReviewKind>(), kind => Assert.InRange(lab.Right(reading, Is(kind)), 0.93, 1));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Training_on_learns_the_wrong_labels_by_heart_and_gets_worse_on_reviews_held_out(int seed)
    {
        var (lab, wrong) = (new Lab(seed), new List<double>());
        var truth = new FilmReviews(new TorchRandom(seed), wrong: 0).Training;
        var wrongly = lab.Data.Encode([.. lab.Data.Training.Where((review, n) => review != truth[n])]);

        var run = lab.Reading(steps: 300, rate: 0.01f, note: accuracy => wrong.Add(accuracy(wrongly)));

        Assert.InRange(wrong.Min(), 0, 0.2);
        Assert.InRange(run.Accuracy(wrongly), 0, 0.6);
        Assert.InRange(wrong[^1], 0.85, 1);
        Assert.InRange(run.Last, 0.8, run.AtBest - 0.03);
    }

    [Fact]
    public void Dropout_softens_that_and_makes_no_difference_beyond_seeds_at_the_best_step()
    {
        var (without, with) = (Runs(0), Runs(0.75f));

        Assert.InRange(with.Average(run => run.Last) - without.Average(run => run.Last), 0.005, 0.2);
        Assert.True(with.Min(run => run.AtBest) < without.Max(run => run.AtBest));
        Assert.True(without.Min(run => run.AtBest) < with.Max(run => run.AtBest));

        static Lab.Run[] Runs(float dropout) =>
            [.. Seeds.Select(seed => new Lab(seed.Data).Reading(steps: 200, rate: 0.02f, dropout))];
    }

    [Fact]
    public void Two_units_are_too_few_and_32_do_no_better_than_8()
    {
        Lab.Run[][] runs = [.. new[] { 2, 8, 32 }.Select(hidden => Seeds.Select(seed =>
            new Lab(seed.Data).Reading(steps: 100, rate: 0.03f, width: 8, hidden: hidden)).ToArray())];

        Assert.True(runs[0].Average(run => run.AtBest) < runs[1].Average(run => run.AtBest) - 0.02);
        Assert.InRange(runs[2].Average(run => run.AtBest) - runs[1].Average(run => run.AtBest), -0.04, 0.04);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Dates_come_out_right_with_attention_and_not_without(int seed)
    {
        var dates = new DateNormalisation(new TorchRandom(seed));

        Assert.InRange(Translated(dates, attention: true, seed), 0.985, 1);
        Assert.InRange(Translated(dates, attention: false, seed), 0, 0.03);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Numbers_come_out_right_more_often_than_not_even_without_attention(int seed) =>
        Assert.InRange(Translated(new NumberWords(new TorchRandom(seed)), attention: false, seed), 0.5, 0.95);

    private static float Translated(TranslationTask task, bool attention, int seed)
    {
        var (rng, from, to) = (new TorchRandom(seed), task.SourceVocabulary.Count, task.TargetVocabulary.Count);
        var model = attention ? Seq2Seq.WithAttention(from, to, 16, 32, rng) : Seq2Seq.Plain(from, to, 16, 32, rng);
        var adam = new Adam(model.Parameters(), 0.015f);
        foreach (var made in new Trainer(adam, clipNorm: 1).Steps(
            task.Batches(640, 32, rng), model.Loss, TestContext.Current.CancellationToken))
        {
            adam.LearningRate = 0.015f * Math.Max(0.02f, 1 - made.Step / 640f);
        }

        return model.ExactMatch(task.Encode(task.HeldOut));
    }

    private static Func<FilmReviews.Review, bool> Is(ReviewKind kind) => review => review.Kind == kind;
}
