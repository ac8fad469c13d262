using System.Collections.Concurrent;
using SequenceModels;
using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>Networks that write words backwards, at lesson 07's budget, each trained once.</summary>
internal static class ReversalNetworks
{
    private static readonly ConcurrentDictionary<(bool, int, int, int), Lazy<Seq2Seq>> _trained = [];
    private static readonly ConcurrentDictionary<int, Reversal> _tasks = [];

    public static Seq2Seq Plain(int units, int seed, int steps = 400) => Trained(false, units, steps, seed);

    public static Seq2Seq Attending(int units, int seed) => Trained(true, units, 400, seed);

    public static Reversal Task(int seed) =>
        _tasks.GetOrAdd(seed, number => new Reversal(new TorchRandom(number), heldOut: 1600));

    public static SentencePair[] Of(int length, int seed) =>
        [.. Task(seed).HeldOut.Where(pair => pair.Source.Length == length)];

    public static IReadOnlyDictionary<int, float> ByLength(Seq2Seq model, int seed) =>
        model.ExactMatchByLength(Task(seed).Encode(Task(seed).HeldOut));

    public static double[] RightByPlace(Seq2Seq model, int length, int seed)
    {
        var pairs = Of(length, seed);
        var written = model.Greedy(Task(seed).Encode(pairs).Source)
            .Select(answer => Task(seed).TargetVocabulary.Decode(answer.Tokens).PadRight(length)).ToArray();
        return [.. Enumerable.Range(0, length).Select(place =>
            pairs.Zip(written, (pair, answer) => pair.Target[place] == answer[place] ? 1.0 : 0).Average())];
    }

    private static Seq2Seq Trained(bool attending, int units, int steps, int seed) =>
        _trained.GetOrAdd((attending, units, steps, seed), _ => new(() => Train(attending, units, steps, seed))).Value;

    private static Seq2Seq Train(bool attending, int units, int steps, int seed)
    {
        var (rng, task) = (new TorchRandom(seed), Task(seed));
        var (letters, marked) = (task.SourceVocabulary.Count, task.TargetVocabulary.Count);
        var model = attending
            ? Seq2Seq.WithAttention(letters, marked, 32, units, rng)
            : Seq2Seq.Plain(letters, marked, 32, units, rng);
        var adam = new Adam(model.Parameters(), learningRate: 0.01f);
        foreach (var step in new Trainer(adam, clipNorm: 1).Steps(task.Batches(steps, 64, rng), model.Loss))
        {
            adam.LearningRate = 0.01f * Math.Max(0.02f, 1 - (float)step.Step / steps);
        }

        return model;
    }
}
