using SequenceModels;

namespace Lectures.Recurrent.Data;

/// <summary>What the C# compiler says when code is wrong, as its package holds it: real text, in fourteen
/// languages.</summary>
/// <remarks>
/// Errors and warnings only, each text once. Messages that begin with the same letters, or have most words in common, are
/// often copies of each other, so they are in one part together: either all to learn from, or all unseen.
/// </remarks>
internal static class CompilerMessages
{
    private const int Opening = 20; // letters

    private static readonly string[] _languages =
        ["en", "cs", "de", "es", "fr", "it", "ja", "ko", "pl", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"];

    public static IEnumerable<DataFile> Files =>
    [
        DataFile.Table("compiler-messages.tsv", "part\tid\tmessage", () =>
        {
            var english = Messages("en");
            return Parts(Openings(Ids(english, shortest: 10, longest: 120), english), unseen: 0.1)
                .Select(message => $"{message.Part}\t{message.Id}\t{english[message.Id]}");
        }),
        DataFile.Table("compiler-languages.tsv", $"part\tid\t{string.Join('\t', _languages)}", () =>
        {
            var texts = Array.ConvertAll(_languages, Messages);
            string[] Row(string id) => Array.ConvertAll(texts, language => language[id]);
            var ids = Ids(texts[0], shortest: 20, longest: 60).Where(id => Row(id).Distinct().Count() == _languages.Length);
            return Parts(Openings(ids, texts[0]), unseen: 0.225).Take(480)
                .Select(message => $"{message.Part}\t{message.Id}\t{string.Join('\t', Row(message.Id))}");
        }),
        DataFile.Table("compiler-french.tsv", "part\tid\ten\tfr", () =>
        {
            var (english, french) = (Messages("en"), Messages("fr"));
            var ids = Ids(english, shortest: 10, longest: 90).Where(id => french[id] != english[id]);
            return Parts(NearCopies.Of([.. ids], id => english[id]), unseen: 0.2)
                .Select(message => $"{message.Part}\t{message.Id}\t{Quoted(english[message.Id])}\t{Quoted(french[message.Id])}");
        }),
    ];

    /// <summary>Each message by its id, with single spaces for line ends and tabs.</summary>
    private static SortedDictionary<string, string> Messages(string language) => new(
        CompilerPackage.Texts(language).ToDictionary(
            text => text.Id, text => string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        StringComparer.Ordinal);

    private static IEnumerable<string> Ids(SortedDictionary<string, string> english, int shortest, int longest) =>
        english.Where(message =>
                (message.Key.StartsWith("ERR_", StringComparison.Ordinal) || message.Key.StartsWith("WRN_", StringComparison.Ordinal))
                && !message.Key.EndsWith("_Title", StringComparison.Ordinal)
                && !message.Key.EndsWith("_Description", StringComparison.Ordinal)
                && message.Value.Length >= shortest && message.Value.Length <= longest)
            .DistinctBy(message => Letters(message.Value)).Select(message => message.Key);

    private static IEnumerable<string[]> Openings(IEnumerable<string> ids, SortedDictionary<string, string> english) => ids
        .GroupBy(id => string.Concat(Letters(english[id]).Take(Opening)), StringComparer.Ordinal).Select(alike => alike.ToArray());

    /// <summary>Messages in random order, the unseen ones first; those that are alike are in one part.</summary>
    private static IEnumerable<(string Part, string Id)> Parts(IEnumerable<string[]> alike, double unseen)
    {
        var groups = alike.ToArray();
        var order = new TorchRandom(1).Permutation(groups.Length);
        return order.SelectMany((at, place) =>
            groups[at].Select(id => (place < unseen * groups.Length ? "unseen" : "training", id)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();

    /// <summary>All kinds of quotation marks, and the apostrophe, as one: translators chose now this, now that.</summary>
    private static string Quoted(string text) =>
        string.Concat(text.Replace("« ", "'").Replace(" »", "'").Select(mark => "«»“”„’‘\"".Contains(mark) ? '\'' : mark));
}
