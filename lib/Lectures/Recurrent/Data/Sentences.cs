using Files;
using SequenceModels;
using SequenceModels.Tasks;

namespace Lectures.Recurrent.Data;

/// <summary>Sentences of the lessons' grammars, to be read without running anything, or to be used elsewhere.</summary>
internal static class Sentences
{
    public static IEnumerable<DataFile> Files =>
    [
        Table("mini-french.tsv", "english\tfrench", () =>
            PlainTranslator.Task.HeldOut.Select(pair => $"{pair.Source}\t{pair.Target}")),
        Table("reviews.tsv", "praises\treview", () =>
        {
            var reviews = new OrderSentiment(new TorchRandom(1));
            return reviews.Training.Concat(reviews.HeldOut).OrderBy(review => review.Text, StringComparer.Ordinal)
                .Select(review => $"{(review.Praises ? 1 : 0)}\t{review.Text}");
        }),
    ];

    private static DataFile Table(string name, string head, Func<IEnumerable<string>> rows) => new(
        name, (path, _, _) => AtomicFile.WriteText(path, string.Join('\n', [head, .. rows()]) + '\n'));
}
