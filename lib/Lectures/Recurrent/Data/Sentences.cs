using SequenceModels;
using SequenceModels.Tasks;

namespace Lectures.Recurrent.Data;

/// <summary>Sentences of the lessons' grammars, to be read without running anything, or to be used elsewhere.</summary>
internal static class Sentences
{
    public static IEnumerable<DataFile> Files =>
    [
        DataFile.Table("mini-french.tsv", "english\tfrench", () =>
            PlainTranslator.Task.HeldOut.Select(pair => $"{pair.Source}\t{pair.Target}")),
        DataFile.Table("reviews.tsv", "praises\treview", () =>
        {
            var reviews = new OrderSentiment(new TorchRandom(1));
            return reviews.Training.Concat(reviews.HeldOut).OrderBy(review => review.Text, StringComparer.Ordinal)
                .Select(review => $"{(review.Praises ? 1 : 0)}\t{review.Text}");
        }),
    ];
}
