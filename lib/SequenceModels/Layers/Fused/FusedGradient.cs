using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>The gradients of a <see cref="FusedLayer{TGates}"/>, from what its forward pass kept: step by step back to
/// ∂loss/∂sums, then for all steps at once.
/// <code>
///   dW_ih += dsumsᵀ X      dX += dsums W_ih      dW_hh += dsumsᵀ H before each step      db += Σ dsums
/// </code>
/// </summary>
internal sealed unsafe class FusedGradient<TGates>(
    RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask, Tensor gates, Tensor states, Tensor? memory)
    where TGates : struct, IGates
{
    private readonly int _rows = x.Shape[0] * x.Shape[1], _batch = x.Shape[1], _inputs = x.Shape[2];
    private readonly int _hidden = h0.Shape[1], _width = TGates.Count * h0.Shape[1];

    public void Backward(ReadOnlySpan<float> dLastMemory)
    {
        var dSums = new Tensor(gates.Shape);
        var dFromState = TGates.KeepsApart ? new Tensor(gates.Shape) : dSums;
        var (dState, dMemory) = (Tensor.Zeros(h0.Shape), Tensor.Zeros(h0.Shape));
        dLastMemory.CopyTo(dMemory.Values);
        Walk(dSums, dFromState, dState, dMemory);

        if (x.RequiresGrad)
        {
            MatrixProduct.Multiply(false, false, _rows, _inputs, _width, dSums.Values, _width,
                weights.WeightIh.Values, _inputs, x.Gradient, _inputs, accumulate: true);
        }

        AddTo(h0, dState);
        AddTo(c0, dMemory);
        AddProduct(weights.WeightIh, dSums.Values, x.Values);
        AddProduct(weights.WeightHh, dFromState.Values[..(_batch * _width)], h0.Values);
        AddProduct(weights.WeightHh, dFromState.Values[(_batch * _width)..], states.Values[..^(_batch * _hidden)]);
        AddRows(weights.BiasIh, dSums);
        AddRows(weights.BiasHh, dFromState);
    }

    private void Walk(Tensor dSums, Tensor dFromState, Tensor dState, Tensor dMemory)
    {
        var packed = FusedLayer<TGates>.Packed(weights.WeightHh, transpose: false);
        fixed (float* g = gates.Values, s = states.Values, m = FusedLayer<TGates>.Of(memory), w = packed.Values)
        fixed (float* h = h0.Values, c = c0.Values, skip = FusedLayer<TGates>.Of(mask))
        fixed (float* ds = states.Gradient, dh = dState.Values, dm = dMemory.Values)
        fixed (float* da = dSums.Values, df = dFromState.Values)
        {
            new Recurrence<TGates>
            {
                Length = x.Shape[0], Batch = _batch, Hidden = _hidden, Mask = skip, WeightHh = w,
                Gates = g, States = s, Memory = m, H0 = h, C0 = c,
                DStates = ds, DState = dh, DMemory = dm, DSums = da, DFromState = df,
            }.Backward();
        }
    }

    private static void AddTo(Tensor start, Tensor gradient)
    {
        if (start.RequiresGrad)
        {
            Tensor.Accumulate(gradient.Values, start.Gradient);
        }
    }

    /// <summary>dW += dsumsᵀ · inputs</summary>
    private void AddProduct(Tensor weight, ReadOnlySpan<float> dSums, ReadOnlySpan<float> inputs)
    {
        var (rows, columns) = (dSums.Length / _width, weight.Shape[1]);
        if (weight.RequiresGrad)
        {
            MatrixProduct.Multiply(true, false, _width, columns, rows, dSums, _width, inputs, columns,
                weight.Gradient, columns, accumulate: true);
        }
    }

    private static void AddRows(Tensor bias, Tensor dSums)
    {
        if (bias.RequiresGrad)
        {
            Reduction.AddRows(dSums.Values, bias.Gradient);
        }
    }
}
