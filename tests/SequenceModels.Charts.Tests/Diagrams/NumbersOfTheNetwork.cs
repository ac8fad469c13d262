using System.Xml.Linq;

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
