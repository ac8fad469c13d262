namespace SequenceModels.Tasks;

/// <summary>What the film club writes.
/// <code>
///   plain      [opening] clause and clause       both praise, or both blame
///   negated    [opening] the … was not …
///   contrast   [opening] clause but clause       one praises, one blames, in either order
///   clause     the … was [very | really] …
/// </code>
/// </summary>
internal sealed class FilmReviewGrammar(TorchRandom rng)
{
    private static readonly string[] _openings = ["", "well ", "i think ", "to be honest "];
    private static readonly string[] _subjects = ["film", "plot", "acting", "ending", "music", "cast"];
    private static readonly string[] _adverbs = ["", "very ", "really "];
    private static readonly string[] _good =
        ["good", "great", "funny", "clever", "moving", "brilliant", "lovely", "bright"];
    private static readonly string[] _bad =
        ["bad", "awful", "boring", "silly", "dull", "poor", "stale", "clumsy"];

    public static IEnumerable<string> Words =>
        [.. _openings, "the was not but and", .. _subjects, .. _adverbs, .. _good, .. _bad];

    public FilmReviews.Review[] Plain(bool praises)
    {
        var (one, other) = Subjects();
        return [new($"{Opening}{Clause(one, praises)} and {Clause(other, praises)}", praises, ReviewKind.Plain)];
    }

    public FilmReviews.Review[] Negated(bool praises) =>
        [new($"{Opening}the {Any(_subjects)} was not {Judgement(!praises)}", praises, ReviewKind.Negated)];

    public FilmReviews.Review[] Contrast()
    {
        var (one, other) = Subjects();
        var (opening, praise, blame) = (Opening, Clause(one, true), Clause(other, false));
        return
        [
            new($"{opening}{blame} but {praise}", true, ReviewKind.Contrast),
            new($"{opening}{praise} but {blame}", false, ReviewKind.Contrast),
        ];
    }

    private string Opening => Any(_openings);

    private string Clause(string subject, bool praises) => $"the {subject} was {Judgement(praises)}";

    private string Judgement(bool praises) => $"{Any(_adverbs)}{Any(praises ? _good : _bad)}";

    private (string One, string Other) Subjects()
    {
        var order = rng.Permutation(_subjects.Length);
        return (_subjects[order[0]], _subjects[order[1]]);
    }

    private string Any(string[] words) => words[rng.Integer(0, words.Length)];
}
