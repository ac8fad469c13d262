using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;
using MathNet.Numerics;
using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 04, the gates of the LSTM.</summary>
public static partial class Lesson04
{
    private const string Given = "(The check speaks of the lesson's cell, from seed 42, and of its review.)";

    private static readonly Step _step = Step.AtTheSecondWord();

    /// <summary>The memory c after the review's second word, from seed 42.</summary>
    public static Exercise Memory { get; } = new("the memory c", _step.NewC)
    {
        Given = Given,
        Mistakes =
        [
            new(_step.I * _step.G, "The old memory is missing: the term with the forget gate."),
            new(_step.F * _step.C, "Nothing new is written: the term with the input gate is missing."),
            new(_step.F * _step.C + _step.G, "The input gate is missing: it decides how much of g is written."),
            new(_step.F * _step.C + _step.I, "The candidate is missing: i says how much, g says what."),
            new(_step.C + _step.I * _step.G,
                "The forget gate is missing: it decides how much of the old memory stays."),
            new(_step.I * _step.C + _step.F * _step.G,
                "f and i have changed places: f goes with the old memory, i with the candidate."),
            new(_step.F * _step.C + _step.I * _step.SumG, "g is the sum before tanh: a candidate is a tanh."),
            new(_step.F * _step.C + _step.I * _step.SumG.Sigmoid(),
                "g is a sigmoid in your answer. Gates are sigmoids; the candidate is a tanh."),
            new(_step.F * _step.C + _step.I * _step.SumO.Tanh(),
                "g is the third of the four blocks in your sums, o the fourth: i, f, g, o is the order."),
            new(_step.F * _step.H + _step.I * _step.G,
                "The forget gate goes with the old memory c, not with the hidden state h."),
            new(_step.NewC.Tanh(), "The memory goes through no tanh; the hidden state does."),
        ],
        Hints =
        [
            "Each gate is one block of three of the twelve sums: "
            + "SubVector(0, 3), SubVector(3, 3) and so on, in the order i, f, g, o.",
            "i and f are Sigmoid of their blocks, g is PointwiseTanh() of its own. Then c' = f ⊙ c + i ⊙ g.",
            "f.PointwiseMultiply(c) + i.PointwiseMultiply(…)",
        ],
    };

    /// <summary>The hidden state h after the review's second word, from seed 42.</summary>
    public static Exercise Hidden { get; } = new("the hidden state h", _step.O * _step.NewC.Tanh())
    {
        Given = Given,
        Mistakes =
        [
            new(_step.NewC.Tanh(), "The output gate is missing: it decides how much is shown."),
            new(_step.O * _step.NewC, "The tanh is missing: h = o ⊙ tanh(c)."),
            new(_step.O * _step.C.Tanh(), "That shows the memory before this word. The new memory is shown."),
            new(_step.O * _step.NewC.Sigmoid(), "That is the sigmoid of the memory. It is shown through a tanh."),
            new(_step.SumG.Sigmoid() * _step.NewC.Tanh(),
                "o is the fourth of the four blocks; you took the third, which is g's."),
            new(_step.SumO.Tanh() * _step.NewC.Tanh(), "o is a gate, so a sigmoid; yours is a tanh."),
        ],
        Hints =
        [
            "h shows the new memory, as far as the output gate is open.",
            "o is Sigmoid of the last block, SubVector(9, 3). Then h' = o ⊙ tanh(c').",
            "o.PointwiseMultiply(myMemory.…)",
        ],
    };

    /// <summary>An LSTM's step that the student writes.</summary>
    public static FunctionExercise<LstmStep> OwnLstm => Functions.OwnLstm.Exercise;

    /// <summary>The bias at which half of a memory is left after 50 steps.</summary>
    public static Exercise HalfLife { get; } = new("the bias", SpecialFunctions.Logit(Math.Pow(0.5, 1 / 50.0)))
    {
        Mistakes =
        [
            new(Math.Pow(0.5, 1 / 50.0),
                "That is what the gate has to be. The bias is the number whose sigmoid that is."),
            new(SpecialFunctions.Logistic(Math.Pow(0.5, 1 / 50.0)),
                "You took the sigmoid of the gate. Go the other way: which number has this sigmoid?"),
            new(Math.Log(0.5) / 50,
                "That is the logarithm of the gate. First the gate itself, then the bias whose sigmoid it is."),
            new(SpecialFunctions.Logit(1 - 0.5 / 50),
                "You lose 1 % of the first memory at each step. The gate takes its share of what is left: f⁵⁰ = 0.5."),
            new(-SpecialFunctions.Logit(Math.Pow(0.5, 1 / 50.0)),
                "The sign is turned: with this bias the gate is nearly closed."),
            new(0.0, "With bias 0 the gate is 0.5: half is left after one step."),
        ],
        Hints =
        [
            "Two steps: which gate f leaves one half after 50 steps? Then: for which b is σ(b) = f?",
            "f⁵⁰ = 0.5, so f = Math.Pow(0.5, 1.0 / 50). And σ(b) = f means b = ln(f / (1 − f)).",
            "var f = Math.Pow(0.5, 1.0 / 50); then Math.Log(f / (1 - …)).",
        ],
    };

    /// <summary>One step of the lesson's cell, all of its parts: (1, 3) each.</summary>
    private sealed record Step(Tensor H, Tensor C, Tensor I, Tensor F, Tensor G, Tensor O, Tensor SumG, Tensor SumO)
    {
        public Tensor NewC => F * C + I * G;

        public static Step AtTheSecondWord()
        {
            var rng = new TorchRandom(42);
            var cell = new LstmCell(inputSize: 4, hiddenSize: 3, rng);
            var vectors = Tensor.Randn(rng, 7, 4);
            var (h, c) = cell.Forward(vectors[..1], (Tensor.Zeros(1, 3), Tensor.Zeros(1, 3)));
            var (i, f, g, o) = cell.Gates(vectors[1..2], h);
            var sums = vectors[1..2].Linear(cell.WeightIh, cell.BiasIh) + h.Linear(cell.WeightHh, cell.BiasHh);
            return new Step(h, c, i, f, g, o, sums[.., 6..9], sums[.., 9..12]);
        }
    }
}
