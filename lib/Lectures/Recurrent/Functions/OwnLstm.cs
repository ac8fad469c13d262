using Exercises.Functions;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>One step of an LSTM as a function of its weights.</summary>
/// <param name="wIh">The weights of the word, 4 · hidden × input, in the order i, f, g, o.</param>
/// <param name="wHh">The weights of the old state, 4 · hidden × hidden.</param>
/// <param name="bIh">The word's bias, 4 · hidden.</param>
/// <param name="bHh">The old state's bias, 4 · hidden.</param>
/// <param name="x">The word, input.</param>
/// <param name="h">The hidden state before, hidden.</param>
/// <param name="c">The memory before, hidden.</param>
/// <returns>Both after it.</returns>
public delegate (Vector<double> H, Vector<double> C) LstmStep(
    Matrix<double> wIh, Matrix<double> wHh, Vector<double> bIh, Vector<double> bHh,
    Vector<double> x, Vector<double> h, Vector<double> c);

/// <summary>An LSTM's step, written by the student.</summary>
internal static class OwnLstm
{
    public static FunctionExercise<LstmStep> Exercise { get; } = new("your LSTM", new LstmVariant().Run)
    {
        Parts = ["h", "c"],
        Inputs = [Sized(4, 3), Sized(1, 2), Sized(5, 1), Sized(2, 6)],
        Slips =
        [
            Order("i, f, o, g", gates => gates with { G = gates.O, O = gates.G }),
            Order("f, i, g, o", gates => gates with { I = gates.F, F = gates.I }),
            Order("i, g, f, o", gates => gates with { F = gates.G, G = gates.F }),
            Order("f, i, o, g", gates => new(gates.F, gates.I, gates.O, gates.G)),
            Order("f, g, i, o", gates => new(gates.G, gates.I, gates.F, gates.O)),
            Slip("bHh is missing: there are two biases.", new() { BiasOfState = 0 }),
            Slip("bIh is missing: there are two biases.", new() { BiasOfWord = 0 }),
            Slip("Both biases are missing.", new() { BiasOfState = 0, BiasOfWord = 0 }),
            Slip("The old state is missing in the sums: wHh * h.", new() { State = 0 }),
            Slip("The old memory is missing: the term with the forget gate.", new() { Memory = (f, _, i, g) => i * g }),
            Slip("Nothing new is written: the term with the input gate is missing.", new() { Memory = (f, c, i, g) => f * c }),
            Slip("The input gate is missing: it decides how much of g is written.", new() { Memory = (f, c, i, g) => f * c + g }),
            Slip("The candidate is missing: i says how much, g says what.", new() { Memory = (f, c, i, g) => f * c + i }),
            Slip("The forget gate is missing: it decides how much of the old memory stays.", new() { Memory = (f, c, i, g) => c + i * g }),
            Slip("Forgetting is turned round: f is the share that stays, not 1 − f.", new() { Memory = (f, c, i, g) => (1 - f) * c + i * g }),
            Slip("1 − f stands in for the input gate. An LSTM has an input gate of its own.", new() { Memory = (f, c, i, g) => f * c + (1 - f) * g }),
            Slip("The memory goes through a tanh at each step. Leave it as the sum is.", new() { Memory = (f, c, i, g) => Math.Tanh(f * c + i * g) }),
            Slip("The candidate is the sum before tanh.", new() { Candidate = sum => sum }),
            Slip("The candidate is a sigmoid in your cell. Gates are sigmoids; the candidate is a tanh.", new() { Candidate = LstmVariant.Sigmoid }),
            Slip("The gates are sums as they are: each goes through the sigmoid.", new() { Gate = sum => sum }),
            Slip("The gates go through tanh in your cell. They are sigmoids.", new() { Gate = Math.Tanh }),
            Slip("The tanh is missing where the memory is shown: h = o ⊙ tanh(c).", new() { Shown = (o, c, _) => o * c }),
            Slip("The output gate is missing: it decides how much of the memory is shown.", new() { Shown = (_, c, _) => Math.Tanh(c) }),
            Slip("That shows the memory before the word. h shows the new memory.", new() { Shown = (o, _, old) => o * Math.Tanh(old) }),
            Slip("That is the sigmoid of the memory. It is shown through a tanh.", new() { Shown = (o, c, _) => o * LstmVariant.Sigmoid(c) }),
            new((wIh, wHh, bIh, bHh, x, h, c) => new LstmVariant().Run(wIh, wHh, bIh, bHh, x, h, h),
                "The forget gate goes with the old memory c, not with the hidden state h."),
            new((wIh, wHh, bIh, bHh, x, h, c) => new LstmVariant().Run(wIh, wHh, bIh, bHh, x, c, c),
                "The sums see the hidden state h, not the memory c."),
            new((wIh, wHh, bIh, bHh, x, h, c) =>
            {
                var (newH, newC) = new LstmVariant().Run(wIh, wHh, bIh, bHh, x, h, c);
                return (newC, newH);
            }, "The two have changed places: first h, then c."),
        ],
        Hints =
        [
            "All sums at once, as above: wIh * x + bIh + wHh * h + bHh. Each gate is a block of them, as long as h.",
            "var n = h.Count; then i is the sigmoid of sums.SubVector(0, n), f of sums.SubVector(n, n), and so on: i, f, g, o. "
            + "g is a tanh.",
            "var newC = f.PointwiseMultiply(c) + i.PointwiseMultiply(g); and h = o ⊙ tanh of it: o.PointwiseMultiply(…)",
        ],
    };

    private static Slip<LstmStep> Order(string order, Func<Blocks, Blocks> swap) => new(
        new LstmVariant { Order = swap }.Run, $"Your blocks are in the order {order}. The order is i, f, g, o.");

    private static Slip<LstmStep> Slip(string says, LstmVariant variant) => new(variant.Run, says);

    private static HiddenInput Sized(int inputs, int hidden) => new(
        $"words of {inputs}, {hidden} units",
        rng =>
        [
            Draw.Matrix(rng, 4 * hidden, inputs), Draw.Matrix(rng, 4 * hidden, hidden), Draw.Vector(rng, 4 * hidden),
            Draw.Vector(rng, 4 * hidden), Draw.Vector(rng, inputs), Draw.Vector(rng, hidden), Draw.Vector(rng, hidden),
        ]);
}
