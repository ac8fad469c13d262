using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>The gradients of a <see cref="FusedLayer{TGates}"/>, from what its forward pass kept: step by step back to
/// ∂loss/∂sums, and from time to time, for all steps since,
/// <code>
///   dX += dsums W_ih      dW_ih += dsumsᵀ X      dW_hh += dsumsᵀ H before each step      db += Σ dsums
/// </code>
/// </summary>
internal sealed unsafe class FusedGradient<TGates>(
    RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask, Tensor gates, Tensor states, Tensor? memory)
    where TGates : struct, IGates
{
    private readonly int _length = x.Shape[0], _batch = x.Shape[1], _inputs = x.Shape[2];
    private readonly int _hidden = h0.Shape[1], _width = TGates.Count * h0.Shape[1];

    public void Backward(ReadOnlySpan<float> dLastMemory)
    {
        var steps = Math.Min(_length, Recurrence<TGates>.StepsAtATime(_batch));
        var dSums = new Tensor([steps * _batch, _width]);
        var dFromState = TGates.KeepsApart ? new Tensor(dSums.Shape) : dSums;
        var (dState, dMemory) = (Tensor.Zeros(h0.Shape), Tensor.Zeros(h0.Shape));
        dLastMemory.CopyTo(dMemory.Values);
        var packed = FusedLayer<TGates>.Packed(weights.WeightHh, transpose: false);
        fixed (float* g = gates.Values, s = states.Values, m = FusedLayer<TGates>.Of(memory), w = packed.Values)
        fixed (float* h = h0.Values, c = c0.Values, skip = FusedLayer<TGates>.Of(mask))
        fixed (float* ds = states.Gradient, dh = dState.Values, dm = dMemory.Values)
        fixed (float* da = dSums.Values, df = dFromState.Values)
        {
            var walk = new Recurrence<TGates>
            {
                Length = _length,
                Batch = _batch,
                Hidden = _hidden,
                Mask = skip,
                WeightHh = w,
                Gates = g,
                States = s,
                Memory = m,
                H0 = h,
                C0 = c,
                DStates = ds,
                DState = dh,
                DMemory = dm,
                DSums = da,
                DFromState = df,
                From = _length,
            };
            while (walk.From > 0)
            {
                walk.To = walk.From;
                walk.From = Math.Max(0, walk.To - steps);
                walk.Backward();
                var walked = ..((walk.To - walk.From) * _batch * _width);
                Spread(walk.From, dSums.Values[walked], dFromState.Values[walked]);
            }
        }

        AddTo(h0, dState);
        AddTo(c0, dMemory);
    }

    /// <summary>From ∂loss/∂sums of steps in a row to all that the sums are made of.</summary>
    private void Spread(int from, ReadOnlySpan<float> dSums, ReadOnlySpan<float> dFromState)
    {
        var (first, rows) = (from * _batch, dSums.Length / _width);
        if (x.RequiresGrad)
        {
            MatrixProduct.Multiply(false, false, rows, _inputs, _width, dSums, _width,
                weights.WeightIh.Values, _inputs, x.Gradient[(first * _inputs)..], _inputs, accumulate: true);
        }

        AddProduct(weights.WeightIh, dSums, x.Values[(first * _inputs)..]);
        if (from == 0)
        {
            AddProduct(weights.WeightHh, dFromState[..(_batch * _width)], h0.Values);
            AddProduct(weights.WeightHh, dFromState[(_batch * _width)..], states.Values);
        }
        else
        {
            AddProduct(weights.WeightHh, dFromState, states.Values[((first - _batch) * _hidden)..]);
        }

        AddRows(weights.BiasIh, dSums);
        AddRows(weights.BiasHh, dFromState);
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

    private static void AddRows(Tensor bias, ReadOnlySpan<float> dSums)
    {
        if (bias.RequiresGrad)
        {
            InOrder.AddRows(dSums, bias.Gradient);
        }
    }
}
