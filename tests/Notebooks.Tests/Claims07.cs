using SequenceModels;
using SequenceModels.Tasks;
using static Notebooks.Tests.ReversalNetworks;

namespace Notebooks.Tests;

/// <summary>What lesson 07 says of contexts and lengths, at its budget, for seeds that it does not use.</summary>
public sealed class Claims07
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_attention_exact_match_falls_with_length_and_with_attention_it_does_not(int seed)
    {
        var (plain, attending) = (ByLength(Plain(64, seed), seed), ByLength(Attending(64, seed), seed));

        Assert.InRange(plain[3], 0.98f, 1);
        Assert.InRange(plain[6], 0.8f, 0.96f);
        Assert.InRange(plain[8], 0.35f, 0.7f);
        Assert.InRange(plain[10], 0.04f, 0.25f);
        Assert.All(attending.Values, share => Assert.InRange(share, 0.96f, 1));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Letters_become_worse_with_length_too_and_those_read_first_most(int seed)
    {
        var (six, ten) = (RightByPlace(Plain(64, seed), 6, seed), RightByPlace(Plain(64, seed), 10, seed));

        Assert.InRange(six.Average(), 0.9, 0.99);
        Assert.InRange(ten.Average(), 0.5, 0.8);
        Assert.InRange(ten[0], 0.97, 1);
        Assert.InRange(ten[^1], 0.3, 0.65);
        Assert.All(RightByPlace(Attending(64, seed), 10, seed), share => Assert.InRange(share, 0.97, 1));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_larger_context_helps_at_every_step_and_is_not_enough(int seed)
    {
        var right = new[] { 16, 32, 64, 96 }.Select(units => ByLength(Plain(units, seed), seed)).ToArray();

        Assert.All(right.Zip(right[1..]), pair =>
            Assert.InRange(pair.Second.Values.Sum() - pair.First.Values.Sum(), 0.3, 8));
        Assert.InRange(right[^1][10], 0, 0.6f);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Attention_with_32_units_beats_96_without_and_16_with_it(int seed)
    {
        var test = Task(seed).Encode(Task(seed).HeldOut);
        var (plain, attending) = (Plain(96, seed), Attending(32, seed));

        Assert.InRange(attending.ParameterCount / (double)plain.ParameterCount, 0.19, 0.23);
        Assert.InRange(plain.ExactMatch(test), 0.7f, 0.87f);
        Assert.InRange(attending.ExactMatch(test), 0.93f, 1);
        Assert.InRange(attending.ExactMatch(test) - Attending(16, seed).ExactMatch(test), 0.15f, 1);
    }

    [Fact]
    public void How_far_16_units_get_with_attention_depends_on_the_seed()
    {
        int[] seeds = [1, 2, 3];
        var right = seeds.Select(seed =>
            Attending(16, seed).ExactMatch(Task(seed).Encode(Task(seed).HeldOut))).ToArray();

        Assert.InRange(right.Max() - right.Min(), 0.3f, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Twice_the_steps_get_far_more_through_the_same_context(int seed)
    {
        var after400 = ByLength(Plain(64, seed), seed)[10];
        var after800 = ByLength(Plain(64, seed, steps: 800), seed)[10];

        Assert.InRange(after800 - after400, 0.15f, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Neither_writes_words_of_12_letters_or_more_and_with_attention_answers_stay_short(int seed)
    {
        foreach (var length in new[] { 12, 15, 20 })
        {
            var words = new Reversal(
                new TorchRandom(7), minLength: length, maxLength: length, training: 1, heldOut: 200);
            var test = words.Encode(words.HeldOut);

            Assert.InRange(Plain(64, seed).ExactMatch(test), 0, 0.02f);
            Assert.Equal(0, Attending(64, seed).ExactMatch(test));
            Assert.InRange(Attending(64, seed).Greedy(test.Source).Average(answer => answer.Tokens.Count), 9, 12);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_last_letter_read_moves_the_context_most(int seed)
    {
        string[] words = [.. Of(5, seed).Select(pair => pair.Source)];
        var contexts = Plain(64, seed).Encoder.Forward(Task(seed).Encode(Of(5, seed)).Source).Last.H[0].ToMatrix();
        var centre = contexts.ColumnSums() / words.Length;
        double Moved(int place) => words.Select((word, i) => (Letter: word[place], Context: contexts.Row(i)))
            .GroupBy(of => of.Letter, of => of.Context)
            .Sum(of => of.Count() * Math.Pow((of.Aggregate((a, b) => a + b) / of.Count() - centre).L2Norm(), 2))
            / contexts.EnumerateRows().Sum(context => Math.Pow((context - centre).L2Norm(), 2));

        Assert.InRange(Moved(4), 0.4, 0.65);
        Assert.InRange(Moved(0), 0.04, 0.13);
    }
}
