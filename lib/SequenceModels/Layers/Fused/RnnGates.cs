using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>The unit of an <see cref="RnnCell"/> that ends in the function f.</summary>
internal readonly unsafe struct RnnGates<TFunction> : IGates
    where TFunction : struct, IEnd
{
    public static int Count => 1;
    public static bool HasMemory => false;
    public static bool KeepsApart => false;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T> =>
        at.Put(default(TFunction).Of(at.Of(step.Gates) + at.Of(step.BiasIh) + at.Of(step.BiasHh)), step.After);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(in UnitStep step, Columns<T> at) where T : unmanaged, ILanes<T>
    {
        var dh = at.Of(step.DAfter) + at.Of(step.DState);
        at.Put(TFunction.Back(dh, at.Of(step.After)), step.DSums);
        at.Put(T.Create(0), step.DState);
    }
}

/// <summary>A function h = f(a) whose derivative can be told from h.</summary>
internal interface IEnd : IFunction
{
    /// <summary>da = dh f'(a)</summary>
    static abstract T Back<T>(T dh, T h) where T : unmanaged, ILanes<T>;
}

internal readonly struct TanhEnd : IEnd
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : unmanaged, ILanes<T> => default(HyperbolicTangent).Of(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Back<T>(T dh, T h) where T : unmanaged, ILanes<T> => dh * (T.Create(1) - h * h);
}

internal readonly struct ReluEnd : IEnd
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x) where T : unmanaged, ILanes<T> =>
        T.Select(T.LessThan(x, T.Create(0)), T.Create(0), x); // NaN stays

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Back<T>(T dh, T h) where T : unmanaged, ILanes<T> =>
        T.Select(T.LessThan(T.Create(0), h), dh, T.Create(0));
}
