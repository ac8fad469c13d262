using SequenceModels.Models;
using SequenceModels.Tasks;

namespace SequenceModels.Charts.Tests;

/// <summary>Translations that nobody made, with probabilities that fall from one word to the next.</summary>
internal static class Writing
{
    private static readonly string[] _words = ["l'", "étoile", "jamais", "entend", "regarde", "beautiful", "<i>"];

    public static Vocabulary French { get; } = new Vocabulary(_words).ForTargets();

    /// <summary>Steps at which word 3, 4, 5 … and then those after it are the most probable.</summary>
    public static Translation Some(int steps) => new(
        [.. Enumerable.Range(0, steps).Select(step => Step(first: 3 + step % _words.Length))], Ended: false);

    private static TranslationStep Step(int first)
    {
        var logits = Enumerable.Range(0, French.Count).Select(word => -(float)((word - first + 20) % French.Count));
        return new(first, Tensor.FromArray([.. logits], French.Count).LogSoftmax(), null);
    }
}
