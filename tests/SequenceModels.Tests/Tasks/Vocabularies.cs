using CsCheck;
using SequenceModels.Tasks;

namespace SequenceModels.Tests.Tasks;

public sealed class Vocabularies
{
    [Fact]
    public void Only_a_target_vocabulary_has_bos_and_eos_and_padding_is_always_0()
    {
        var words = new Vocabulary(["le", "chat"]);

        Assert.Equal(["<pad>", "le", "chat"], words.Words);
        Assert.Equal(["<pad>", "<bos>", "<eos>", "le", "chat"], words.ForTargets().Words);
        Assert.Equal("<bos>", words.ForTargets()[Vocabulary.BeginOfSentence]);
        Assert.Equal("<eos>", words.ForTargets()[Vocabulary.EndOfSentence]);
        Assert.Equal(words.ForTargets().Words, words.ForTargets().ForTargets().Words);
    }

    [Fact]
    public void A_decoded_sentence_ends_at_eos() =>
        Assert.Equal("chat le", new Vocabulary(["le", "chat"]).ForTargets().Decode([1, 4, 0, 3, 2, 4, 4]));

    [Fact]
    public void Any_text_of_known_characters_survives_its_numbers()
    {
        var characters = Vocabulary.OfCharacters("ab", " -.b1");

        Assert.Equal(["<pad>", "a", "b", " ", "-", ".", "1"], characters.Words);
        Gen.String["ab -.1"].Sample(text =>
            characters.Decode(characters.Encode(text)) == text
            && characters.ForTargets().Decode([1, .. characters.ForTargets().Encode(text), 2, 3]) == text);
    }
}
