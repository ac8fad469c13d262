using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 09, the road to Transformers.</summary>
public static partial class Lesson09
{
    private const int Words = 5;

    /// <summary>A query for each of three words, a row each: 3 words × 4 numbers.</summary>
    public static Matrix<double> Queries =>
        Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 0, 2, 0 }, { 0, 2, 0, 1 }, { 1, 1, 0, -1 } });

    /// <summary>A key for each of the same words, a row each: 3 words × 4 numbers.</summary>
    public static Matrix<double> Keys =>
        Matrix<double>.Build.DenseOfArray(new[,] { { 2.0, 0, 1, 0 }, { 0, 1, 0, 1 }, { 1, 1, 0, 2 } });

    /// <summary>Who looks where, 3 × 3, from <see cref="Queries"/> and <see cref="Keys"/>.</summary>
    public static Exercise Weights { get; } = new("the weights", OfRows(Scores / 2))
    {
        Mistakes =
        [
            new(OfRows(Scores), "Unscaled: divide the scores by √d before the softmax, d being the width of a query."),
            new(OfRows(Scores / 4), "You divided by d. The scores are divided by its root, √d."),
            new(OfRows(Scores / Math.Sqrt(3)),
                "You divided by the root of the number of words. d is the width of a query: 4."),
            new(OfRows(Scores * 2), "You multiplied by √d. The scores are divided by it."),
            new(OfColumns(Scores / 2),
                "The softmax goes along the wrong axis: here each column adds up to 1. "
                + "Each row should, for each row is a word that looks."),
            new(OfRows(Scores.Transpose() / 2),
                "That is k qᵀ: rows are the words looked at there. The queries' words are the rows: q kᵀ."),
            new(OfAll(Scores / 2), "All nine numbers together add up to 1 there. Each row should do so by itself."),
            new(Scores / 2, "Those are the scaled scores. The softmax of each row is missing."),
            new(Scores, "Those are the scores q kᵀ. Scale them, then take the softmax of each row."),
            new((Scores / 2).PointwiseExp(), "Those are the exponentials. Divide each row by its sum."),
            new(OfRows(Scores) / 2, "First divide by √d, then take the softmax: like this no row adds up to 1."),
        ],
        Hints =
        [
            "Three steps: scores q kᵀ, divided by √d, then a softmax of each row. What is d?",
            "queries * keys.Transpose() are the scores; a query has 4 numbers. "
            + "Then e to the power of each, over its row's sum.",
            "(queries * keys.Transpose() / 2).PointwiseExp().NormalizeRows(…): "
            + "of positive numbers the 1-norm is the sum.",
        ],
    };

    /// <summary>Who may look where under a causal mask, for five words.</summary>
    public static Exercise Mask { get; } = new("the causal mask", Where((row, column) => column <= row))
    {
        Mistakes =
        [
            new(Where((row, column) => column < row),
                "Off by one: no word sees itself there, and the first word sees nothing at all."),
            new(Where((row, column) => column <= row + 1),
                "Off by one: each word sees the next one there, the very word that it should help to guess."),
            new(Where((row, column) => column >= row),
                "Turned round: there each word sees itself and those after it. Rows are the words that look."),
            new(Where((row, column) => column > row),
                "Those are the places to hide. Asked for is 1 where a word may look."),
            new(Where((_, _) => true), "Nothing is hidden: each word sees those after it, too."),
            new(Where((row, column) => column == row),
                "There each word sees itself only. It may see those before it, too."),
        ],
        Hints =
        [
            "Row 0 is the first word: which words may it see? Then the last row.",
            "The first row has a single 1, at its start; the last row is all ones.",
            "Matrix<double>.Build.Dense(5, 5, (row, column) => column … row ? 1 : 0)",
        ],
    };

    /// <summary>A Transformer block that the student writes.</summary>
    public static FunctionExercise<WholeBlock> OwnBlock => Functions.OwnBlock.Exercise;

    /// <summary>The shape of the weights of 8 heads, for 2 sequences of 10 words of width 64.</summary>
    public static Exercise Shape { get; } = new("the shape of the weights", new[] { 2, 8, 10, 10 })
    {
        Mistakes =
        [
            new(new[] { 2, 10, 10 }, "That would be one map a sequence. Each head has its own."),
            new(new[] { 8, 2, 10, 10 }, "The batch comes first, then the heads."),
            new(new[] { 2, 8, 8, 8 },
                "8 is the number of heads, and the width of each. A map has a row and a column for each word."),
            new(new[] { 2, 8, 10, 8 },
                "That is the shape of the queries of each head: 8 numbers a word. A weight belongs to two words."),
            new(new[] { 2, 8, 10, 64 },
                "A weight belongs to two words: the width is gone, it was summed over in q · k."),
            new(new[] { 2, 64, 10, 10 }, "There are 8 heads. 64 is the width that they share."),
            new(new[] { 2, 10, 64 }, "That is the shape of the output. Asked for are the weights."),
            new(new[] { 8, 10, 10 }, "The batch is missing: there are 2 sequences."),
        ],
        Hints =
        [
            "A weight belongs to a sequence, a head, a word that looks and a word that is looked at.",
            "2 sequences, 8 heads, 10 words. The width does not matter.",
            "(2, 8, …, …)",
        ],
    };

    private static Matrix<double> Scores => Queries * Keys.Transpose();

    private static Matrix<double> OfRows(Matrix<double> scores) => scores.PointwiseExp().NormalizeRows(1);

    private static Matrix<double> OfColumns(Matrix<double> scores) => scores.PointwiseExp().NormalizeColumns(1);

    private static Matrix<double> OfAll(Matrix<double> scores) =>
        scores.PointwiseExp() / scores.PointwiseExp().Enumerate().Sum();

    private static Matrix<double> Where(Func<int, int, bool> seen) =>
        Matrix<double>.Build.Dense(Words, Words, (row, column) => seen(row, column) ? 1 : 0);
}
