using SequenceModels.Tasks;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Tasks;

public sealed class Translating
{
    private static readonly TranslationTask _french = new(
        new PairSplit([new("the cat sat", "le chat assis"), new("the cat", "le chat")], [new("sat", "assis")]),
        Vocabulary.Of(["the cat sat"]), Vocabulary.Of(["le chat assis"]).ForTargets());

    private static readonly Dictionary<string, Func<TorchRandom, TranslationTask>> _tasks = new()
    {
        [nameof(Reversal)] = rng => new Reversal(rng),
        [nameof(MiniFrench)] = rng => new MiniFrench(rng),
        [nameof(DateNormalisation)] = rng => new DateNormalisation(rng),
        [nameof(NumberWords)] = rng => new NumberWords(rng),
    };

    public static TheoryData<string> All => [.. _tasks.Keys];

    [Fact]
    public void A_decoder_reads_bos_first_and_writes_eos_last()
    {
        var batch = _french.Encode(_french.Training);

        Assert.Equal(new Shape(2, 4), batch.Target.Shape);
        Assert.Equal([1f, 2, 3, 1, 2, 0], batch.Source.ToArray());
        Assert.Equal([1f, 3, 4, 5, 1, 3, 4, 0], batch.DecoderInput.ToArray()); // <bos> le chat assis | <bos> le chat
        Assert.Equal([3f, 4, 5, 2, 3, 4, 2, 0], batch.Target.ToArray()); // le chat assis <eos> | le chat <eos>
        Assert.Equal(2, _french.SourceLength(_french.Training[1]));
    }

    [Fact]
    public void Each_round_of_batches_is_all_of_the_training_pairs()
    {
        var task = new Reversal(new TorchRandom(1), training: 100, heldOut: 10);
        var batches = task.Batches(steps: 8, batchSize: 32, new TorchRandom(2)).ToArray();

        Assert.Equal([32, 32, 32, 4, 32, 32, 32, 4], batches.Select(batch => batch.Source.Shape[0]));
        foreach (var round in batches.Chunk(4))
        {
            Assert.Equal(
                task.Training.Select(pair => pair.Source).Order(StringComparer.Ordinal),
                round.SelectMany(batch => Texts(task.SourceVocabulary, batch.Source)).Order(StringComparer.Ordinal));
        }

        Assert.NotEqual(batches[0].Source.ToArray(), batches[4].Source.ToArray());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_makes_the_same_task_and_the_same_batches(string name)
    {
        var make = _tasks[name];
        var (one, same, other) = (make(new TorchRandom(5)), make(new TorchRandom(5)), make(new TorchRandom(6)));

        Assert.Equal(one.Training, same.Training);
        Assert.Equal(one.HeldOut, same.HeldOut);
        Assert.NotEqual(one.HeldOut, other.HeldOut);
        Assert.Equal(Bits(one), Bits(same));

        static float[] Bits(TranslationTask task) =>
            [.. task.Batches(3, 32, new TorchRandom(1)).SelectMany(batch => batch.Target.ToArray())];
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_pair_comes_twice_and_every_pair_survives_its_numbers(string name)
    {
        var task = _tasks[name](new TorchRandom(1));
        SentencePair[] pairs = [.. task.Training, .. task.HeldOut];
        var batch = task.Encode(pairs);

        Assert.Equal(400, task.HeldOut.Count);
        Assert.Equal(pairs.Length, pairs.DistinctBy(pair => pair.Source).Count());
        Assert.Equal(pairs.Length, pairs.DistinctBy(pair => pair.Target).Count());
        Assert.Equal(pairs.Select(pair => pair.Source), Texts(task.SourceVocabulary, batch.Source));
        Assert.Equal(pairs.Select(pair => pair.Target), Texts(task.TargetVocabulary, batch.Target));
        Assert.Equal(pairs.Select(pair => pair.Target), Texts(task.TargetVocabulary, batch.DecoderInput));
    }

    [Fact]
    public void Odd_arguments_are_explained()
    {
        var (rng, words) = (new TorchRandom(1), Vocabulary.Of(["le chat"]));

        Refused.With<ArgumentException>(
            "target has no <bos> and <eos>: ForTargets() adds them.",
            () => new TranslationTask(new PairSplit([], []), words, words));
        Refused.With<ArgumentException>(
            "training + heldOut is 20, but there are only about 14 different pairs.",
            () => new Reversal(rng, letters: 2, minLength: 1, maxLength: 3, training: 10, heldOut: 10));
        Refused.With<ArgumentOutOfRangeException>("letters is 27, expected from 2 to 26.", () => new Reversal(rng, 27));
        Refused.With<ArgumentOutOfRangeException>(
            "maxLength is 2, expected at least 3.", () => new Reversal(rng, maxLength: 2));
        Refused.With<ArgumentOutOfRangeException>(
            "maxWords is 5, expected from 6 to 20.", () => new MiniFrench(rng, maxWords: 5));
        Refused.With<ArgumentOutOfRangeException>(
            "heldOut is 0, expected at least 1.", () => new DateNormalisation(rng, heldOut: 0));
        Refused.With<ArgumentOutOfRangeException>(
            "training is 99, expected at least 100.", () => new NumberWords(rng, training: 99));
        Refused.With<ArgumentOutOfRangeException>("number is 0, expected from 1 to", () => NumberWords.InWords(0));
        Refused.With<ArgumentNullException>("rng", () => new MiniFrench(null!));
        Refused.With<ArgumentException>("\"chien\" is not among", () => _french.Encode(new SentencePair("the cat", "le chien")));
    }

    private static IEnumerable<string> Texts(Vocabulary vocabulary, Tensor tokens) =>
        tokens.ToArray().Chunk(tokens.Shape[1]).Select(row => vocabulary.Decode(row.Select(token => (int)token)));
}
