using SequenceModels.Models;
using SequenceModels.Tasks;
using SequenceModels.Training;

namespace SequenceModels.Tests;

public sealed class ModelsOfLanguage
{
    private const int Words = 7;

    public static TheoryData<string> Kinds => ["RNN", "GRU", "LSTM", "Transformer", "two blocks"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_comes_later_changes_no_score(string kind)
    {
        var model = Model(kind);
        var (text, other) = (Tensor.FromArray([1, 2, 3, 4, 5], 1, 5), Tensor.FromArray([1, 2, 3, 6, 5], 1, 5));

        Assert.Equal(new Shape(1, 5, Words), model.Forward(text).Shape);
        Assert.Equal(model.Forward(text)[0, ..3].ToArray(), model.Forward(other)[0, ..3].ToArray());
        Assert.NotEqual(model.Forward(text)[0, 3].ToArray(), model.Forward(other)[0, 3].ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_text_that_repeats_itself_is_learned_and_written(string kind)
    {
        var letters = Vocabulary.OfCharacters("abcdef");
        var text = new TextWindows(letters, string.Concat(Enumerable.Repeat("abcabdabeabf", 4)), 12);
        var model = Model(kind);

        new Trainer(new Adam(model.Parameters(), 0.02f), clipNorm: 1).Run(
            text.Batches(200, 4, new TorchRandom(1)), model.Loss, cancellation: TestContext.Current.CancellationToken);

        var written = letters.Decode(model.Sample(letters.Encode("abcabdabea"), 14, new TorchRandom(1), 0.05f, context: 12));
        Assert.Equal("bfabcabdabeabf", written);
    }

    [Fact]
    public void Bits_are_the_cross_entropy_over_ln_2_and_an_even_guess_costs_log2_of_the_number_of_words()
    {
        var model = Model("LSTM");
        var batch = new Batch(Tensor.FromArray([1, 2, 3, 4], 2, 2), Tensor.FromArray([2, 3, 4, 5], 2, 2));

        Assert.Equal(model.Loss(batch).Item() / Math.Log(2), model.Bits(batch), 1e-9);
        foreach (var parameter in model.Parameters())
        {
            parameter.CopyFrom(parameter * 0);
        }

        Assert.Equal(Math.Log2(Words), model.Bits(batch), 1e-6);
    }

    [Fact]
    public void Words_are_drawn_as_often_as_the_softmax_of_their_scores_over_the_temperature_says()
    {
        var model = new Fixed();
        double[] Shares(float temperature) => [.. model.Sample([0], 20_000, new TorchRandom(1), temperature, context: 1)
            .CountBy(token => token).OrderBy(pair => pair.Key).Select(pair => pair.Value / 20_000.0)];
        double[] Softmax(double temperature)
        {
            double[] powers = [.. Fixed.Scores.Select(score => Math.Exp(score / temperature))];
            return [.. powers.Select(power => power / powers.Sum())];
        }

        Assert.All([0.7f, 1, 2], temperature => Assert.All(
            Shares(temperature).Zip(Softmax(temperature)), pair => Assert.Equal(pair.Second, pair.First, 0.015)));
    }

    [Fact]
    public void It_looks_as_far_back_as_the_context_goes_and_no_further()
    {
        var model = new Fixed();

        model.Sample([0, 1, 2, 1, 0], 3, new TorchRandom(1), context: 4);

        Assert.Equal([4, 4, 4], model.Lengths);
        Assert.Throws<ArgumentException>(() => model.Sample([], 3, new TorchRandom(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Sample([0], 3, new TorchRandom(1), temperature: 0));
    }

    [Fact]
    public void Without_positions_a_block_of_equal_tokens_scores_all_places_alike()
    {
        var (blind, seeing) = (Transformer(positions: false), Transformer(positions: true));
        var same = Tensor.Full(3, 1, 4);

        Assert.True(blind.Forward(same)[0, 0].AllClose(blind.Forward(same)[0, 3], absolute: 1e-5f));
        Assert.False(seeing.Forward(same)[0, 0].AllClose(seeing.Forward(same)[0, 3], absolute: 1e-2f));
    }

    private static TransformerLanguageModel Transformer(bool positions) =>
        new(Words, 8, new TorchRandom(1), heads: 2, positions: positions);

    private static LanguageModel Model(string kind) => kind switch
    {
        "Transformer" => new TransformerLanguageModel(Words, 16, new TorchRandom(1), heads: 2),
        "two blocks" => new TransformerLanguageModel(Words, 16, new TorchRandom(1), heads: 2, blocks: 2),
        _ => new RecurrentLanguageModel(Words, 8, 16, new TorchRandom(1), Enum.Parse<CellKind>(kind, ignoreCase: true)),
    };

    /// <summary>The same scores whatever it reads.</summary>
    private sealed class Fixed : LanguageModel
    {
        public static float[] Scores => [0.5f, -1, 2];

        public List<int> Lengths { get; } = [];

        public override Tensor Forward(Tensor tokens)
        {
            Lengths.Add(tokens.Shape[1]);
            return Tensor.Stack([.. Enumerable.Repeat(Tensor.FromArray(Scores), tokens.Shape[1])]).Unsqueeze(0);
        }
    }
}
