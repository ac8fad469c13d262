using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 02, the RNN step by step.</summary>
public static partial class Lesson02
{
    /// <summary>The hidden state after the second word of the lecture's review, from seed 42.</summary>
    public static Exercise Step { get; } = StepAfterMovie();

    /// <summary>An RNN that the student writes.</summary>
    public static FunctionExercise<RnnOverWords> OwnRnn => Functions.OwnRnn.Exercise;

    /// <summary>The shape of a layer's outputs: input (2, 10, 64), 128 units.</summary>
    public static Exercise OutputShape { get; } = new("shape of output", new[] { 2, 10, 128 })
    {
        Mistakes =
        [
            new(new[] { 2, 10, 64 },
                "64 is the size of what goes in. Each state that comes out has one number for each hidden unit."),
            new(new[] { 10, 2, 128 }, "Batch and length are swapped: the batch comes first, as in the input."),
            new(new[] { 2, 128, 10 },
                "Length and hidden size are swapped: "
                + "the numbers of a state stand on the last axis, as those of a word do in the input."),
            new(new[] { 2, 128 }, "That is one state for each sentence. output has one for each word."),
            new(new[] { 10, 128 }, "That is for one sentence. There are two in the batch."),
            new(new[] { 1, 2, 128 }, "That is the shape of hN. output has a state for every word."),
        ],
        Hints =
        [
            "output has one hidden state for every word of every sentence.",
            "Two of the three numbers are those of the input.",
            "(batch, length, …): the last axis is the size of a hidden state.",
        ],
    };

    /// <summary>The shape of a layer's final state: input (2, 10, 64), 128 units, one layer.</summary>
    public static Exercise HNShape { get; } = new("shape of hN", new[] { 1, 2, 128 })
    {
        Mistakes =
        [
            new(new[] { 2, 128 },
                "Nearly: hN has one more axis in front, for the layers, even when there is only one."),
            new(new[] { 2, 1, 128 }, "The axis for the layers comes first, then the batch."),
            new(new[] { 1, 2, 64 }, "64 is the size of a word vector. A state has one number for each hidden unit."),
            new(new[] { 1, 10, 128 },
                "10 is the length. hN has no axis for it: it holds the state after the last word only."),
            new(new[] { 2, 10, 128 }, "That is the shape of output. hN holds the state after the last word only."),
        ],
        Hints =
        [
            "hN is the state after the last word: one for each sentence, and none for the words before.",
            "In front stands the number of layers.",
            "(layers, batch, …): the last axis is the size of a hidden state.",
        ],
    };

    /// <summary>The number of parameters of an RNN from 64 to 128.</summary>
    public static Exercise Parameters { get; } = new("parameters", new Rnn(64, 128, new TorchRandom(0)).ParameterCount)
    {
        Mistakes =
        [
            new(128 * 64, "That is W_ih alone. There are four parts."),
            new(128 * 64 + 2 * 128, "W_hh is missing: the old state has weights too."),
            new(128 * 64 + 128 * 128, "The biases are missing: b_ih and b_hh."),
            new(128 * 64 + 128 * 128 + 128, "One bias is missing: there are two, b_ih and b_hh."),
            new(128 * 64 + 64 * 64 + 2 * 128,
                "W_hh leads from hidden to hidden, and the hidden state has 128 numbers."),
            new(2 * 128 * 64 + 2 * 128, "W_hh leads from hidden to hidden: it has 128 rows and 128 columns."),
            new(10 * (128 * 64 + 128 * 128 + 2 * 128),
                "The length does not count: the same weights serve each of the 10 steps."),
        ],
        Hints =
        [
            "W_ih turns 64 numbers into 128, W_hh turns 128 into 128. How many numbers has a matrix that does so?",
            "A matrix from m to n numbers has n × m of them; a bias for 128 units has 128.",
            "128 * 64 for W_ih, then W_hh, then two biases.",
        ],
    };

    private static Exercise StepAfterMovie()
    {
        var rng = new TorchRandom(42);
        var cell = new RnnCell(inputSize: 4, hiddenSize: 3, rng);
        var embeddings = Tensor.Randn(rng, 4, 4);
        var (the, movie) = (embeddings[..1], embeddings[1..2]);
        var before = cell.Forward(the, Tensor.Zeros(1, 3));
        var (wIh, wHh) = (cell.WeightIh.ToMatrix(), cell.WeightHh.ToMatrix());
        var (bIh, bHh) = (cell.BiasIh.ToVector(), cell.BiasHh.ToVector());
        var (x, h) = (movie.ToVector(), before.ToVector());
        var sum = wIh * x + bIh + wHh * h + bHh;
        return new Exercise("the state after \"movie\"", cell.Forward(movie, before))
        {
            Given = "(The check speaks of the lesson's cell, from seed 42, and of its words.)",
            Mistakes =
            [
                new(sum, "That is the sum before tanh: the last step is missing."),
                new(Tanh(wIh * x + bIh + bHh),
                    "The old notes are missing: the term with W_hh and the state after \"the\"."),
                new(Tanh(wIh * x + wHh * h), "Both biases are missing."),
                new(Tanh(wIh * x + bIh + wHh * h), "b_hh is missing: there are two biases."),
                new(Tanh(wIh * x + wHh * h + bHh), "b_ih is missing: there are two biases."),
                new(Tanh(wHh * h + bIh + bHh), "The word is missing: the term with W_ih."),
                new(Tanh(wIh * x + bIh + wHh.TransposeThisAndMultiply(h) + bHh),
                    "W_hh is transposed: write wHh * hThe, the matrix on the left."),
                new(Tanh(wIh * the.ToVector() + bIh + wHh * h + bHh),
                    "That reads the word \"the\" twice. The word of this step is \"movie\"."),
                new(sum.Map(SpecialFunctions.Logistic), "That is the sigmoid of the sum. An RNN uses tanh."),
                new(h, "That is the state after \"the\", where the step begins."),
            ],
            Hints =
            [
                "The equation has four terms inside the tanh: "
                + "a matrix times a vector, a bias, and the same again for the old state.",
                "Begin with wIh * xMovie + bIh. Then add the term for the old state and its bias.",
                "(wIh * xMovie + bIh + wHh * … + bHh).PointwiseTanh()",
            ],
        };
    }

    private static Vector<double> Tanh(Vector<double> v) => v.PointwiseTanh();
}
