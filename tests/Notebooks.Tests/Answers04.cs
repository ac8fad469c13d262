using Exercises;
using Lectures.Recurrent;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Notebooks.Tests;

/// <summary>What lesson 04's checks say to answers as students give them.</summary>
public sealed class Answers04
{
    private static readonly Vector<double> _h, _c, _sums;

    static Answers04()
    {
        var rng = new TorchRandom(42);
        var cell = new LstmCell(4, 3, rng);
        var vectors = Tensor.Randn(rng, 7, 4);
        var (h, c) = cell.Forward(vectors[..1], (Tensor.Zeros(1, 3), Tensor.Zeros(1, 3)));
        (_h, _c) = (h.ToVector(), c.ToVector());
        _sums = cell.WeightIh.ToMatrix() * vectors[1].ToVector() + cell.BiasIh.ToVector()
            + cell.WeightHh.ToMatrix() * _h + cell.BiasHh.ToVector();
    }

    private delegate Tensor Rule(Tensor c, Tensor i, Tensor g, Tensor h);

    public static TheoryData<Exercise, object> Right => new()
    {
        { Lesson04.Memory, F.PointwiseMultiply(_c) + I.PointwiseMultiply(G) },
        { Lesson04.Memory, Enumerable.Range(0, 3).Select(unit => (float)(F.PointwiseMultiply(_c) + I.PointwiseMultiply(G)).ToArray()[unit]).ToList() },
        { Lesson04.Hidden, O.PointwiseMultiply(New.PointwiseTanh()) },
        { Lesson04.HalfLife, -Math.Log(Math.Pow(2, 1 / 50.0) - 1) },
        { Lesson04.HalfLife, 4.27 },
        { Lesson04.Latch, Gates([12, 0, -6], [-12, 0, 6], [0, 5, 0], [0, 0, 6]) },
        { Lesson04.Latch, new[,] { { 30, 0, -15 }, { -30, 0, 15 }, { 4, 9, -4 }, { 2, 0, 9 } } },
        { Lesson04.OwnCell, new Own((c, i, g, _) => i * g + c) },
        { Lesson04.OwnCell, new Own((c, i, g, _) => 1f * c - i * -g) },
    };

    public static TheoryData<Exercise, object, string> Wrong => new()
    {
        { Lesson04.Memory, I.PointwiseMultiply(G), "old memory is missing" },
        { Lesson04.Memory, F.PointwiseMultiply(_c) + G, "input gate is missing" },
        { Lesson04.Memory, I.PointwiseMultiply(_c) + F.PointwiseMultiply(G), "changed places" },
        { Lesson04.Memory, F.PointwiseMultiply(_c) + I.PointwiseMultiply(Block(2)), "before tanh" },
        { Lesson04.Memory, F.PointwiseMultiply(_c) + I.PointwiseMultiply(Block(3).PointwiseTanh()), "i, f, g, o is the order" },
        { Lesson04.Memory, F.PointwiseMultiply(_h) + I.PointwiseMultiply(G), "not with the hidden state" },
        { Lesson04.Hidden, New.PointwiseTanh(), "output gate is missing" },
        { Lesson04.Hidden, O.PointwiseMultiply(New), "tanh is missing" },
        { Lesson04.Hidden, O.PointwiseMultiply(_c.PointwiseTanh()), "memory before this word" },
        { Lesson04.HalfLife, Math.Pow(0.5, 0.02), "whose sigmoid" },
        { Lesson04.HalfLife, 0, "after one step" },
        { Lesson04.HalfLife, Math.Log(Math.Pow(2, 0.02) - 1), "sign is turned" },
        { Lesson04.HalfLife, Math.Log(0.99 / 0.01), "what is left" },
        { Lesson04.Latch, Gates([0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]), "At a mark" },
        { Lesson04.Latch, Gates([20, 0, 10], [-20, 0, 10], [0, 3, 0], [0, 0, 10]), "Before the first mark" },
        { Lesson04.Latch, Gates([20, 0, -10], [0, 0, 10], [0, 3, 0], [0, 0, 10]), "does the old memory have to go" },
        { Lesson04.Latch, Gates([20, 0, -10], [-20, 0, 11.5], [0, -3, 0], [0, 0, 10]), "should be near the value" },
        { Lesson04.Latch, Gates([20, 0, -10], [-4, 0, 2], [0, 3, 0], [0, 0, 10]), "forget gate is 0.88" },
        { Lesson04.Latch, Gates([20, 0, -10], [-20, 0, 10], [0, 3, 0], [0, 0, -10]), "output gate is 0.00" },
        { Lesson04.Latch, Gates([7, 0, -2.5], [-20, 0, 10], [0, 3, 0], [0, 0, 10]), "input gate is 0.08" },
        { Lesson04.Latch, 3, "three numbers each" },
        { Lesson04.OwnCell, new Own((_, i, g, _) => i * g), "old memory is gone" },
        { Lesson04.OwnCell, new Own((c, _, g, _) => c + g), "input gate is missing" },
        { Lesson04.OwnCell, new Own((c, i, g, _) => (1 - i) * c + i * g), "Your cell forgets" },
        { Lesson04.OwnCell, new Own((c, i, g, _) => (c + i * g).Tanh()), "as in an RNN" },
        { Lesson04.OwnCell, new Own((_, i, g, h) => h + i * g), "Add to the memory" },
        { Lesson04.OwnCell, new LstmCell(2, 3, new TorchRandom(1)), "train it and look" },
    };

    private static Vector<double> I => Sigmoid(Block(0));

    private static Vector<double> F => Sigmoid(Block(1));

    private static Vector<double> G => Block(2).PointwiseTanh();

    private static Vector<double> O => Sigmoid(Block(3));

    private static Vector<double> New => F.PointwiseMultiply(_c) + I.PointwiseMultiply(G);

    [Fact]
    public void A_cell_that_writes_nothing_is_not_written_yet() =>
        Assert.Equal(Outcome.Unanswered, Lesson04.OwnCell.Check(new Own((c, _, _, _) => c)).Outcome);

    [Fact]
    public void A_gate_of_two_numbers_is_told() => Assert.Contains(
        "have 2, 3, 3, 3 numbers", Assert.Throws<ArgumentException>(() => Lesson04.OneUnit([1, 2], null, null, null)).Message);

    private static Vector<double> Block(int gate) => _sums.SubVector(3 * gate, 3);

    private static Vector<double> Sigmoid(Vector<double> v) => v.Map(z => 1 / (1 + Math.Exp(-z)));

    private static object Gates(double[] input, double[] forget, double[] candidate, double[] output) =>
        (input, forget, candidate, output);

    /// <summary>The lesson's cell with a student's line for the memory.</summary>
    private sealed class Own : MemoryCell
    {
        private readonly Linear _gates;
        private readonly Rule _rule;

        public Own(Rule rule) => (_rule, _gates) = (rule, Register("gates", new Linear(5, 9, new TorchRandom(1))));

        public override int HiddenSize => 3;

        public override (Tensor H, Tensor C) Forward(Tensor x, (Tensor H, Tensor C) state)
        {
            var sums = _gates.Forward(Tensor.Concat([x, state.H], axis: 1)).Reshape(-1, 3, HiddenSize);
            var c = _rule(state.C, sums[.., 0].Sigmoid(), sums[.., 1].Tanh(), state.H);
            return (sums[.., 2].Sigmoid() * c.Tanh(), c);
        }
    }
}
