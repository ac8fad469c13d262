using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SequenceModels.Numerics.Wasm;

namespace SequenceModels.Numerics;

/// <summary>
/// Sums and maxima in one order: element i goes to partial sum i mod 16, and the sixteen are added as a tree, at any width of a
/// machine's registers.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>Σ xᵢ² in double precision: no overflow, and no loss in long sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double WideSumOfSquares(ReadOnlySpan<float> x)
    {
        var (lower, upper) = (Vector512<double>.Zero, Vector512<double>.Zero);
        fixed (float* px = x)
        {
            var i = 0;
            if (Compiled.IsThere)
            {
                var sums = stackalloc double[16];
                Compiled.Squares(px, x.Length, sums);
                (lower, upper, i) = (Vector512.Load(sums), Vector512.Load(sums + 8), x.Length & ~15);
            }

            for (; i <= x.Length - 16; i += 16)
            {
                var (a, b) = Vector512.Widen(Vector512.Load(px + i));
                (lower, upper) = (lower + a * a, upper + b * b);
            }
            var sum = 0.0;
            for (; i < x.Length; i++)
            {
                sum += (double)px[i] * px[i];
            }
            lower += upper;
            var four = lower.GetLower() + lower.GetUpper();
            return sum + (four[0] + four[2] + (four[1] + four[3]));
        }
    }

    /// <summary>sums[i] = Σⱼ x[i · apart + j · step] / divisor, for n numbers j in order, added in double precision.</summary>
    public static void WideSums(ReadOnlySpan<float> x, int count, int apart, int n, int step, double divisor, Span<float> sums)
    {
        Bounds.Require(sums.Length, count);
        fixed (float* px = x, target = sums)
        {
            if (Compiled.IsThere)
            {
                Compiled.WideSums(px, count, apart, n, step, &divisor, target);
                return;
            }

            // Four sums side by side: each waits for its own last addition only.
            var i = 0;
            for (; i <= count - 4; i += 4)
            {
                var four = Vector256<double>.Zero;
                var from = px + (nint)i * apart;
                for (var j = 0; j < n; j++, from += step)
                {
                    var (left, right) = Vector128.Widen(Vector128.Create(from[0], from[apart], from[2 * apart], from[3 * apart]));
                    four += Vector256.Create(left, right);
                }

                four /= Vector256.Create(divisor);
                Vector128.Narrow(four.GetLower(), four.GetUpper()).Store(target + i);
            }

            for (; i < count; i++)
            {
                var sum = 0.0;
                var from = px + (nint)i * apart;
                for (var j = 0; j < n; j++, from += step)
                {
                    sum += *from;
                }

                target[i] = (float)(sum / divisor);
            }
        }
    }

    /// <summary>Σ xᵢ of each row. A row's result is the first of its sixteen.</summary>
    public static void SumRows(Cursor x, int rows, int columns, float* sixteens) =>
        Fold(default(Sum), 0, default(First), x, x, rows, columns, sixteens);

    /// <summary>Σ xᵢ yᵢ of each row.</summary>
    /// <inheritdoc cref="SumRows"/>
    public static void SumRowsOfProducts(Cursor x, Cursor y, int rows, int columns, float* sixteens) =>
        Fold(default(Sum), 0, default(Product), x, y, rows, columns, sixteens);

    /// <summary>The largest of each row that has no NaN.</summary>
    /// <inheritdoc cref="SumRows"/>
    public static void LargestOfRows(Cursor x, int rows, int columns, float* sixteens) =>
        Fold(default(Larger), float.NegativeInfinity, default(First), x, x, rows, columns, sixteens);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fold<TFold, TFunction>(
        TFold fold, float first, TFunction f, Cursor x, Cursor y, int rows, int columns, float* sixteens)
        where TFold : struct, IFunction2
        where TFunction : struct, IFunction2
    {
        if (Compiled.IsThere)
        {
            new Span<float>(sixteens, 16 * rows).Fill(first);
            Rows.Run(new Turns<TFold, TFunction>(fold, f, x, y, new(sixteens, 16)), rows, columns);
            Rows.Run(new Tree<TFold>(fold, new(sixteens, 16)), rows, 1);
            return;
        }

        for (var (row, sixteen) = (0, new Cursor(sixteens, 16)); row < rows; row++, x = x.Next, y = y.Next, sixteen = sixteen.Next)
        {
            Lanes16.Store(Partial(fold, first, f, x.At, y.At, columns), sixteen.At);
            new Tree<TFold>(fold, sixteen).At(new Columns<Lane>(0));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes16 Partial<TFold, TFunction>(TFold fold, float first, TFunction f, float* x, float* y, int columns)
        where TFold : struct, IFunction2
        where TFunction : struct, IFunction2
    {
        var (result, i) = (Lanes16.Create(first), 0);
        for (; i <= columns - 16; i += 16)
        {
            result = fold.Of(result, f.Of(Lanes16.Load(x + i), Lanes16.Load(y + i)));
        }

        if (i < columns)
        {
            Lanes16 lastX = Lanes16.Create(first), lastY = lastX;
            Remainder.Copy(x + i, (float*)&lastX, columns - i);
            Remainder.Copy(y + i, (float*)&lastY, columns - i);
            result = fold.Of(result, f.Of(lastX, lastY));
        }

        return result;
    }

    /// <summary>sums[row] += x[row, 0] + x[row, 1] + …, one after the other.</summary>
    /// <param name="x">The rows.</param>
    /// <param name="sums">One for each row.</param>
    /// <param name="below">Memory for as many numbers as x has.</param>
    public static void AddColumns(ReadOnlySpan<float> x, Span<float> sums, Span<float> below)
    {
        Bounds.Require(x.Length % sums.Length, 0);
        Bounds.Require(below.Length, x.Length);
        var (rows, columns) = (sums.Length, x.Length / sums.Length);
        fixed (float* px = x, target = below)
        {
            Strided.Copy(columns, rows, px, 1, columns, target);
        }

        AddRows(below, sums);
    }

    /// <summary>sum[j] += x[0, j] + x[1, j] + …, row after row; x has as many columns as the sum.</summary>
    public static void AddRows(ReadOnlySpan<float> x, Span<float> sum)
    {
        Bounds.Require(x.Length % sum.Length, 0);
        const int AtOnce = 8;
        fixed (float* px = x, target = sum)
        {
            for (var rest = x.Length; rest > 0; rest -= AtOnce * sum.Length)
            {
                Columns.Run(
                    new RowSum(px + (x.Length - rest), Math.Min(AtOnce, rest / sum.Length), sum.Length, target), sum.Length);
            }
        }
    }

    private readonly struct Turns<TFold, TFunction>(TFold fold, TFunction f, Cursor x, Cursor y, Cursor sixteen)
        : IRowwise<Turns<TFold, TFunction>>
        where TFold : struct, IFunction2
        where TFunction : struct, IFunction2
    {
        public Turns<TFold, TFunction> Next => new(fold, f, x.Next, y.Next, sixteen.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            var part = at.Turn(sixteen.At);
            T.Store(fold.Of(T.Load(part), f.Of(at.Of(x), at.Of(y))), part);
        }
    }

    /// <summary>i + (i + 8), then + 4, + 2, + 1.</summary>
    private readonly struct Tree<TFold>(TFold fold, Cursor sixteen) : IRowwise<Tree<TFold>>
        where TFold : struct, IFunction2
    {
        public Tree<TFold> Next => new(fold, sixteen.Next);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => at.Put(fold.Of(Two(at, 0), Two(at, 1)), sixteen);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Two<T>(Columns<T> at, int i) where T : unmanaged, ILanes<T> => fold.Of(Four(at, i), Four(at, i + 2));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Four<T>(Columns<T> at, int i) where T : unmanaged, ILanes<T> => fold.Of(Eight(at, i), Eight(at, i + 4));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Eight<T>(Columns<T> at, int i) where T : unmanaged, ILanes<T> =>
            fold.Of(at.Of(sixteen.At + i), at.Of(sixteen.At + i + 8));
    }

    private readonly struct RowSum(float* x, int rows, nint columns, float* sum) : IColumnwise
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            var total = at.Of(sum);
            for (var i = 0; i < rows; i++)
            {
                total += at.Of(x + i * columns);
            }
            at.Put(total, sum);
        }
    }

    private readonly struct First : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => x;
    }

    private readonly struct Larger : IFunction2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x, T y) where T : unmanaged, ILanes<T> => T.Max(x, y);
    }
}
