using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Tasks;

public class ReviewsOfThreeKinds
{
    private readonly FilmReviews _data = new(new TorchRandom(1));

    private FilmReviews.Review[][] Parts => [[.. _data.Training], [.. _data.HeldOut], [.. _data.Test]];

    [Fact]
    public void Each_part_has_a_third_of_each_kind() => Assert.All(Parts, part => Assert.Equal(
        Enumerable.Repeat(part.Length / 3, 3), part.CountBy(review => review.Kind).Select(kind => kind.Value)));

    [Fact]
    public void Half_of_each_kind_praise_where_labels_are_right() => Assert.All(
        Parts[1..].SelectMany(part => part.GroupBy(review => review.Kind)),
        kind => Assert.Equal(kind.Count(), 2 * kind.Count(review => review.Praises)));

    [Fact]
    public void No_two_parts_share_a_bag_and_only_contrasts_have_a_twin()
    {
        var bags = Parts.SelectMany((part, number) => part.Select(review => (Bag: Bag(review), number, review.Kind)))
            .GroupBy(review => review.Bag).ToArray();

        Assert.All(bags, bag => Assert.Single(bag.Select(review => review.number).Distinct()));
        Assert.All(bags, bag => Assert.Equal(bag.First().Kind == ReviewKind.Contrast ? 2 : 1, bag.Count()));
    }

    [Fact]
    public void Twins_have_other_labels_by_what_stands_after_but()
    {
        foreach (var pair in _data.Test.Where(review => review.Kind == ReviewKind.Contrast).Chunk(2))
        {
            Assert.Equal((Bag(pair[0]), true, false), (Bag(pair[1]), pair[0].Praises, pair[1].Praises));
            Assert.EndsWith(pair[0].Text.Split(" but ")[1], pair[1].Text.Split(" but ")[0]);
        }
    }

    [Theory]
    [InlineData(0.1f, 60, 85)]
    [InlineData(0.5f, 340, 380)]
    public void A_share_of_the_training_labels_is_wrong_and_else_nothing_changes(float wrong, int least, int most)
    {
        var some = new FilmReviews(new TorchRandom(1), 720, wrong);
        var none = new FilmReviews(new TorchRandom(1), 720, wrong: 0);

        Assert.Equal(none.Test, some.Test);
        Assert.Equal(none.Training.Select(review => review.Text), some.Training.Select(review => review.Text));
        Assert.InRange(none.Training.Zip(some.Training, (a, b) => a != b).Count(differs => differs), least, most);
    }

    [Fact]
    public void More_to_learn_from_leaves_the_test_as_it_is() =>
        Assert.Equal(_data.Test, new FilmReviews(new TorchRandom(1), training: 720).Test);

    [Fact]
    public void All_are_filled_up_to_one_length()
    {
        var batch = _data.Encode(_data.HeldOut);

        Assert.Equal(new Shape(180, FilmReviews.Length), batch.Inputs.Shape);
        Assert.Contains(_data.Test, review => Vocabulary.Split(review.Text).Length == FilmReviews.Length);
        Assert.Equal(Vocabulary.Split(_data.HeldOut[0].Text).Length, Vocabulary.Mask(batch.Inputs[0]).Sum().Item());
    }

    [Fact]
    public void Each_round_of_batches_goes_through_all_of_them()
    {
        var batches = _data.Batches(steps: 24, 32, new TorchRandom(1)).ToArray();

        Assert.Equal(24, batches.Length);
        Assert.Equal(2 * 360, batches.Sum(batch => batch.Inputs.Shape[0]));
    }

    [Fact]
    public void What_does_not_work_is_told()
    {
        Refused.With<ArgumentException>("training", () => new FilmReviews(new TorchRandom(1), training: 0));
        Refused.With<ArgumentException>("wrong", () => new FilmReviews(new TorchRandom(1), wrong: 1));
        Refused.With<ArgumentException>("training is too large", () => new FilmReviews(new TorchRandom(1), 30_000));
        Refused.With<ArgumentException>("reviews is empty", () => _data.Encode());
        Refused.With<ArgumentException>("one of 15 words, expected 14", () => _data.Encode(
            new FilmReviews.Review(string.Join(' ', Enumerable.Repeat("good", 15)), true, ReviewKind.Plain)));
    }

    private static string Bag(FilmReviews.Review review) =>
        string.Join(' ', Vocabulary.Split(review.Text).Order(StringComparer.Ordinal));
}
