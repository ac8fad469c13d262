using Lectures.Recurrent;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Models;
using SequenceModels.Probes;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace Notebooks.Tests;

/// <summary>What lesson 04 says of forget biases, gates and cells, for seeds that it does not use.</summary>
public sealed class Claims04
{
    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void As_it_starts_an_LSTM_passes_less_back_than_the_lecture_s_09_and_from_bias_2_on_more(int seed)
    {
        bool IsMore(float? bias) => Memory(seed, bias)[1] > Math.Pow(0.9, 99);

        Assert.Equal([false, false, false, true, true, true, true], new float?[] { null, 0, 1, 2, 3, 4, 5 }.Select(IsMore));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_bias_3_the_gradient_falls_and_then_rises_again(int seed)
    {
        var parts = Memory(seed, 3);

        Assert.InRange(parts.Min(), 0, 0.5);
        Assert.InRange(parts[1] / parts.Min(), 1.2, 100);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void On_delayed_recall_bias_3_learns_in_200_steps_and_the_default_does_not(int seed)
    {
        Assert.InRange(Trained(new DelayedRecall(30), rng => new Lstm(8, 24, rng), 0.005f, seed).Accuracy, 0, 0.4f);
        Assert.InRange(Trained(new DelayedRecall(30), rng => new Lstm(8, 24, rng, forgetBias: 3), 0.005f, seed).Accuracy, 0.95f, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void At_the_cue_forget_gates_close_and_input_gates_open(int seed)
    {
        var task = new CuedRecall(20);
        var (accuracy, words, layer) = Trained(task, rng => new Lstm(8, 16, rng, forgetBias: 2), 0.01f, seed);
        var streams = task.Draw(100, new TorchRandom(seed)).Inputs;
        var cues = CuedRecall.Cues(streams);
        var traces = Enumerable.Range(0, 100).Select(s => LstmTrace.Of(((Lstm)layer).Cells[0], words.Forward(streams[s]))).ToArray();
        double AtCue(Func<LstmTrace, Tensor> gate) => traces.Zip(cues, (trace, cue) => gate(trace)[cue].Mean().Item()).Average();
        double Everywhere(Func<LstmTrace, Tensor> gate) => traces.Average(trace => gate(trace).Mean().Item());

        Assert.InRange(accuracy, 0.98f, 1);
        Assert.InRange(AtCue(trace => trace.F) - Everywhere(trace => trace.F), -1, -0.1);
        Assert.InRange(AtCue(trace => trace.I) - Everywhere(trace => trace.I), 0.02, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Without_a_forget_gate_the_task_is_learned_the_gradient_stays_and_the_memory_grows(int seed)
    {
        var (accuracy, _, _) = Trained(new CuedRecall(20), rng => new UnrolledMemory(new WithoutForgetting(8, 16, rng)), 0.01f, seed);
        var cell = new WithoutForgetting(8, 32, new TorchRandom(seed));
        var x = Tensor.Randn(new TorchRandom(seed + 10), 1, 1000, 8);
        double Largest(MemoryCell reader) => new UnrolledMemory(reader).Forward(x).Last.C.ToArray().Max(Math.Abs);

        Assert.InRange(accuracy, 0.98f, 1);
        Assert.InRange(GradientProbe.Through(cell, x[.., ..100], new TorchRandom(3)).C.Relative[1], 0.1, 1000);
        Assert.InRange(Largest(cell), 5 * Largest(new LstmCell(8, 32, new TorchRandom(seed), 3)), 1000);
    }

    private static IReadOnlyList<double> Memory(int seed, float? bias) => GradientProbe.Through(
        new LstmCell(8, 32, new TorchRandom(seed + 20), bias), Tensor.Randn(new TorchRandom(seed), 1, 100, 8),
        new TorchRandom(seed + 40)).C.Relative;

    private static (float Accuracy, Embedding Words, RecurrentLayer Reader) Trained(
        EndlessTask task, Func<TorchRandom, RecurrentLayer> make, float learningRate, int seed)
    {
        var rng = new TorchRandom(seed);
        var (words, reader) = (new Embedding(9, 8, rng), make(rng));
        var model = new TextClassifier(words, reader, new Linear(reader.HiddenSize, 4, rng));
        var test = task.Draw(256, rng);
        new Trainer(new Adam(model.Parameters(), learningRate), clipNorm: 1).Run(task.Batches(200, 32, rng),
            batch => Loss.CrossEntropy(model.Forward(batch.Inputs), batch.Targets));
        return (model.Accuracy(test.Inputs, test.Targets), words, reader);
    }
}
