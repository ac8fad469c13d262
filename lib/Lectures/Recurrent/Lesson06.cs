using Exercises;
using Exercises.Functions;
using Lectures.Recurrent.Functions;
using SequenceModels;
using SequenceModels.Tasks;

namespace Lectures.Recurrent;

/// <summary>The exercises of lesson 06, from sequence to sequence.</summary>
public static partial class Lesson06
{
    private const int Bos = Vocabulary.BeginOfSentence, Eos = Vocabulary.EndOfSentence;

    private static readonly int[] _words = new MiniFrench(new TorchRandom(0), maxWords: 6, training: 1, heldOut: 1)
        .TargetVocabulary.Encode("le chat regarde la fleur");

    private static readonly (string Written, string Right)[] _attempts =
    [
        ("le chat voit la fleur", "le chat voit la fleur"),
        ("un chien suit le oiseau", "un chien suit l' oiseau"),
        ("la souris blanche entend", "la souris blanche entend un cheval"),
        ("l' abeille aime une étoile", "l' abeille aime une étoile"),
        ("la maison trouve un petit arbre vert", "la maison trouve un petit arbre"),
    ];

    /// <summary>What a decoder reads for "le chat regarde la fleur", and what it is to write.</summary>
    public static Exercise Shifted { get; } = new(
        "decoder input and target", (new[] { Bos }.Concat(_words).ToArray(), _words.Append(Eos).ToArray()))
    {
        Mistakes =
        [
            new((_words.Append(Eos).ToArray(), new[] { Bos }.Concat(_words).ToArray()),
                "The two have changed places: the first is read, the second is to be written."),
            new((_words.Append(Eos).ToArray(), _words.Append(Eos).ToArray()),
                "That is the slip in the lecture's code: "
                + "read this way, each word is given away before it has to be written. "
                + "The input must be one word behind."),
            new((new[] { Bos }.Concat(_words).ToArray(), new[] { Bos }.Concat(_words).ToArray()),
                "Here the decoder is to write the very word it has just read. And nothing tells it to stop."),
            new((_words, _words),
                "Both are the bare sentence: the input must be one word behind, and the target must say where the "
                + "sentence ends."),
            new((new[] { Bos }.Concat(_words).ToArray(), _words),
                "The target's end is missing: the decoder would never learn to stop."),
            new((_words, _words.Append(Eos).ToArray()),
                "The input's beginning is missing. What does the decoder read before it has written anything?"),
            new((Whole(_words), Whole(_words)),
                "Neither has both marks: one begins with <bos>, the other ends with <eos>."),
            new((new[] { Eos }.Concat(_words).ToArray(), _words.Append(Bos).ToArray()),
                "<bos>, the beginning, is 1, and <eos>, the end, is 2: you took the one for the other."),
        ],
        Hints =
        [
            "At each step the decoder reads the word before the one that it has to write. "
            + "Write the two sentences below each other.",
            "The input is <bos> le chat regarde la fleur, the target le chat regarde la fleur <eos>: six numbers each.",
            "([1, .. words], [.. words, …])",
        ],
    };

    /// <summary>The mean of −ln p over the words of two sentences: four, and two with padding.</summary>
    public static Exercise Masked { get; } = new("the loss", 0.6)
    {
        Mistakes =
        [
            new(1.825, "That is the mean of all eight: the padding counts, though nobody reads it."),
            new(0.45, "The sum is right. But divide it by how many places count, not by all eight."),
            new(3.6, "That is the sum. The loss is its mean."),
            new(0.775,
                "That is the mean of the two sentences' means: words of the short sentence count double. "
                + "Each word counts alike."),
            new(0.725, "<eos> is left out. It is a word to be written, so it counts; only <pad> does not."),
            new(11.0, "That is the sum over the padding: the other way round."),
            new(5.5, "That is the mean over the padding: the other way round."),
        ],
        Hints =
        [
            "Which of the eight places are words that the decoder has to write? <eos> is one of them.",
            "Add up the losses where the target is not 0, and divide by how many those are.",
            "losses.Zip(target).Where(pair => pair.Second != 0).Average(pair => …)",
        ],
    };

    /// <summary>The loop that a student writes: word by word up to &lt;eos&gt;.</summary>
    public static FunctionExercise<WordByWord> GreedyLoop => OwnGreedy.Exercise;

    /// <summary>ln p of two whole sentences.</summary>
    public static Exercise WholeSentences { get; } = new("ln p of both", (Sum(0.6, 0.5, 0.9), Sum(0.4, 0.9, 0.9, 0.95)))
    {
        Mistakes =
        [
            new((0.6 * 0.5 * 0.9, 0.4 * 0.9 * 0.9 * 0.95),
                "Those are the probabilities. Their logarithms are asked for."),
            new((Sum(0.6, 0.5, 0.9) / 3, Sum(0.4, 0.9, 0.9, 0.95) / 4),
                "Those are the means, ln p a word. First the sums, please."),
            new((-Sum(0.6, 0.5, 0.9), -Sum(0.4, 0.9, 0.9, 0.95)),
                "The sign is turned: the logarithm of a probability is never above 0."),
            new((Sum(0.6, 0.5, 0.9) / Math.Log(10), Sum(0.4, 0.9, 0.9, 0.95) / Math.Log(10)),
                "That is the logarithm to base 10. Math.Log is the natural one."),
            new((2.0, 3.15),
                "You added the probabilities. Those of one word after another are multiplied; "
                + "their logarithms are added."),
            new((Math.Log(2.0), Math.Log(3.15)), "Those are the logarithms of sums. It is the sum of the logarithms."),
            new((Sum(0.4, 0.9, 0.9, 0.95), Sum(0.6, 0.5, 0.9)), "The two have changed places."),
        ],
        Hints =
        [
            "The probability of a sentence is the product of its words' probabilities. "
            + "What becomes of a product under a logarithm?",
            "ln(a · b) = ln a + ln b: take Math.Log of each probability and add.",
            "(first.Sum(p => Math.Log(p)), second.Sum(…))",
        ],
    };

    /// <summary>Translations that a network wrote, each with the right one.</summary>
    public static IReadOnlyList<(string Written, string Right)> Attempts => _attempts;

    /// <summary>The share of <see cref="Attempts"/> that match exactly.</summary>
    public static Exercise ExactMatch { get; } = new("exact match", 0.4)
    {
        Mistakes =
        [
            new(2, "That is how many match. Which share of all is that?"),
            new(40, "In percent it is. Give the share, from 0 to 1."),
            new(0.6,
                "That is the share of those that do not match; "
                + "or you took a pair for a match where one text only begins with the other."),
            new(0.8, "A text with a word more, or less, than the right one is no match."),
            new(WordAccuracy,
                "That is the share of words at their place. A sentence with one wrong word is a wrong sentence here."),
            new(1.0, "Not all match. Compare the two texts of each pair with ==."),
        ],
        Hints =
        [
            "A sentence counts if it is the right one, word for word. Nearly is not enough.",
            "Count the pairs whose two texts are equal, and divide by the number of pairs.",
            "Lesson06.Attempts.Average(pair => pair.Written == pair.Right ? … : 0.0)",
        ],
    };

    private static double WordAccuracy =>
        _attempts.Sum(pair => pair.Written.Split(' ').Zip(pair.Right.Split(' '))
            .Count(words => words.First == words.Second))
        / (double)_attempts.Sum(pair => pair.Right.Split(' ').Length);

    private static int[] Whole(int[] words) => [Bos, .. words, Eos];

    private static double Sum(params double[] probabilities) => probabilities.Sum(Math.Log);
}
