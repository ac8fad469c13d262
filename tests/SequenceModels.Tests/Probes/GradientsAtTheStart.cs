using SequenceModels.Layers;
using SequenceModels.Probes;

namespace SequenceModels.Tests.Probes;

/// <summary>What reaches back through fresh networks of 32 units that read 100 random vectors of 8: the gradient as a part
/// of the last step's, in powers of ten, over five seeds.</summary>
public class GradientsAtTheStart
{
    private const int Inputs = 8, Hidden = 32, Length = 100;

    public static TheoryData<string, double[]> Cells() => new()
    {
        // the means at 10, 20, 50 and 99 steps back
        { "RNN", [-2.8, -5.6, -13.9, -27.3] },
        { "RNN, orthogonal x 0.9", [-1.1, -2.2, -5.6, -11.1] },
        { "RNN, orthogonal", [-0.7, -1.5, -3.9, -7.8] },
        { "RNN, gaussian x 2", [0.3, 0.6, 1.6, 3.1] },
        { "GRU", [-2.3, -4.3, -10.4, -20.5] },
        { "GRU, update bias 3", [-0.2, -0.4, -1.0, -1.9] },
        { "LSTM", [-3.1, -5.1, -11.3, -21.2] },
        { "LSTM, forget bias 1", [-1.9, -2.7, -5.1, -8.9] },
        { "LSTM, forget bias 3", [-1.4, -1.5, -1.7, -1.4] },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decay_as_measured(string name, double[] powers)
    {
        IReadOnlyList<double>[] flows = [.. Enumerable.Range(1, 5).Select(seed => Relative(name, new TorchRandom(seed)))];
        var measured = Array.ConvertAll([10, 20, 50, 99], back => flows.Average(flow => Math.Log10(flow[Length - back])));

        Assert.All(powers.Zip(measured), pair => Assert.InRange(pair.Second, pair.First - 0.5, pair.First + 0.5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Only_the_forget_bias_lets_an_LSTM_remember(int seed)
    {
        double Back(string name, int steps) => Relative(name, new TorchRandom(seed))[Length - steps];

        Assert.InRange(Back("RNN", 50), 1e-16, 1e-11);
        Assert.InRange(Back("LSTM", 50), 0, Math.Pow(0.9, 50) / 1000); // worse than the lecture's 0.9 a step
        Assert.InRange(Back("LSTM, forget bias 3", 99), 1e-3, 1);
    }

    private static IReadOnlyList<double> Relative(string name, TorchRandom rng)
    {
        Module cell = name switch
        {
            "GRU" => new GruCell(Inputs, Hidden, rng),
            "GRU, update bias 3" => new GruCell(Inputs, Hidden, rng, updateBias: 3),
            "LSTM" => new LstmCell(Inputs, Hidden, rng),
            "LSTM, forget bias 1" => new LstmCell(Inputs, Hidden, rng, forgetBias: 1),
            "LSTM, forget bias 3" => new LstmCell(Inputs, Hidden, rng, forgetBias: 3),
            _ => PlainCell(name, rng),
        };
        var x = Tensor.Randn(rng, 1, Length, Inputs);
        return cell is MemoryCell lstm
            ? GradientProbe.Through(lstm, x, rng).H.Relative
            : GradientProbe.Through((RecurrentCell)cell, x, rng).Relative;
    }

    private static RnnCell PlainCell(string name, TorchRandom rng)
    {
        var (cell, gaussian) = (new RnnCell(Inputs, Hidden, rng), Tensor.Randn(rng, Hidden, Hidden));
        var orthogonal = Tensor.FromMatrix(gaussian.ToMatrix().QR().Q);
        cell.WeightHh.CopyFrom(name switch
        {
            "RNN, orthogonal x 0.9" => orthogonal * 0.9f,
            "RNN, orthogonal" => orthogonal,
            "RNN, gaussian x 2" => gaussian * (2f / MathF.Sqrt(Hidden)),
            _ => cell.WeightHh,
        });
        return cell;
    }
}
