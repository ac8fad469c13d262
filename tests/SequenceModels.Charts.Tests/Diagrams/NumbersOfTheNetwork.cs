using System.Xml.Linq;
using SequenceModels.Probes;

namespace SequenceModels.Charts.Tests.Diagrams;

/// <summary>At each word, each arrow has the number that the network has there.</summary>
public sealed class NumbersOfTheNetwork
{
    private const int Unit = 1;

    [Fact]
    public void An_RNN_shows_its_own() => Compare(Drawn.All["RNN"](), t =>
    {
        var trace = Drawn.Rnn;
        var steps = Enumerable.Range(0, Drawn.Words.Length).SelectMany(
            step => new[] { trace.FromX[step], trace.FromH[step], trace.H[step] });
        return [Before(trace.H, trace.H0, t), trace.H[t], trace.FromX[t], trace.FromH[t], .. steps];
    });

    [Fact]
    public void An_LSTM_cell_shows_its_own() => Compare(Drawn.All["LSTM"](), t =>
    {
        var trace = Drawn.Lstm;
        var (f, i, g, o, c, h) = (trace.F[t], trace.I[t], trace.G[t], trace.O[t], trace.C[t], trace.H[t]);
        var (oldC, oldH) = (Before(trace.C, trace.C0, t), Before(trace.H, trace.H0, t));
        return [oldC, c, h, oldH, f, i, g, i * g, o, c.Tanh(), f * oldC];
    });

    [Fact]
    public void A_GRU_cell_shows_its_own() => Compare(Drawn.All["GRU"](), t =>
    {
        var trace = Drawn.Gru;
        var (r, z, n, before) = (trace.R[t], trace.Z[t], trace.N[t], Before(trace.H, trace.H0, t));
        return [before, trace.H[t], z, z * before, 1 - z, (1 - z) * n, n, r];
    });

    [Fact]
    public void An_encoder_and_a_decoder_show_their_own() => Compare(Drawn.All["encoder-decoder"](), t =>
    {
        var trace = Drawn.Plain;
        var steps = Enumerable.Range(0, trace.Written.Steps.Count).SelectMany(step => step == 0
            ? new[] { P(trace, step) } : [P(trace, step), trace.States[step - 1]]);
        return
        [
            .. Rows(trace.Read), trace.Read[^1], .. steps,
            Before(trace.States, trace.Start, t), trace.States[t], P(trace, t)
        ];
    });

    [Fact]
    public void Luong_s_attention_shows_its_own() => Compare(Drawn.All["Luong"](), t =>
        [.. Looks(Drawn.Luong, t), Drawn.Luong.States[t], Drawn.Luong.Contexts![t], P(Drawn.Luong, t)]);

    [Fact]
    public void Bahdanau_s_attention_shows_its_own() => Compare(Drawn.All["Bahdanau"](), t =>
    {
        var trace = Drawn.Bahdanau;
        return
        [
            .. Looks(trace, t), Before(trace.States, trace.Start, t), trace.Contexts![t], trace.States[t], P(trace, t)
        ];
    });

    [Fact]
    public void Self_attention_shows_its_own() => Compare(Drawn.All["self-attention"](), t =>
    {
        var trace = Drawn.Looking;
        return
        [
            .. Looks(trace.Scores[1, t], trace.Weights[1, t]), trace.X[t], trace.Positions![t], trace.Output[t]
        ];
    });

    [Theory]
    [InlineData("Transformer block", true)]
    [InlineData("Transformer block that normalizes last", false)]
    public void A_Transformer_block_shows_its_own(string name, bool normFirst) => Compare(Drawn.All[name](), t =>
    {
        var trace = Drawn.Block(normFirst);
        var looks = Looks(trace.Scores[1, t], trace.Weights[1, t]);
        return normFirst
            ? [.. looks, trace.X[t], trace.Looked[t], trace.Middle[t], trace.Norm2[t], trace.Fed[t], trace.Output[t]]
            : [.. looks, trace.X[t], trace.Looked[t], trace.X[t] + trace.Looked[t], trace.Middle[t], trace.Fed[t],
                trace.Middle[t] + trace.Fed[t], trace.Output[t]];
    });

    private static IEnumerable<Tensor> Looks(TranslationTrace trace, int t) =>
        Looks(trace.Scores![t], trace.Written.Weights![t]);

    private static IEnumerable<Tensor> Looks(Tensor scores, Tensor weights) => Enumerable.Range(0, Drawn.Words.Length)
        .SelectMany(i => new[] { Wide(scores[i]), Wide(weights[i]) });

    private static IEnumerable<Tensor> Rows(Tensor table) => Enumerable.Range(0, table.Shape[0]).Select(row => table[row]);

    private static Tensor P(TranslationTrace trace, int t) => Wide(Tensor.Full(trace.Written.Steps[t].Probability));

    /// <summary>A number that is no unit's, where any unit is looked for.</summary>
    private static Tensor Wide(Tensor number) => number.Reshape(1).Expand(Unit + 1);

    private static Tensor Before(Tensor states, Tensor start, int t) => t == 0 ? start : states[t - 1];

    private static void Compare(LivingDiagram diagram, Func<int, Tensor[]> expected)
    {
        var values = XElement.Parse(diagram.Svg).Descendants("text").Where(text => (string?)text.Attribute("class") == "value").ToList();
        for (var t = 0; t < diagram.Words.Count; t++)
        {
            Assert.Equal(
                expected(t).Select(vector => Drawing.Number(vector[Unit].Item())),
                values.Select(text => text.HasElements ? text.Elements().ElementAt(t).Value : text.Value));
        }
    }
}
