using System.Runtime.CompilerServices;
using Exercises;
using MathNet.Numerics.LinearAlgebra;
using SequenceModels;
using SequenceModels.Layers;
using SequenceModels.Tasks;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 01, why order matters.</summary>
public static partial class Lesson01
{
    private const string Praise = "the film was good not bad";

    private static readonly string[] _shuffled = ShuffledReviews();

    /// <summary>The vectors of the six words of "the film was good not bad": 6 words × 4 numbers.</summary>
    public static Matrix<double> Vectors { get; } = VectorsOf(Praise);

    /// <summary>A careless split of all reviews: 480 to train on, twins not kept together.</summary>
    public static IReadOnlyList<string> Training => _shuffled[120..];

    /// <summary>The other 120, to test on.</summary>
    public static IReadOnlyList<string> Test => _shuffled[..120];

    /// <summary>Two reviews with the same words in another order.</summary>
    public static Exercise Pair { get; } = new(
        "your pair", ("the plot was clever not silly", "the plot was silly not clever"))
    {
        Judge = WrongWithPair,
        Hints =
        [
            "The pair above says that something is one thing and not another. "
            + "Which words could take the places of \"good\" and \"bad\"?",
            "Write \"… was A not B\" for the first. For the second, let A and B change places.",
            "For example: \"the acting was … not boring\" and \"the acting was boring not …\". "
            + "One word is left for you.",
        ],
    };

    /// <summary>The mean of <see cref="Vectors"/> over the words.</summary>
    public static Exercise Mean { get; } = new("the mean", Vectors.ColumnSums() / 6)
    {
        Mistakes =
        [
            new(Vectors.ColumnSums(),
                "That is the sum of the vectors. A mean is the sum divided by the number of words."),
            new(Vectors.ColumnSums() / 4, "You divided by 4, the length of a vector. Divide by the number of words."),
            new(Vectors.ColumnSums() / 5, "You divided by 5. There are six words; the mean divides by all of them."),
            new(Vectors.RowSums() / 4,
                "That is one mean for each word, over its four numbers. "
                + "We need one for each of the four numbers, over the words."),
            new(Vectors.RowSums(),
                "Those are the sums of the rows, one for each word. We need one number for each column."),
            new(Vectors.Enumerate().Average(),
                "That is the mean of all 24 numbers. The mean of vectors is a vector: four numbers."),
        ],
        Hints =
        [
            "The mean of vectors is a vector of the same length: one number for each column.",
            "Add up each column, then divide by how many words there are.",
            "vectors.ColumnSums() adds up the columns; vectors.RowCount is the number of words.",
        ],
    };

    /// <summary>How many of <see cref="Test"/> have their twin in <see cref="Training"/>.</summary>
    public static Exercise Twins { get; } = new("separated twins", Separated)
    {
        Mistakes =
        [
            new(0, "0 is what you get by looking for the same sentence. A twin has the same bag, but another order."),
            new(Test.Count, "That is every test review. Some have their twin in the test too; those are not counted."),
            new(Test.Count - Separated,
                "Those are the test reviews whose twin is in the test as well. We count the others."),
            new(2 * Separated, "That counts both twins of each separated pair. Only one of them is in the test."),
        ],
        Hints =
        [
            "BagOf gives the same text for two reviews with the same bag. Which texts do the training reviews give?",
            "Collect BagOf of all training reviews in a set (ToHashSet). "
            + "Then count the test reviews whose BagOf is in it.",
            "var seen = Lesson01.Training.Select(BagOf).ToHashSet(); and then Lesson01.Test.Count(review => …).",
        ],
    };

    private static int Separated => Test.Select(BagOf).Count(Training.Select(BagOf).ToHashSet().Contains);

    private static string[] ShuffledReviews()
    {
        var task = new OrderSentiment(new TorchRandom(0));
        string[] reviews = [.. task.Training.Concat(task.HeldOut).Select(review => review.Text)];
        return Array.ConvertAll(new TorchRandom(1).Permutation(reviews.Length), i => reviews[i]);
    }

    private static string BagOf(string review) =>
        string.Join(' ', Vocabulary.Split(review).Order(StringComparer.Ordinal));

    private static Matrix<double> VectorsOf(string review)
    {
        var vocabulary = Vocabulary.Of([review]);
        return new Embedding(vocabulary.Count, 4, new TorchRandom(42)).Forward(vocabulary.Tokens(review))[0].ToMatrix();
    }

    private static string? WrongWithPair(object answer)
    {
        var reviews = answer is ITuple pair
            ? Enumerable.Range(0, pair.Length).Select(i => pair[i])
            : answer as IEnumerable<object?>;
        if (reviews?.ToArray() is not [string one, string other])
        {
            return "Two reviews are expected: (myPraise, myBlame).";
        }

        string[] onlyInFirst = [.. Without(one, other)], onlyInSecond = [.. Without(other, one)];
        return (onlyInFirst, onlyInSecond) switch
        {
            ([], []) when BagOf(one) == BagOf(Praise) =>
                "Those are the words of the pair above. Choose words of your own.",
            ([], []) when Vocabulary.Split(one).SequenceEqual(Vocabulary.Split(other)) =>
                "The words are in the same order in both (case and punctuation do not count). Change their order.",
            ([], []) => null,
            ([.., var word], []) => $"The bags differ: the first review has \"{word}\" more often.",
            ([], [.., var word]) => $"The bags differ: the second review has \"{word}\" more often.",
            ([var word, ..], [var twin, ..]) =>
                $"The bags differ: the first has \"{word}\" and the second \"{twin}\" instead.",
        };
    }

    // The words of one review, without as many of the other's.
    private static List<string> Without(string review, string other)
    {
        List<string> words = [.. Vocabulary.Split(review)];
        foreach (var word in Vocabulary.Split(other))
        {
            words.Remove(word);
        }

        return words;
    }
}
