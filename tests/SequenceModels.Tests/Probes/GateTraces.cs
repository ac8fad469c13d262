using CsCheck;
using SequenceModels.Layers;
using SequenceModels.Probes;
using SequenceModels.Tests.Infra;

namespace SequenceModels.Tests.Probes;

public class GateTraces
{
    private static readonly Gen<(int Length, int Inputs, int Hidden, int Seed)> _cases =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 5], Gen.Int[1, 9], Gen.Int[1, 1000]);

    [Fact]
    public void An_LSTM_s_parts_obey_its_equations_and_end_in_the_layer_s_states() => _cases.Sample(size =>
    {
        var rng = new TorchRandom(size.Seed);
        var (lstm, x) = (new Lstm(size.Inputs, size.Hidden, rng), Tensor.Randn(rng, size.Length, size.Inputs));
        var (h0, c0) = (Tensor.Randn(rng, size.Hidden), Tensor.Randn(rng, size.Hidden));

        var trace = LstmTrace.Of(lstm.Cells[0], x, (h0, c0));
        var (output, (hN, cN)) = lstm.Forward(x.Unsqueeze(0), (h0.Reshape(1, 1, -1), c0.Reshape(1, 1, -1)));

        for (var (t, before) = (0, trace.C0); t < size.Length; before = trace.C[t++])
        {
            Same(trace.F[t] * before + trace.I[t] * trace.G[t], trace.C[t]);
            Same(trace.O[t] * trace.C[t].Tanh(), trace.H[t]);
        }

        Same(output[0], trace.H);
        Same(hN[0, 0], trace.H[^1]);
        Same(cN[0, 0], trace.C[^1]);
        Same(h0, trace.H0);
        Between(0, trace.I, trace.F, trace.O);
        Between(-1, trace.G);
    });

    [Fact]
    public void A_GRU_s_parts_obey_its_equations_and_end_in_the_layer_s_state() => _cases.Sample(size =>
    {
        var rng = new TorchRandom(size.Seed);
        var (gru, x) = (new Gru(size.Inputs, size.Hidden, rng), Tensor.Randn(rng, 1, size.Length, size.Inputs));
        var h0 = Tensor.Randn(rng, size.Hidden);

        var trace = GruTrace.Of(gru.Cells[0], x, h0);
        var (output, hN) = gru.Forward(x, h0.Reshape(1, 1, -1));

        for (var (t, before) = (0, trace.H0); t < size.Length; before = trace.H[t++])
        {
            Same((1 - trace.Z[t]) * trace.N[t] + trace.Z[t] * before, trace.H[t]);
        }

        Same(output[0], trace.H);
        Same(hN[0, 0], trace.H[^1]);
        Between(0, trace.R, trace.Z);
        Between(-1, trace.N);
    });

    [Fact]
    public void The_layer_above_reads_the_trace_below()
    {
        var rng = new TorchRandom(5);
        var (lstm, x) = (new Lstm(3, 4, rng, layers: 2), Tensor.Randn(rng, 6, 3));

        var above = LstmTrace.Of(lstm.Cells[1], LstmTrace.Of(lstm.Cells[0], x).H);

        Same(lstm.Forward(x.Unsqueeze(0)).Output[0], above.H);
        Assert.Equal("(6, 4)", above.F.Shape.ToString());
    }

    [Fact]
    public void Wrong_shapes_are_explained()
    {
        var cell = new LstmCell(3, 4, new TorchRandom(1));

        Refused.With<ArgumentException>(
            "x is (2, 5, 3), expected (length, 3) or (1, length, 3): a trace follows one sentence; of a batch take one, x[0].",
            () => LstmTrace.Of(cell, Tensor.Zeros(2, 5, 3)));
        Refused.With<ArgumentException>("x is (5, 4), expected (length, 3)", () => LstmTrace.Of(cell, Tensor.Zeros(5, 4)));
        Refused.With<ArgumentException>("c0 is (3), expected (4) or (1, 4).",
            () => LstmTrace.Of(cell, Tensor.Zeros(5, 3), (Tensor.Zeros(4), Tensor.Zeros(3))));
    }

    private static void Same(Tensor expected, Tensor actual) =>
        Assert.True(actual.AllClose(expected, 1e-5f, 1e-6f), $"expected {expected}\nactual {actual}");

    private static void Between(float lowest, params Tensor[] gates) =>
        Assert.All(gates.SelectMany(gate => gate.ToArray()), value => Assert.InRange(value, lowest + 1e-6f, 1 - 1e-6f));
}
