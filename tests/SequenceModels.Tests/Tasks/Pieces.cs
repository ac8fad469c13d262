using CsCheck;
using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

public sealed class Pieces
{
    private const string Words = "low low low low low lowest lowest newer newer newer newer newer newer wider wider wider";

    [Fact]
    public void Marks_gaps_and_what_an_apostrophe_joins_are_words() => Assert.Equal(
        ["l'", "accès", "à", "'", "{0}", "'", "n'", "est", "pas", "utf_8", ":", "c", "#", "11", ".", "0"],
        Tokenizer.Split("L'accès à '{0}' n'est pas UTF_8: C# 11.0"));

    [Fact]
    public void The_most_frequent_pair_is_merged_first_and_of_equal_ones_the_first_by_its_characters() => Assert.Equal(
        [("e", "r"), ("l", "o"), ("lo", "w"), ("e", "w"), ("ew", "er")],
        BytePairEncoding.Learn([Words], 20).Merges.Where(merge => merge.Left != "▁" && merge.Right != "▁").Take(5)
            .Select(merge => (merge.Left.TrimStart('▁'), merge.Right)));

    [Fact]
    public void A_word_that_was_not_seen_is_cut_into_pieces_that_were()
    {
        var encoding = BytePairEncoding.Learn([Words], 8);

        Assert.Equal(["▁low"], encoding.Split("low"));
        Assert.Equal("▁lower", string.Concat(encoding.Split("lower")));
        Assert.Equal(["▁", "q", "u", "i", "z"], encoding.Split("quiz"));
        Assert.All(encoding.Split("lower"), piece => Assert.Contains(piece, encoding.Pieces));
    }

    [Fact]
    public void No_pair_that_stands_there_once_is_merged() =>
        Assert.Empty(BytePairEncoding.Learn(["abc"], 10).Merges);

    [Fact]
    public void A_word_is_cut_as_the_merges_made_one_after_the_other_cut_it()
    {
        var encoding = BytePairEncoding.Learn([Words, "slow slower wet wetter", "aaa aaa baa"], 30);
        Gen.String["abelnorstw"].Where(word => word.Length > 0).Sample(word =>
        {
            List<string> pieces = [.. $"▁{word}".Select(character => $"{character}")];
            foreach (var (left, right) in encoding.Merges)
            {
                for (var i = 0; i + 1 < pieces.Count; i++)
                {
                    if (pieces[i] == left && pieces[i + 1] == right)
                    {
                        pieces[i] = left + right;
                        pieces.RemoveAt(i + 1);
                    }
                }
            }

            return pieces.SequenceEqual(encoding.Split(word));
        });
    }

    [Fact]
    public void A_text_survives_its_pieces_with_spaces_around_its_marks()
    {
        var pieces = Vocabulary.OfPieces(BytePairEncoding.Learn([Words], 10));

        Assert.Equal("a lower ' {0} ' , zzz .", pieces.Decode(pieces.Encode("A lower '{0}', zzz.")));
        Assert.Equal("a lower", pieces.ForTargets().Decode([1, .. pieces.ForTargets().Encode("A lower"), 2, 3]));
        Assert.Contains("\"ö\" is not among", Assert.Throws<ArgumentException>(() => pieces.Encode("größe")).Message, StringComparison.Ordinal);
    }
}
