using System.Text.RegularExpressions;

namespace SequenceModels.Tasks;

/// <summary>Cuts text into words and punctuation marks.</summary>
public static partial class Tokenizer
{
    /// <summary>Words, numbers and marks in lower case, in the order they stand: "L'accès à '{0}' !" → l' accès à ' {0} ' !</summary>
    /// <remarks>What an apostrophe joins to the next word is a word of its own, as French needs it. A numbered gap, {0}, is
    /// one, too.</remarks>
    public static string[] Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Word().Matches(text.ToLowerInvariant()).Select(word => word.Value)];
    }

    [GeneratedRegex(@"\{\d+\}|\p{L}+'(?=\p{L})|[\p{L}\p{N}_]+|\S")]
    private static partial Regex Word();
}
