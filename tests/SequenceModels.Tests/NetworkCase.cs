using SequenceModels.Layers;

namespace SequenceModels.Tests;

/// <summary>A recurrent network on some sequences, run as it is and as the loop over its cells.</summary>
internal sealed record NetworkCase(
    string Kind, int Batch, int Length, int Inputs, int Hidden, int Layers, bool Masked, bool Started, uint Seed)
{
    /// <summary>A loss, and what came out on the way to it and back: outputs, last states, then gradients.</summary>
    public sealed record Run(Tensor Loss, List<Tensor> Outputs, Func<List<Tensor>> Back)
    {
        public List<Tensor> Gradients => Back();

        public List<Tensor> Results => [.. Outputs, .. Gradients];
    }

    public Run Fused() => Execute((network, x, start, mask) => network.Run(x, start, mask));

    public Run Composed() => Execute((network, x, start, mask) =>
    {
        var (output, h, c) = (x, new List<Tensor>(), new List<Tensor>());
        foreach (var (layer, cell) in CellsOf(network).Index())
        {
            var state = start is null ? null : new RecurrentState(Part(start.H)!, Part(start.C));
            (output, var last) = cell.Run(output, state, mask);
            h.Add(last.H);
            c.AddRange(last.C is null ? [] : [last.C]);

            Tensor? Part(Tensor? states) => states?[layer..(layer + 1)];
        }

        return (output, new RecurrentState(Tensor.Concat(h), c.Count > 0 ? Tensor.Concat(c) : null));
    });

    private static IEnumerable<RecurrentLayer> CellsOf(RecurrentLayer network) => network switch
    {
        Lstm lstm => lstm.Cells.Select(cell => new UnrolledMemory(cell)),
        Gru gru => gru.Cells.Select(cell => new Unrolled(cell)),
        _ => ((Rnn)network).Cells.Select(cell => new Unrolled(cell)),
    };

    private Run Execute(
        Func<RecurrentLayer, Tensor, RecurrentState?, Tensor?, (Tensor Output, RecurrentState Last)> forward)
    {
        var rng = new TorchRandom(Seed);
        RecurrentLayer network = Kind switch
        {
            "lstm" => new Lstm(Inputs, Hidden, rng, Layers),
            "gru" => new Gru(Inputs, Hidden, rng, Layers),
            "relu" => new Rnn(Inputs, Hidden, rng, Layers, Nonlinearity.Relu),
            _ => new Rnn(Inputs, Hidden, rng, Layers),
        };
        Tensor Input(params int[] shape) => Tensor.Randn(rng, shape).RequireGrad();
        var x = Input(Batch, Length, Inputs);
        var (h0, c0) = (Input(Layers, Batch, Hidden), Input(Layers, Batch, Hidden));
        var start = Started ? new RecurrentState(h0, Kind == "lstm" ? c0 : null) : null;
        var drawn = Tensor.Uniform(rng, 0, 1, Batch, Length).ToArray();
        var mask = Masked ? Tensor.FromArray([.. drawn.Select(u => u < 0.7f ? 1f : 0)], Batch, Length) : null;

        var (output, last) = forward(network, x, start, mask);
        Tensor Probed(Tensor y) => (y * Tensor.Randn(rng, [.. y.Shape])).Sum();
        var loss = Probed(output) + Probed(last.H) + (last.C is null ? 0 : Probed(last.C));
        loss.Backward();

        Tensor[] starts = start is null ? [] : start.C is null ? [h0] : [h0, c0];
        Tensor[] varied = [x, .. starts, .. network.Parameters()];
        return new Run(
            loss, [output, last.H, .. last.C is null ? [] : new[] { last.C }],
            () => [.. varied.Select(input => input.Grad!.Detach())]);
    }
}
