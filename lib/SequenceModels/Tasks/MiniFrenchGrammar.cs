namespace SequenceModels.Tasks;

/// <summary>The sentences of <see cref="MiniFrench"/>: each phrase is made in both languages at once.
/// <code>
///   sentence → noun phrase, verb phrase
///            | noun phrase, that, verb phrase, verb phrase
///            | noun phrase, verb phrase, that, verb phrase
///   noun phrase → the | a, [very], [adjective before], [adjective after], noun
///   verb phrase → [never], verb, noun phrase
/// </code>
/// </summary>
internal sealed class MiniFrenchGrammar(TorchRandom rng)
{
    private static readonly Noun[] _nouns =
    [
        new("cat", "chat"), new("dog", "chien"), new("horse", "cheval"), new("bird", "oiseau"), new("tree", "arbre"),
        new("flower", "fleur", Feminine: true), new("house", "maison", Feminine: true),
        new("mouse", "souris", Feminine: true), new("bee", "abeille", Feminine: true),
        new("star", "étoile", Feminine: true),
    ];
    private static readonly Adjective[] _before =
    [
        new("small", "petit", "petite"), new("big", "grand", "grande"), new("young", "jeune", "jeune"),
        new("beautiful", "beau", "belle", BeforeVowel: "bel"),
    ];
    private static readonly Adjective[] _after =
    [
        new("black", "noir", "noire"), new("white", "blanc", "blanche"), new("green", "vert", "verte"),
        new("red", "rouge", "rouge"),
    ];
    private static readonly SentencePair[] _verbs =
    [
        new("sees", "voit"), new("follows", "suit"), new("finds", "trouve"), new("watches", "regarde"),
        new("loves", "aime"), new("hears", "entend"),
    ];
    private static readonly SentencePair _that = new("that", "qui");

    /// <summary>All English words.</summary>
    public static IEnumerable<string> English =>
    [
        "the", "a", "very", "never", "that", .. _nouns.Select(noun => noun.English),
        .. _before.Concat(_after).Select(adjective => adjective.English), .. _verbs.Select(verb => verb.Source),
    ];

    /// <summary>All French words, in all their forms.</summary>
    public static IEnumerable<string> French =>
    [
        "le", "la", "l'", "un", "une", "très", "ne", "n'", "jamais", "qui", .. _nouns.Select(noun => noun.French),
        .. _before.Concat(_after).SelectMany(adjective => adjective.Forms), .. _verbs.Select(verb => verb.Target),
    ];

    /// <summary>Draws a sentence.</summary>
    public SentencePair Sentence() => rng.Integer(0, 3) switch
    {
        0 => Joined(NounPhrase(), VerbPhrase()),
        1 => Joined(NounPhrase(), _that, VerbPhrase(), VerbPhrase()),
        _ => Joined(NounPhrase(), VerbPhrase(), _that, VerbPhrase()),
    };

    private SentencePair VerbPhrase()
    {
        var (verb, never) = (Pick(_verbs), Chance(3));
        // "a" would be "de" after "ne … jamais", so there is none.
        var what = NounPhrase(definite: never || Chance(2));
        return never
            ? Joined(new("never", Elided("ne", verb.Target)), verb, new("", "jamais"), what)
            : Joined(verb, what);
    }

    private SentencePair NounPhrase() => NounPhrase(definite: Chance(2));

    private SentencePair NounPhrase(bool definite)
    {
        var (noun, before, after) = (Pick(_nouns), Chance(2) ? Pick(_before) : null, Chance(2) ? Pick(_after) : null);
        var very = (before ?? after) is not null && Chance(4);
        string?[] english = [very ? "very" : null, before?.English, after?.English, noun.English];
        string?[] french =
        [
            very && before is not null ? "très" : null, before?.With(noun),
            noun.French,
            very && before is null ? "très" : null, after?.With(noun),
        ];
        var next = french.First(word => word is not null)!;
        return definite
            ? new(Words(["the", .. english]), Words([Elided(noun.Feminine ? "la" : "le", next), .. french]))
            : new(Words(["a", .. english]), Words([noun.Feminine ? "une" : "un", .. french]));
    }

    private static SentencePair Joined(params SentencePair[] phrases) =>
        new(Words(phrases.Select(phrase => phrase.Source)), Words(phrases.Select(phrase => phrase.Target)));

    private static string Words(IEnumerable<string?> words) =>
        string.Join(' ', words.Where(word => !string.IsNullOrEmpty(word)));

    // le arbre → l' arbre
    private static string Elided(string word, string next) => Vowel(next) ? $"{word[0]}'" : word;

    private static bool Vowel(string word) => "aeéiou".Contains(word[0], StringComparison.Ordinal);

    private T Pick<T>(T[] words) => words[rng.Integer(0, words.Length)];

    private bool Chance(int oneIn) => rng.Integer(0, oneIn) == 0;

    private sealed record Noun(string English, string French, bool Feminine = false);

    private sealed record Adjective(string English, string Masculine, string Feminine, string? BeforeVowel = null)
    {
        public string[] Forms => BeforeVowel is null ? [Masculine, Feminine] : [Masculine, BeforeVowel, Feminine];

        public string With(Noun noun) =>
            noun.Feminine ? Feminine : Vowel(noun.French) ? BeforeVowel ?? Masculine : Masculine;
    }
}
