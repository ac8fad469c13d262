using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>The unit of an <see cref="LstmCell"/>; its memory is c.</summary>
internal readonly unsafe struct LstmGates : IGates
{
    public static int Count => 4;
    public static bool HasMemory => true;
    public static bool KeepsApart => false;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>
    {
        float* gates = step.Gates, bias = step.BiasIh, biasHh = step.BiasHh;
        var i = default(LogisticSigmoid).Of(at.Of(gates) + at.Of(bias) + at.Of(biasHh));
        var f = default(LogisticSigmoid).Of(at.Of(gates, 1) + at.Of(bias, 1) + at.Of(biasHh, 1));
        var g = default(HyperbolicTangent).Of(at.Of(gates, 2) + at.Of(bias, 2) + at.Of(biasHh, 2));
        var o = default(LogisticSigmoid).Of(at.Of(gates, 3) + at.Of(bias, 3) + at.Of(biasHh, 3));
        var c = T.FusedMultiplyAdd(f, at.Of(step.MemoryBefore), i * g);
        at.Put(i, gates);
        at.Put(f, gates, 1);
        at.Put(g, gates, 2);
        at.Put(o, gates, 3);
        at.Put(c, step.Memory);
        at.Put(o * default(HyperbolicTangent).Of(c), step.After);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>
    {
        float* gates = step.Gates, dSums = step.DSums;
        var one = T.Create(1);
        var (i, f, g, o) = (at.Of(gates), at.Of(gates, 1), at.Of(gates, 2), at.Of(gates, 3));
        var tanhC = default(HyperbolicTangent).Of(at.Of(step.Memory));
        var dh = at.Of(step.DAfter) + at.Of(step.DState);
        // h' = o ⊙ tanh c'
        var dc = at.Of(step.DMemory) + dh * o * (one - tanhC * tanhC);
        at.Put(dh * tanhC * o * (one - o), dSums, 3);
        // c' = f ⊙ c + i ⊙ g
        at.Put(dc * g * i * (one - i), dSums);
        at.Put(dc * at.Of(step.MemoryBefore) * f * (one - f), dSums, 1);
        at.Put(dc * i * (one - g * g), dSums, 2);
        at.Put(dc * f, step.DMemory);
        at.Put(T.Create(0), step.DState);
    }
}
