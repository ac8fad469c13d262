using SequenceModels;
using SequenceModels.Models;

namespace Notebooks.Tests;

/// <summary>What lesson 11 says of real text, for seeds that it does not use.</summary>
public sealed class Claims11
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Averaging_names_93_percent_of_the_languages_and_reading_97_or_more_of_2_030_messages(int seed)
    {
        var unseen = Messages11.Encoded(Messages11.Part("unseen"));
        double Right(TextClassifier reader, float rate) =>
            Messages11.Learned(reader, rate, seed).Accuracy(unseen.Inputs, unseen.Targets);

        Assert.Equal(2030, unseen.Inputs.Shape[0]);
        Assert.InRange(Right(TextClassifier.MeanPooling(Messages11.Signs, 32, 14, new TorchRandom(seed)), 0.03f), 0.92, 0.94);
        Assert.InRange(
            Right(TextClassifier.Recurrent(Messages11.Signs, 32, 64, 14, new TorchRandom(seed), CellKind.Gru), 0.02f), 0.97, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void At_350_steps_RNN_and_LSTM_are_level_and_a_Transformer_that_has_learned_to_look_near_is_behind(int seed)
    {
        var transformer = new TransformerLanguageModel(Messages11.Letters, 64, new TorchRandom(seed), heads: 4);
        LanguageModel Recurrent(CellKind kind, int units) =>
            new RecurrentLanguageModel(Messages11.Letters, 32, units, new TorchRandom(seed), kind);

        var rnn = Messages11.Bits(Recurrent(CellKind.Rnn, 192), 0.012f, seed);
        var lstm = Messages11.Bits(Recurrent(CellKind.Lstm, 96), 0.03f, seed);
        var behind = Messages11.Bits(transformer, 0.012f, seed);

        Assert.InRange(rnn, 1.6, 1.95);
        Assert.InRange(lstm, rnn - 0.2, rnn + 0.2);
        Assert.InRange(behind, Math.Max(rnn, lstm) + 0.2, 2.4);
        Assert.InRange(Near(transformer), 0.6, 1);
    }

    [Fact]
    public void Without_positions_a_Transformer_stays_near_3_bits() => Assert.InRange(
        Messages11.Bits(
            new TransformerLanguageModel(Messages11.Letters, 64, new TorchRandom(1), heads: 4, positions: false), 0.012f, 1),
        2.8, 3.2);

    [Theory]
    [InlineData("compiler-messages.tsv")]
    [InlineData("compiler-languages.tsv")]
    public void No_message_of_a_table_has_another_s_letters_and_none_unseen_begins_as_one_that_is_learned_from(string table)
    {
        var rows = Messages11.Table(table).Select(row =>
            (Part: row[0], Id: row[1], Letters: string.Concat(row[2].Where(char.IsLetter)).ToUpperInvariant())).ToArray();
        string Opening(string letters) => string.Concat(letters.Take(20));
        HashSet<string> learned = [.. rows.Where(row => row.Part == "training").Select(row => Opening(row.Letters))];

        Assert.Distinct(rows.Select(row => row.Id));
        Assert.Distinct(rows.Select(row => row.Letters));
        Assert.All(rows.Where(row => row.Part == "unseen"), row => Assert.DoesNotContain(Opening(row.Letters), learned));
    }

    // How much of the last place's weight lies on the last 4 of 32 characters.
    private static float Near(TransformerLanguageModel model) =>
        model.Blocks[0].Forward(model.Embed(Messages11.Unseen.Inputs), causal: true).Weights[.., .., ^1, ^4..].Sum(-1).Mean().Item();
}
