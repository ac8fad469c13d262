using Exercises;
using Lectures.Recurrent;
using SequenceModels;

namespace Notebooks.Tests;

/// <summary>What lesson 06's checks say to students' answers, each computed here as a student would.</summary>
public sealed class Answers06
{
    private static readonly int[] _words = ShortFrench.Task(0).TargetVocabulary.Encode("le chat regarde la fleur");
    private static readonly int[] _read = [1, .. _words], _target = [.. _words, 2];

    private static readonly int[] _places = [5, 19, 30, 2, 7, 2, 0, 0];
    private static readonly double[] _losses = [0.3, 0.1, 0.5, 0.1, 2.0, 0.6, 6.0, 5.0];

    private static readonly double[] _first = [0.6, 0.5, 0.9], _second = [0.4, 0.9, 0.9, 0.95];

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson06.Shifted, (_read, _target) },
        { Lesson06.Shifted, new[] { _read.ToList(), _target.ToList() } },
        { Lesson06.Shifted, Tensor.FromArray([.. _read, .. _target], 2, 6) },
        { Lesson06.Masked, _losses.Zip(_places).Where(at => at.Second != 0).Average(at => at.First) },
        { Lesson06.Masked, 0.6f },
        { Lesson06.WholeSentences, (_first.Sum(Math.Log), _second.Sum(Math.Log)) },
        { Lesson06.WholeSentences, new[] { Math.Log(0.6 * 0.5 * 0.9), Math.Log(0.4 * 0.9 * 0.9 * 0.95) } },
        { Lesson06.ExactMatch, Lesson06.Attempts.Count(pair => pair.Written == pair.Right) / 5.0 },
        { Lesson06.ExactMatch, 2f / 5 },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson06.Shifted, (_target, _read), "changed places" },
        { Lesson06.Shifted, (_target, _target), "the slip in the lecture's code" },
        { Lesson06.Shifted, (_read, _words), "never learn to stop" },
        { Lesson06.Shifted, (_words, _target), "input's beginning is missing" },
        { Lesson06.Shifted, (_words, _words), "bare sentence" },
        { Lesson06.Masked, _losses.Average(), "the padding counts" },
        { Lesson06.Masked, _losses[..6].Sum(), "That is the sum" },
        { Lesson06.Masked, _losses[..6].Sum() / 8, "not by all eight" },
        { Lesson06.Masked, (_losses[..4].Average() + _losses[4..6].Average()) / 2, "two sentences' means" },
        { Lesson06.Masked, _losses.Zip(_places).Where(at => at.Second > 2).Average(at => at.First), "<eos> is left out" },
        { Lesson06.WholeSentences, (0.6 * 0.5 * 0.9, 0.4 * 0.9 * 0.9 * 0.95), "Those are the probabilities" },
        { Lesson06.WholeSentences, (_first.Average(Math.Log), _second.Average(Math.Log)), "the means" },
        { Lesson06.WholeSentences, (_first.Sum(Math.Log10), _second.Sum(Math.Log10)), "base 10" },
        { Lesson06.WholeSentences, (_first.Sum(), _second.Sum()), "added the probabilities" },
        { Lesson06.WholeSentences, (-_first.Sum(Math.Log), -_second.Sum(Math.Log)), "sign is turned" },
        { Lesson06.ExactMatch, Lesson06.Attempts.Count(pair => pair.Written == pair.Right), "Which share of all" },
        { Lesson06.ExactMatch, Lesson06.Attempts.Average(pair => pair.Written.StartsWith(pair.Right, StringComparison.Ordinal)
            ? 1.0 : 0), "only begins with the other" },
        { Lesson06.ExactMatch, WordAccuracy(), "share of words at their place" },
        { Lesson06.ExactMatch, 40, "In percent" },
    };

    private static double WordAccuracy()
    {
        var words = Lesson06.Attempts.Select(pair => (Written: pair.Written.Split(' '), Right: pair.Right.Split(' '))).ToArray();
        return words.Sum(pair => pair.Written.Zip(pair.Right).Count(at => at.First == at.Second))
            / (double)words.Sum(pair => pair.Right.Length);
    }
}
