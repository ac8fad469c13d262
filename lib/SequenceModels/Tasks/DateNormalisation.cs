using System.Globalization;

namespace SequenceModels.Tasks;

/// <summary>Bring dates into one form, character by character: "13 sep 1955" → "1955-09-13".</summary>
/// <remarks>Every date of a hundred years is drawn once at most, in one of 8 formats: none is a test in one format and
/// learned from in another.</remarks>
public sealed class DateNormalisation : TranslationTask
{
    private static readonly DateOnly _first = new(1950, 1, 1);
    private static readonly int _days = _first.AddYears(100).DayNumber - _first.DayNumber;
    private static readonly string[] _formats =
    [
        "d MMM yyyy", "d MMMM yyyy", "ddd d MMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d-MMM-yyyy", "dd.MM.yyyy",
        "dd/MM/yyyy",
    ];

    /// <summary>Different dates, each in a random format.</summary>
    /// <param name="rng">Draws them.</param>
    /// <param name="training">How many dates to learn from.</param>
    /// <param name="heldOut">How many other dates to be tested on.</param>
    /// <exception cref="ArgumentException">There are not so many dates.</exception>
    public DateNormalisation(TorchRandom rng, int training = 10_000, int heldOut = 400)
        : base(
            Draw(rng, training, heldOut),
            Vocabulary.OfCharacters("0123456789 ,-./", "abcdefghijlmnoprstuvwy"),
            Vocabulary.OfCharacters("0123456789-").ForTargets())
    {
    }

    private static PairSplit Draw(TorchRandom rng, int training, int heldOut)
    {
        ArgumentNullException.ThrowIfNull(rng);
        return PairSplit.Draw(training, heldOut, () =>
        {
            var (date, format) = (_first.AddDays(rng.Integer(0, _days)), _formats[rng.Integer(0, _formats.Length)]);
            return new SentencePair(Written(date, format), Written(date, "yyyy-MM-dd"));
        });
    }

    private static string Written(DateOnly date, string format) =>
        date.ToString(format, CultureInfo.InvariantCulture).ToLowerInvariant();
}
