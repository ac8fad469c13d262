using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>What lesson 05's checks say to students' answers, each computed here as a student would.</summary>
public static class Answers05
{
    private const int In = 64, Hidden = 128, Block = Hidden * In + Hidden * Hidden + 2 * Hidden;

    private static readonly Vector<double> _h, _fromX, _fromH;

    static Answers05()
    {
        var rng = new TorchRandom(42);
        var cell = new GruCell(4, 3, rng);
        var vectors = Tensor.Randn(rng, 7, 4);
        _h = cell.Forward(vectors[..1], Tensor.Zeros(1, 3)).ToVector();
        _fromX = cell.WeightIh.ToMatrix() * vectors[1].ToVector() + cell.BiasIh.ToVector();
        _fromH = cell.WeightHh.ToMatrix() * _h + cell.BiasHh.ToVector();
    }

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson05.Step, Mixed(Z, N) },
        { Lesson05.Step, Enumerable.Range(0, 3).Select(i => (float)(N[i] + Z[i] * (_h[i] - N[i]))).ToArray() },
        { Lesson05.Parameters, 3 * Block },
        { Lesson05.Parameters, 74496.0 },
        { Lesson05.BeTheGate, (1, 0, 0.5) },
        { Lesson05.BeTheGate, Tensor.FromArray([1f, 0f, 0.5f]) },
        { Lesson05.Converted, "(-3, 1.5, -0.2)" },
        { Lesson05.Converted, new List<float> { -3, 1.5f, -0.2f } },
        { Lesson05.Left, Math.Exp(-29 * Math.Log(1 + Math.Exp(-3))) },
        { Lesson05.Left, Enumerable.Repeat(SpecialFunctions.Logistic(3), 29).Aggregate((left, z) => left * z) },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson05.Step, Mixed(1 - Z, N), "changed places" },
        { Lesson05.Step, Mixed(Z, (FromX(2) + FromH(2)).PointwiseTanh()), "reset gate is missing" },
        { Lesson05.Step, Mixed(Z, R.PointwiseMultiply(FromX(2) + FromH(2)).PointwiseTanh()), "not what comes from" },
        { Lesson05.Step, Mixed(Z, FromX(2) + R.PointwiseMultiply(FromH(2))), "before tanh" },
        { Lesson05.Step, Mixed(R, N), "You mixed with r" },
        { Lesson05.Step, N, "old state still has to be mixed in" },
        { Lesson05.Parameters, Block, "plain RNN" },
        { Lesson05.Parameters, 4 * Block, "That is the LSTM" },
        { Lesson05.Parameters, 2 * Block, "candidate has weights too" },
        { Lesson05.Parameters, 3 * (Block - Hidden), "One bias a block is missing" },
        { Lesson05.BeTheGate, new[] { 0, 1, 0.5 }, "Turned round" },
        { Lesson05.BeTheGate, new[] { 0.8, 0.9, 0.4 }, "Those are the states" },
        { Lesson05.BeTheGate, new[] { 1, 1, 1 }, "no unit ever changes" },
        { Lesson05.Converted, new[] { 3, -1.5, 0.2 }, "Unchanged" },
        { Lesson05.Converted, new[] { -2, 2.5, 0.8 }, "before the sigmoid" },
        { Lesson05.Converted, new[] { -3, 1.5, -0.2 }.Select(SpecialFunctions.Logistic).ToArray(), "the right gates" },
        { Lesson05.Left, SpecialFunctions.Logistic(3), "after one step" },
        { Lesson05.Left, Math.Pow(SpecialFunctions.Logistic(3), 30), "One step too many" },
        { Lesson05.Left, Math.Pow(1 - SpecialFunctions.Logistic(3), 29), "candidate's share" },
        { Lesson05.Left, Math.Pow(0.5, 29), "That is bias 0" },
    };

    private static Vector<double> R => Sigmoid(FromX(0) + FromH(0));

    private static Vector<double> Z => Sigmoid(FromX(1) + FromH(1));

    private static Vector<double> N => (FromX(2) + R.PointwiseMultiply(FromH(2))).PointwiseTanh();

    private static Vector<double> Mixed(Vector<double> z, Vector<double> n) =>
        (1 - z).PointwiseMultiply(n) + z.PointwiseMultiply(_h);

    private static Vector<double> FromX(int block) => _fromX.SubVector(3 * block, 3);

    private static Vector<double> FromH(int block) => _fromH.SubVector(3 * block, 3);

    private static Vector<double> Sigmoid(Vector<double> v) => v.Map(SpecialFunctions.Logistic);
}
