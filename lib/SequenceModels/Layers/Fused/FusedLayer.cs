using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>One layer over whole sequences as one operation on the tape. The equations are the cells'; what differs
/// is the order of the work.
/// <code>
///   sums = X W_ihᵀ for some steps at once, then step by step += h W_hhᵀ, then the gates
/// </code>
/// </summary>
/// <remarks>Everything here is step by step, (length, batch, …), so that a step's rows lie together.</remarks>
internal static unsafe class FusedLayer<TGates>
    where TGates : struct, IGates
{
    /// <summary>Runs the layer.</summary>
    /// <param name="weights">Its parameters.</param>
    /// <param name="x">(length, batch, inputs).</param>
    /// <param name="h0">(batch, hidden).</param>
    /// <param name="c0">(batch, hidden); read where the network has a memory.</param>
    /// <param name="mask">(batch, length), or null.</param>
    /// <returns>The states after each step, (length, batch, hidden), and the memory after the last,
    /// (1, batch, hidden).</returns>
    public static (Tensor States, Tensor? Memory) Forward(
        RecurrentWeights weights, Tensor x, Tensor h0, Tensor c0, Tensor? mask)
    {
        var ((length, batch, inputs), hidden) = (x.Shape, h0.Shape[1]);
        var (width, atATime) = (TGates.Count * hidden, Recurrence<TGates>.StepsAtATime(batch));
        var (gates, states) = (new Tensor([length, batch, width]), new Tensor([length, batch, hidden]));
        var memory = TGates.HasMemory || TGates.KeepsApart ? new Tensor(states.Shape) : null;
        var packed = Packed(weights.WeightHh, transpose: true);
        var fromState = TGates.KeepsApart ? new Tensor([batch, width]) : null;
        fixed (float* g = gates.Values, s = states.Values, m = Of(memory), w = packed.Values, f = Of(fromState))
        fixed (float* bi = weights.BiasIh.Values, bh = weights.BiasHh.Values)
        fixed (float* h = h0.Values, c = c0.Values, skip = Of(mask))
        {
            var walk = new Recurrence<TGates>
            {
                Length = length,
                Batch = batch,
                Hidden = hidden,
                Mask = skip,
                WeightHh = w,
                BiasIh = bi,
                BiasHh = bh,
                Gates = g,
                FromState = f,
                States = s,
                Memory = m,
                H0 = h,
                C0 = c,
            };
            for (; walk.To < length; walk.From = walk.To)
            {
                walk.To = Math.Min(length, walk.From + atATime);
                var (first, rows) = (walk.From * batch, (walk.To - walk.From) * batch);
                MatrixProduct.Multiply(false, true, rows, width, inputs, x.Values[(first * inputs)..], inputs,
                    weights.WeightIh.Values, inputs, gates.Values[(first * width)..], width);
                walk.Forward();
            }
        }

        Tensor? lastMemory = null;
        if (TGates.HasMemory)
        {
            lastMemory = new Tensor([1, batch, hidden]);
            memory!.Values[^(batch * hidden)..].CopyTo(lastMemory.Values);
        }

        // The memory hangs on the states, so its gradient is complete when theirs is asked for.
        var memoryUsed = false;
        states.Recorded(
            [x, h0, c0, weights.WeightIh, weights.WeightHh, weights.BiasIh, weights.BiasHh],
            () =>
            {
                var dMemory = memoryUsed ? lastMemory!.Gradient : [];
                memoryUsed = false;
                new FusedGradient<TGates>(weights, x, h0, c0, mask, gates, states, memory).Backward(dMemory);
            });
        return (states, lastMemory?.Recorded([states], () => memoryUsed = true));
    }

    /// <summary>W_hh laid out for many small products, once.</summary>
    public static Tensor Packed(Tensor weight, bool transpose)
    {
        var (rows, columns) = weight.Shape;
        var (k, n) = transpose ? (columns, rows) : (rows, columns);
        var packed = new Tensor([MatrixProduct.PackedSize(k, n)]);
        MatrixProduct.Pack(transpose, n, k, weight.Values, columns, packed.Values);
        return packed;
    }

    public static Span<float> Of(Tensor? tensor) => tensor is null ? [] : tensor.Values;
}
