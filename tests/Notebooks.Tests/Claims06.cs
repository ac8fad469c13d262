using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 06 says of translators, for seeds that it does not use.</summary>
public sealed class Claims06
{
    private const int Short = 300, Long = 200, Half = 100;

    private static readonly Dictionary<int, Seq2Seq> _beginners = [];

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public void What_the_decoder_hears_is_as_long_for_any_sentence(int words)
    {
        var rng = new TorchRandom(42);
        var (_, (h, c)) = new Lstm(64, 128, rng).Forward(Tensor.Randn(rng, 1, words, 64));

        Assert.Equal((new Shape(1, 1, 128), new Shape(1, 1, 128)), (h.Shape, c.Shape));
    }

    [Fact]
    public void More_padding_changes_nothing_where_it_is_skipped()
    {
        var task = ShortFrench.Task(1);
        var (model, batch) = (ShortFrench.Plain(task, steps: 1, seed: 1), task.Encode([.. task.HeldOut.Take(8)]));
        Tensor Padded(Tensor tokens) => Tensor.Concat([tokens, Tensor.Zeros(8, 5)], axis: 1);
        var (source, input, target) = (Padded(batch.Source), Padded(batch.DecoderInput), Padded(batch.Target));

        Assert.Equal(model.Loss(batch).Item(), model.Loss(source, input, target).Item(), 1e-5f);
        Assert.Equal(model.Greedy(batch.Source)[0].Tokens, model.Greedy(source)[0].Tokens);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_plain_translator_learns_short_sentences_and_nothing_about_padding(int seed)
    {
        var task = ShortFrench.Task(seed);
        var (model, test) = (ShortFrench.Plain(task, Short, seed), task.Encode(task.HeldOut));
        using var _ = Tensor.NoGrad();
        var scores = model.Forward(test.Source, test.DecoderInput);

        Assert.InRange(model.ExactMatch(test), 0.97f, 1);
        Assert.InRange(Loss.CrossEntropy(scores, test.Target, ignore: Vocabulary.Padding).Item(), 0, 0.1f);
        Assert.InRange(Loss.CrossEntropy(scores, test.Target).Item(), 1, 20);
        Assert.InRange(task.HeldOut.Take(25).Count(pair => Searched(model, task, pair).Better), 0, 2);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_beginner_s_first_mistake_spoils_what_follows_only_when_it_reads_its_own_words(int seed)
    {
        var task = ShortFrench.Task(seed);
        var (model, test) = (Beginner(task, seed), task.Encode(task.HeldOut));
        using var _ = Tensor.NoGrad();
        var (targets, forced) = (Rows(test.Target), Rows(model.Forward(test.Source, test.DecoderInput).ArgMax()));
        var free = model.Greedy(test.Source, 12).Select(written => written.Steps.Select(step => (float)step.Token).ToArray());
        var later = targets.Zip(forced, free).SelectMany(rows => Enumerable.Range(0, Array.IndexOf(rows.First, 2) + 1)
            .SkipWhile(t => At(rows.Third, rows.First, t)).Skip(1)
            .Select(t => (Forced: At(rows.Second, rows.First, t), Free: At(rows.Third, rows.First, t)))).ToArray();

        Assert.InRange(model.ExactMatch(test), 0, 0.35f);
        Assert.InRange(later.Average(place => place.Forced ? 1 : 0), 0.78, 0.95);
        Assert.InRange(later.Average(place => place.Free ? 1 : 0), 0.2, 0.5);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_beginner_s_beam_finds_more_probable_sentences_often_and_right_ones_sometimes(int seed)
    {
        var task = ShortFrench.Task(seed);
        var model = Beginner(task, seed);
        var searches = task.HeldOut.Take(100).Select(pair => Searched(model, task, pair)).ToArray();
        var (greedy, beam) = (searches.Count(search => search.Greedy), searches.Count(search => search.Beam));

        Assert.InRange(searches.Count(search => search.Better), 30, 70);
        Assert.InRange(beam, greedy + 1, 50);
        Assert.InRange(searches.Count(search => search.Kept), beam + 10, 90);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_longer_sentences_it_learns_few_in_as_many_steps(int seed)
    {
        var task = new MiniFrench(new TorchRandom(seed));

        Assert.InRange(ShortFrench.Plain(task, Long, seed).ExactMatch(task.Encode(task.HeldOut)), 0, 0.2f);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_attention_it_learns_nearly_all_of_them_in_a_third_of_the_steps(int seed)
    {
        var task = new MiniFrench(new TorchRandom(seed));

        Assert.InRange(ShortFrench.Attending(task, Half, seed).ExactMatch(task.Encode(task.HeldOut)), 0.97f, 1);
    }

    private static Seq2Seq Beginner(TranslationTask task, int seed) => _beginners.TryGetValue(seed, out var model)
        ? model
        : _beginners[seed] = ShortFrench.Plain(task, Half, seed);

    private static (bool Better, bool Greedy, bool Beam, bool Kept) Searched(
        Seq2Seq model, TranslationTask task, SentencePair pair)
    {
        var source = task.SourceVocabulary.Tokens(pair.Source);
        var (greedy, beam) = (model.Greedy(source, 12)[0], model.Beam(source, width: 5, maxLength: 12));
        bool Exact(Translation written) => task.TargetVocabulary.Decode(written.Tokens) == pair.Target;
        return (beam[0].LogProbability > greedy.LogProbability + 1e-3f, Exact(greedy), Exact(beam[0]), beam.Any(Exact));
    }

    private static float[][] Rows(Tensor tokens) => [.. tokens.ToArray().Chunk(tokens.Shape[1])];

    private static bool At(float[] written, float[] right, int t) => t < written.Length && written[t] == right[t];
}
