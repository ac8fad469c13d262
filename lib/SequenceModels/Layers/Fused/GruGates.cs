using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>The unit of a <see cref="GruCell"/>; it notes W_hn h + b_hn, which the derivative of r needs.</summary>
internal readonly unsafe struct GruGates : IGates
{
    public static int Count => 3;
    public static bool HasMemory => false;
    public static bool KeepsApart => true;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>
    {
        float* gates = step.Gates, fromState = step.FromState, bias = step.BiasIh, biasHh = step.BiasHh;
        var r = default(LogisticSigmoid).Of(at.Of(gates) + at.Of(bias) + (at.Of(fromState) + at.Of(biasHh)));
        var z = default(LogisticSigmoid).Of(
            at.Of(gates, 1) + at.Of(bias, 1) + (at.Of(fromState, 1) + at.Of(biasHh, 1)));
        var hn = at.Of(fromState, 2) + at.Of(biasHh, 2);
        var n = default(HyperbolicTangent).Of(
            T.FusedMultiplyAdd(r, hn, at.Of(gates, 2) + at.Of(bias, 2)));
        at.Put(r, gates);
        at.Put(z, gates, 1);
        at.Put(n, gates, 2);
        at.Put(hn, step.Memory);
        // (1 − z) ⊙ n + z ⊙ h
        at.Put(T.FusedMultiplyAdd(z, at.Of(step.Before) - n, n), step.After);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>
    {
        float* gates = step.Gates, dSums = step.DSums, dFromState = step.DFromState;
        var one = T.Create(1);
        var (r, z, n) = (at.Of(gates), at.Of(gates, 1), at.Of(gates, 2));
        var dh = at.Of(step.DAfter) + at.Of(step.DState);
        // h' = (1 − z) ⊙ n + z ⊙ h
        var dn = dh * (one - z) * (one - n * n);
        var dz = dh * (at.Of(step.Before) - n) * z * (one - z);
        at.Put(dh * z, step.DState);
        // n = tanh(W_in x + b_in + r ⊙ (W_hn h + b_hn))
        var dr = dn * at.Of(step.Memory) * r * (one - r);
        at.Put(dr, dSums);
        at.Put(dz, dSums, 1);
        at.Put(dn, dSums, 2);
        at.Put(dr, dFromState);
        at.Put(dz, dFromState, 1);
        at.Put(dn * r, dFromState, 2);
    }
}
