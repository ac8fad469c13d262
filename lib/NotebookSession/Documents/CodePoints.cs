namespace NotebookSession.Documents;

/// <summary>The order of texts by their code points, as Python has it; UTF-16 has the characters beyond U+FFFF before U+E000.</summary>
internal sealed class CodePoints : IComparer<string>
{
    private const char Surrogates = '\ud800', After = '\ue000';

    public static CodePoints Order { get; } = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> a = x, b = y;
        var at = a.CommonPrefixLength(b);
        return at == a.Length || at == b.Length ? a.Length.CompareTo(b.Length) : Rank(a[at]).CompareTo(Rank(b[at]));
    }

    private static int Rank(char c) => c is >= Surrogates and < After ? c + 0x10000 : c;
}
