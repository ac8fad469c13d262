namespace Fuzzing;

/// <summary>A seed, changed in a few places: the dictionary's pieces come in, parts go, are moved or said many times.</summary>
internal sealed class Mutation(IReadOnlyList<string> seeds, IReadOnlyList<string> dictionary)
{
    private const int _mostSteps = 8, _longest = 20_000;

    private static readonly string[] _anywhere =
        ["\0", "\u0001", "\e", "\r", "\n", "\t", " ", "\u0301", "\u202E", "\uFEFF", "\uD800", "\uDFFF", "𝔸", "<", ">", "&", "\"", "'", "\\", "`"];

    public string Make(Random random)
    {
        var text = Pick(seeds, random);
        for (var steps = random.Next(1, _mostSteps + 1); steps > 0; steps--)
        {
            text = Step(text, random);
        }

        return text.Length > _longest ? text[.._longest] : text;
    }

    private string Step(string text, Random random)
    {
        var (from, to) = Span(text, random);
        return random.Next(7) switch
        {
            0 => text.Remove(from, to - from),
            1 => text.Insert(from, Times(Pick(dictionary, random), random)),
            2 => text.Insert(from, Times(text[from..to], random)),
            3 => text[..from] + Pick(dictionary, random) + text[to..],
            4 => text.Insert(from, Pick(_anywhere, random)),
            5 => text.Insert(random.Next(text.Length + 1), text[from..to]),
            _ => text[..from] + Pick(seeds, random) + text[to..],
        };
    }

    private static (int From, int To) Span(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        return (from, Math.Min(text.Length, from + random.Next(random.Next(2) == 0 ? 4 : 100)));
    }

    // Mostly a few; now and then as many as a deep nesting needs.
    private static string Times(string text, Random random)
    {
        var count = random.Next(20) == 0 ? random.Next(5_000) : random.Next(1, 4);
        return string.Concat(Enumerable.Repeat(text, Math.Min(count, _longest / Math.Max(1, text.Length))));
    }

    private static string Pick(IReadOnlyList<string> all, Random random) => all[random.Next(all.Count)];
}
