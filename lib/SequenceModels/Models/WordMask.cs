using SequenceModels.Tasks;

namespace SequenceModels.Models;

/// <summary>Which tokens are words.</summary>
internal static class WordMask
{
    /// <summary>1 for a word, 0 for padding, (batch, length); null where number 0 is a word like any other.</summary>
    public static Tensor? Of(Tensor tokens, bool padded, string name)
    {
        Expect.Shape(tokens, ["batch", "length"], name);
        if (!padded)
        {
            return null;
        }

        var mask = Vocabulary.Mask(tokens);
        var empty = Array.IndexOf(mask.Sum(axis: 1).ToArray(), 0);
        return empty < 0 ? mask : throw new ArgumentException(
            $"{name} has no words in sentence {empty}, only padding.", name);
    }
}
