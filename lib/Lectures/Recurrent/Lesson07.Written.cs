namespace Lectures.Recurrent;

public static partial class Lesson07
{
    /// <summary>Sources, and what was written for them: some right, and the mistakes that networks make.</summary>
    public static IReadOnlyList<(string Source, string Written)> Written =>
    [
        ("cab", "bac"), ("fig", "gif"), ("aha", "aha"), ("bee", "eeb"),
        ("facade", "edacaf"), ("decade", "edaced"), ("jigged", "degigj"), ("behead", "daeheb"), ("cabbed", "debba"),
        ("abadegehij", "jihegedabaa"), ("gibhecafdj", "jdfachebig"), ("fadedabeig", "giebadedaf"),
        ("hijacbedag", "gadebcajjh"), ("decidedbad", "dabdedide"),
    ];

    private static double[] ByLength(Func<(string Source, string Written), bool> counts) =>
        ByLength(attempt => counts(attempt) ? 1.0 : 0);

    private static double[] ByLength(Func<(string Source, string Written), double> share) =>
        PerLength(group => group.Average(share));

    private static double[] PerLength(Func<IEnumerable<(string Source, string Written)>, double> value) =>
        [.. Written.GroupBy(attempt => attempt.Source.Length).OrderBy(group => group.Key).Select(value)];

    private static bool IsRight((string Source, string Written) attempt) =>
        attempt.Written == Backwards(attempt.Source);

    private static double LettersRight((string Source, string Written) attempt) =>
        Backwards(attempt.Source).Zip(attempt.Written, (wanted, got) => wanted == got ? 1.0 : 0).Sum()
        / attempt.Source.Length;

    private static string Backwards(string word) => string.Concat(word.Reverse());
}
