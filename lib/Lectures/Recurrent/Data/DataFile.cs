using Files;

namespace Lectures.Recurrent.Data;

/// <summary>A file of <c>data/</c> and what makes it: the same bytes each time, on any machine.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Write">Writes it to a path; says how far it is.</param>
public sealed record DataFile(string Name, Action<string, Action<string>, CancellationToken> Write)
{
    /// <summary>Every file that the lessons use.</summary>
    public static IReadOnlyList<DataFile> All { get; } =
        [.. Sentences.Files, .. CompilerMessages.Files, PlainTranslator.File];

    /// <summary>A table: a line of headings, then the rows, with tabs between columns.</summary>
    internal static DataFile Table(string name, string head, Func<IEnumerable<string>> rows) => new(
        name, (path, _, _) => AtomicFile.WriteText(path, string.Join('\n', [head, .. rows()]) + '\n'));
}
