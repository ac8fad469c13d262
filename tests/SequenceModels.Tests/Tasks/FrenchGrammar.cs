using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

/// <summary>What makes the French of <see cref="MiniFrench"/> French, by a dictionary of its own.</summary>
public sealed class FrenchGrammar
{
    private static readonly string[] _feminine = ["fleur", "maison", "souris", "abeille", "étoile"];
    private static readonly string[] _masculine = ["chat", "chien", "cheval", "oiseau", "arbre"];
    private static readonly string[] _precedingMasculine = ["petit", "grand", "jeune", "beau", "bel"];
    private static readonly string[] _precedingFeminine = ["petite", "grande", "jeune", "belle"];
    private static readonly string[] _followingMasculine = ["noir", "blanc", "vert", "rouge"];
    private static readonly string[] _followingFeminine = ["noire", "blanche", "verte", "rouge"];
    private static readonly Dictionary<string, string> _english = (
        "le the,la the,l' the,un a,une a,très very,jamais never,qui that,chat cat,chien dog,cheval horse,oiseau bird,"
        + "arbre tree,fleur flower,maison house,souris mouse,abeille bee,étoile star,petit small,petite small,grand big,"
        + "grande big,jeune young,beau beautiful,bel beautiful,belle beautiful,noir black,noire black,blanc white,"
        + "blanche white,vert green,verte green,rouge red,voit sees,suit follows,trouve finds,regarde watches,aime loves,"
        + "entend hears").Split(',').Select(entry => entry.Split(' ')).ToDictionary(entry => entry[0], entry => entry[1]);

    private static readonly MiniFrench _task = new(new TorchRandom(1));
    private static readonly SentencePair[] _pairs = [.. _task.Training, .. _task.HeldOut];
    private static readonly string[][] _sentences = [.. _pairs.Select(pair => pair.Target.Split(' '))];

    [Fact]
    public void Every_word_is_translated_once_and_ne_comes_with_jamais() => Assert.All(_pairs, pair =>
    {
        var french = pair.Target.Split(' ');
        Assert.Equal(
            pair.Source.Split(' ').Order(StringComparer.Ordinal),
            french.Where(word => word is not ("ne" or "n'")).Select(word => _english[word]).Order(StringComparer.Ordinal));
        Assert.All(Places(french, "ne", "n'"), i => Assert.Equal("jamais", french[i + 2]));
        Assert.Equal(french.Count(word => word == "jamais"), Places(french, "ne", "n'").Count());
    });

    [Fact]
    public void Adjectives_stand_on_their_side_of_their_noun_and_agree_with_it() => Assert.All(_sentences, french =>
    {
        foreach (var i in Places(french, [.. _precedingMasculine, .. _precedingFeminine]))
        {
            Assert.Contains(french[i + 1], Feminine(french[i + 1]) ? _feminine : _masculine);
            Assert.Contains(french[i], Feminine(french[i + 1]) ? _precedingFeminine : _precedingMasculine);
        }

        foreach (var i in Places(french, [.. _followingMasculine, .. _followingFeminine]))
        {
            var noun = french[i - 1] == "très" ? french[i - 2] : french[i - 1];
            Assert.Contains(noun, Feminine(noun) ? _feminine : _masculine);
            Assert.Contains(french[i], Feminine(noun) ? _followingFeminine : _followingMasculine);
        }
    });

    [Fact]
    public void Articles_agree_with_the_next_noun() => Assert.All(_sentences, french =>
    {
        foreach (var i in Places(french, "le", "la", "un", "une"))
        {
            var noun = french.Skip(i).First(word => _feminine.Contains(word) || _masculine.Contains(word));
            Assert.Equal(Feminine(noun), french[i] is "la" or "une");
        }
    });

    [Fact]
    public void Words_are_elided_exactly_before_vowels() => Assert.All(_sentences, french =>
    {
        Assert.All(Places(french, "l'", "n'", "bel"), i => Assert.True(Vowel(french[i + 1])));
        Assert.All(Places(french, "le", "la", "ne", "beau"), i => Assert.False(Vowel(french[i + 1])));
    });

    [Fact]
    public void A_noun_that_was_never_done_anything_to_is_definite() => // "ne voit jamais un chat" is not French
        Assert.DoesNotContain(_pairs, pair => pair.Target.Contains("jamais un", StringComparison.Ordinal));

    [Fact]
    public void Words_cross_in_most_sentences_but_not_in_all()
    {
        Assert.InRange(_pairs.Count(Crosses), _pairs.Length / 2, _pairs.Length - 500);

        // Some English word comes later than its neighbor's translation.
        static bool Crosses(SentencePair pair)
        {
            var french = pair.Target.Split(' ').Where(word => word is not ("ne" or "n'")).Select(word => _english[word]);
            return !french.SequenceEqual(pair.Source.Split(' '));
        }
    }

    [Fact]
    public void Every_word_is_used_and_sentences_have_6_to_15_words()
    {
        Assert.Equal((30, 44), (_task.SourceVocabulary.Count, _task.TargetVocabulary.Count));
        Assert.Equal(29, _pairs.SelectMany(pair => pair.Source.Split(' ')).Distinct().Count());
        Assert.Equal(41, _sentences.SelectMany(words => words).Distinct().Count());
        Assert.Equal(Enumerable.Range(6, 10), _task.HeldOut.Select(_task.SourceLength).Distinct().Order());
    }

    [Fact]
    public void Lengths_can_be_asked_for() =>
        Assert.All(
            new MiniFrench(new TorchRandom(1), minWords: 15, maxWords: 20, training: 100, heldOut: 100).HeldOut,
            pair => Assert.InRange(pair.Source.Split(' ').Length, 15, 20));

    [Fact]
    public void No_sentence_is_held_out_whose_words_but_for_articles_were_learned()
    {
        Assert.Empty(_task.HeldOut.Select(Bag).Intersect(_task.Training.Select(Bag)));

        static string Bag(SentencePair pair) => string.Join(' ', pair.Target.Split(' ')
            .Where(word => word is not ("le" or "la" or "l'" or "un" or "une" or "ne" or "n'"))
            .Select(word => _english[word]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_sentence_has_two_translations()
    {
        var pairs = Enumerable.Range(1, 8).SelectMany(
            seed => new MiniFrench(new TorchRandom(seed), minWords: 5, maxWords: 6, training: 300, heldOut: 1).Training);
        var translations = pairs.GroupBy(pair => pair.Source, pair => pair.Target).ToArray();

        Assert.True(translations.Count(same => same.Count() > 1) > 100); // drawn again with another seed
        Assert.All(translations, same => Assert.Single(same.Distinct()));
    }

    private static IEnumerable<int> Places(string[] sentence, params string[] words) =>
        Enumerable.Range(0, sentence.Length).Where(i => words.Contains(sentence[i]));

    private static bool Feminine(string noun) => _feminine.Contains(noun);

    private static bool Vowel(string word) => word[0] is 'a' or 'e' or 'é' or 'i' or 'o' or 'u';
}
