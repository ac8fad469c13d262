using Exercises;
using Lectures.Recurrent;
using Lectures.Recurrent.Functions;

namespace Notebooks.Tests;

/// <summary>Lesson 06's greedy loop as students write it.</summary>
public sealed class OwnGreedy06
{
    public static TheoryData<WordByWord, string> Wrong => new()
    {
        { (next, start, longest) => Loop(next, start, longest, keepEnd: false), "only the <eos> at the end is missing" },
        { (next, start, longest) => [1, .. Loop(next, start, longest)], "<bos> is read, not written" },
        { (next, start, longest) => [1, .. Loop(next, start, longest).SkipLast(1)], "words that were read" },
        { (next, start, longest) => [Loop(next, start, longest)[0]], "That is one step" },
        { (next, start, longest) => Loop((word, _) => next(word, start), start, longest), "Your loop forgets" },
        { (next, start, longest) => Loop((_, state) => next(1, state), start, longest), "reads <bos> at each step" },
        { (next, start, longest) => Loop((_, _) => next(1, start), start, longest), "neither word nor state" },
        { (next, start, longest) => Loop(next, start, longest, stops: false), "Your loop goes on after <eos>" },
        { (next, start, longest) => Loop(next, start, longest + 1), "one word more than `longest`" },
        { (next, start, longest) => Loop(next, start, int.MaxValue, stops: false), "the loop has asked for" },
        { (_, _, _) => [5, 3, 2], "the same whatever the function is given" },
        { (_, _, _) => null!, "the result is null" },
    };

    [Fact]
    public void Its_own_answer_passes_and_its_slips_are_told() => JudgingFunctions.Holds(Lesson06.GreedyLoop);

    [Fact]
    public void A_right_loop_passes() =>
        Assert.True(Lesson06.GreedyLoop.Check((next, start, longest) => Loop(next, start, longest)).Passed);

    [Fact]
    public void A_loop_that_writes_nothing_is_not_written_yet() =>
        Assert.Equal(Outcome.Unanswered, Lesson06.GreedyLoop.Check((_, _, _) => []).Outcome);

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_slip_is_told(WordByWord mine, string says) => JudgingFunctions.Says(Lesson06.GreedyLoop, mine, says);

    private static List<int> Loop(
        Func<int, SequenceModels.Layers.RecurrentState, SequenceModels.Models.DecoderOutput> next,
        SequenceModels.Layers.RecurrentState start, int longest, bool keepEnd = true, bool stops = true)
    {
        var (written, word, state) = (new List<int>(), 1, start);
        for (var t = 0; t < longest; t++)
        {
            var output = next(word, state);
            (word, state) = ((int)output.Logits[0, 0].ArgMax().Item(), output.Last);
            if (word != 2 || keepEnd)
            {
                written.Add(word);
            }

            if (word == 2 && stops)
            {
                break;
            }
        }

        return written;
    }
}
