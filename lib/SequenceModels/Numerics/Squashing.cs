using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>tanh x = −t / (2 + t) for x ≥ 0, with t = e⁻²ˣ − 1; an odd function.</summary>
internal readonly struct HyperbolicTangent : IFunction
{
    private const float Saturated = 10; // tanh is 1 to the last bit from 9.02 on.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : unmanaged, ILanes<T>
    {
        var sign = x & T.Create(-0f);
        var size = T.Min(T.Create(Saturated), x & T.Create(BitConverter.Int32BitsToSingle(int.MaxValue)));
        var t = Exponential.MinusOne(size * T.Create(-2));
        return ((T.Create(0) - t) / (T.Create(2) + t)) | sign;
    }
}

/// <summary>σ(x) = 1 / (1 + e⁻ˣ), and for x &lt; 0 the equal eˣ / (1 + eˣ): the exponential never overflows.</summary>
internal readonly struct LogisticSigmoid : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : unmanaged, ILanes<T>
    {
        var e = Exponential.OfNegative(x | T.Create(-0f));
        return T.Select(T.LessThan(x, T.Create(0)), e, T.Create(1)) / (T.Create(1) + e);
    }
}
