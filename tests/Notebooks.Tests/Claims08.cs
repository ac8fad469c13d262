using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Tasks;

namespace Notebooks.Tests;

/// <summary>What lesson 08 says of attention, for seeds that it does not use. What is reached without attention is a
/// claim of the library's tests, LearningToTranslate.</summary>
public sealed class Claims08
{
    public static readonly SentencePair Example = new(
        "the white flower never sees the small black cat", "la fleur blanche ne voit jamais le petit chat noir");

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Fact]
    public void Wide_vectors_make_the_unscaled_softmax_all_or_nothing_and_not_the_scaled_one()
    {
        var rng = new TorchRandom(2);
        var (queries, keys) = (Tensor.Randn(rng, 1, 200, 256), Tensor.Randn(rng, 1, 10, 256));
        float Largest(bool scaled) => new DotProductAttention(scaled).Forward(queries, keys)
            .Weights.ToArray().Chunk(10).Average(row => row.Max());

        Assert.InRange(Largest(scaled: false), 0.85f, 1);
        Assert.InRange(Largest(scaled: true), 0.2f, 0.45f);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_additive_score_gets_all_unseen_sentences_right_and_articles_look_at_their_noun(int seed)
    {
        var nouns = "cat dog horse bird tree flower house mouse bee star".Split(' ');
        var translator = FrenchTranslator.Additive(seed);
        var (pairs, weights) = (translator.Task.HeldOut, translator.Forced(translator.Test).Weights!);
        var definite = Enumerable.Range(0, 400).Where(i => pairs[i].Target.Split(' ')[0] is "le" or "la").ToArray();

        Assert.InRange(translator.Model.ExactMatch(translator.Test), 0.99f, 1);
        Assert.InRange(definite.Average(i => weights[i, 0, 0].Item()), 0, 0.05);
        Assert.InRange(definite.Average(i => weights[i, 0, Noun(pairs[i])].Item()), 0.7, 1);
        int Noun(SentencePair pair) => Array.FindIndex(Vocabulary.Split(pair.Source), nouns.Contains);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_scaled_product_does_nearly_as_well_and_the_unscaled_not_better(int seed)
    {
        var (scaled, dot) = (Right(new DotProductAttention(scaled: true)), Right(new DotProductAttention()));

        Assert.InRange(scaled, 0.98f, 1);
        Assert.InRange(dot, 0.8f, scaled);
        float Right(Attention score) => FrenchTranslator.Of(seed, score) is var it ? it.Model.ExactMatch(it.Test) : 0;
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void After_10_steps_all_rows_look_at_the_same_few_words_and_at_the_end_at_many(int seed)
    {
        var translator = FrenchTranslator.Additive(seed);
        int LookedAt(Tensor weights) => weights.ArgMax().ToArray().Distinct().Count();

        Assert.InRange(LookedAt(translator.Early), 1, 3);
        Assert.InRange(LookedAt(translator.Forced(translator.Task.Encode(Example)).Weights![0]), 5, 9);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Padding_without_a_mask_spoils_sentences_and_with_one_changes_nothing(int seed)
    {
        var translator = FrenchTranslator.Additive(seed);
        var test = translator.Test;
        var filled = translator.Model.Encoder.Forward(Tensor.Concat([test.Source, Tensor.Zeros(400, 50)], 1));
        double Right(EncodedSource source) => 1 - Wrong(translator.Forced(test, source)).Distinct().Count() / 400.0;
        IEnumerable<int> Wrong(DecoderOutput output) => output.Logits.ArgMax().ToArray().Zip(test.Target.ToArray())
            .Index().Where(at => at.Item.Second > 0 && at.Item.First != at.Item.Second)
            .Select(at => at.Index / test.Target.Shape[1]);

        Assert.InRange(Right(filled), 0.99, 1);
        Assert.InRange(Right(filled with { Mask = null }), 0.2, 0.8);
        Assert.Equal(0, translator.Forced(test, filled).Weights![.., .., ^50..].ToArray().Max());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Hiding_the_word_most_looked_at_spoils_verbs_and_nouns_but_not_jamais(int seed)
    {
        var translator = FrenchTranslator.Additive(seed);
        var results = translator.Task.HeldOut.Take(150).SelectMany(translator.Hiding).ToArray();
        double StillRight(string words) => results.Where(result => words.Split(' ').Contains(result.Word))
            .Average(result => result.StillRight ? 1 : 0);

        Assert.InRange(StillRight("voit suit trouve regarde aime entend"), 0, 0.4);
        Assert.InRange(StillRight("chat chien cheval oiseau arbre fleur maison souris abeille étoile"), 0, 0.4);
        Assert.InRange(StillRight("jamais"), 0.85, 1);
        Assert.Contains("jamais", translator.Write(Example.Source));
        Assert.DoesNotContain(
            "jamais", translator.Write(Example.Source.Replace(" never", "", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_gradient_points_at_another_word_than_the_weight_now_and_then(int seed)
    {
        var translator = FrenchTranslator.Additive(seed);

        Assert.InRange(
            translator.Task.HeldOut.Take(40).SelectMany(Disagreements).Average(differs => differs ? 1 : 0), 0.05, 0.35);

        IEnumerable<bool> Disagreements(SentencePair pair)
        {
            var one = translator.Task.Encode(pair);
            var seen = translator.Forced(one).Weights![0].ArgMax().ToArray();
            return seen.Select((most, t) => translator.Influence(one, t).ArgMax().Item() != most);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Longer_sentences_of_the_known_form_do_no_harm_and_a_second_that_does(int seed)
    {
        var translator = FrenchTranslator.Additive(seed);
        var (task, longer) = (translator.Task, new MiniFrench(new TorchRandom(seed + 10), 15, 20, training: 1));
        SentencePair[] beyond = [.. longer.HeldOut.Where(pair => longer.SourceLength(pair) > 15)];
        SentencePair[] twice =
        [
            .. task.HeldOut.Where(pair => !pair.Source.Contains("that")).Select(pair => new SentencePair(
                pair.Source + " that follows a horse that sees the white house",
                pair.Target + " qui suit un cheval qui voit la maison blanche")),
        ];

        Assert.InRange(translator.Model.ExactMatch(task.Encode(beyond)), 0.95f, 1);
        Assert.InRange(translator.Model.ExactMatch(task.Encode(twice)), 0, 0.02f);
    }
}
