using System.Runtime.CompilerServices;
using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>+ − × ÷, element by element; shapes stretch to each other as in PyTorch.</summary>
public partial class Tensor
{
    /// <summary>A single number, so that <c>1 - z</c> and <c>x / 2</c> read as they should.</summary>
    public static implicit operator Tensor(float value) => Full(value);

    /// <summary>a + b.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => Combine<Plus>(left, right);

    /// <summary>a − b.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => Combine<Minus>(left, right);

    /// <summary>a ⊙ b, element by element; the matrix product is <see cref="MatMul"/>.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => Combine<Times>(left, right);

    /// <summary>a ÷ b.</summary>
    public static Tensor operator /(Tensor left, Tensor right) => Combine<Over>(left, right);

    /// <summary>−x.</summary>
    public static Tensor operator -(Tensor value) => Combine<Times>(value, -1f);

    /// <summary>The larger of two numbers, element by element; equal ones share the gradient (torch.maximum).</summary>
    public static Tensor Maximum(Tensor left, Tensor right) => Combine<Larger>(left, right);

    private static Tensor Combine<TOperator>(Tensor a, Tensor b)
        where TOperator : struct, IOperator
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var shape = View.Common(a.Shape, b.Shape) ?? throw new ArgumentException(
            $"{a.Shape} {TOperator.Symbol} {b.Shape}: the shapes do not fit. "
            + "Aligned at the last axis, lengths must be equal or 1.");
        var y = new Tensor(shape);
        var over = new TensorIterator(View.Broadcast(a.Shape, shape), View.Broadcast(b.Shape, shape), View.Whole(shape));
        Pairwise.Apply(default(Operation<TOperator>), over, a.Values, b.Values, y.Values);

        // da += dy ∂y/∂a,  db += dy ∂y/∂b; what was stretched adds up over its repetitions
        return y.Recorded([a, b], () =>
        {
            if (a.RequiresGrad)
            {
                Pairwise.Share(default(ToLeft<TOperator>), over, a.Values, b.Values, y.Gradient, a.Gradient, side: 0);
            }

            if (b.RequiresGrad)
            {
                Pairwise.Share(default(ToRight<TOperator>), over, a.Values, b.Values, y.Gradient, b.Gradient, side: 1);
            }
        });
    }

    private interface IOperator
    {
        static abstract string Symbol { get; }

        static abstract T Apply<T>(T a, T b) where T : unmanaged, ILanes<T>;

        /// <summary>dy ∂(a∘b)/∂a.</summary>
        static abstract T Left<T>(T dy, T a, T b) where T : unmanaged, ILanes<T>;

        /// <summary>dy ∂(a∘b)/∂b.</summary>
        static abstract T Right<T>(T dy, T a, T b) where T : unmanaged, ILanes<T>;
    }

    private readonly struct Operation<TOperator> : IFunction2 where TOperator : struct, IOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => TOperator.Apply(x, y);
    }

    private readonly struct ToLeft<TOperator> : IFunction3 where TOperator : struct, IOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y, T z) where T : unmanaged, ILanes<T> => TOperator.Left(x, y, z);
    }

    private readonly struct ToRight<TOperator> : IFunction3 where TOperator : struct, IOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y, T z) where T : unmanaged, ILanes<T> => TOperator.Right(x, y, z);
    }

    private readonly struct Plus : IOperator
    {
        public static string Symbol => "+";

        public static T Apply<T>(T a, T b) where T : unmanaged, ILanes<T> => a + b;

        public static T Left<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy;

        public static T Right<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy;
    }

    private readonly struct Minus : IOperator
    {
        public static string Symbol => "-";

        public static T Apply<T>(T a, T b) where T : unmanaged, ILanes<T> => a - b;

        public static T Left<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy;

        public static T Right<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * T.Create(-1);
    }

    private readonly struct Times : IOperator
    {
        public static string Symbol => "*";

        public static T Apply<T>(T a, T b) where T : unmanaged, ILanes<T> => a * b;

        public static T Left<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * b;

        public static T Right<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * a;
    }

    private readonly struct Over : IOperator
    {
        public static string Symbol => "/";

        public static T Apply<T>(T a, T b) where T : unmanaged, ILanes<T> => a / b;

        public static T Left<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * (T.Create(1) / b);

        public static T Right<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * (a * T.Create(-1) / (b * b));
    }

    private readonly struct Larger : IOperator
    {
        public static string Symbol => "max";

        // Of equal ones, 0 rather than −0; NaN, if either is.
        public static T Apply<T>(T a, T b) where T : unmanaged, ILanes<T> => T.Select(
            T.LessThan(a, b), b, T.Select(T.LessThan(b, a), a, T.Select(IsNaN(a) | IsNaN(b), a + b, a & b)));

        public static T Left<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * Part(b, a);

        public static T Right<T>(T dy, T a, T b) where T : unmanaged, ILanes<T> => dy * Part(a, b);

        // What the larger of the two has: all if it is b, half if they are equal.
        private static T Part<T>(T a, T b) where T : unmanaged, ILanes<T> =>
            T.Select(T.LessThan(a, b), T.Create(1), T.Select(T.LessThan(b, a), T.Create(0), T.Create(0.5f)));

        // Beyond ∞ in their bits, sign aside, lie those that are no number.
        private static T IsNaN<T>(T a) where T : unmanaged, ILanes<T> => T.ShiftRight(
            T.SubtractBits(T.Create(float.PositiveInfinity), a & T.Create(BitConverter.Int32BitsToSingle(int.MaxValue))), 31);
    }
}
