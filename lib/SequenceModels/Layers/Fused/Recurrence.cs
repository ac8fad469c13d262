using SequenceModels.Numerics;

namespace SequenceModels.Layers.Fused;

/// <summary>The two walks over time, with all memory that they touch. Step by step, then sequence by sequence: row
/// t · Batch + b is step t of sequence b.</summary>
/// <remarks>Sequences never meet: cores share them once, not at every step, and the split changes no bit.</remarks>
internal unsafe struct Recurrence<TGates>
    where TGates : struct, IGates
{
    /// <summary>From so many multiplications on, a second core repays being woken.</summary>
    private const long WorthSharing = 1 << 21;

    public int Length, Batch, Hidden;

    /// <summary>The steps to walk, From … To − 1.</summary>
    public int From, To;

    public float* Mask; // (batch, length), or null
    public float* WeightHh; // packed: transposed to walk forward, as stored to walk backward
    public float* BiasIh, BiasHh, Gates, FromState, States, Memory, H0, C0;
    public float* DStates, DState, DMemory;
    public float* DSums, DFromState; // of the steps walked only

    /// <summary>So many steps at a time that their sums stay in the second-level cache.</summary>
    public static int StepsAtATime(int batch) => Math.Max(1, 256 / batch);

    private readonly int Width => TGates.Count * Hidden;

    /// <summary>Sequences that one core takes.</summary>
    private readonly int Share
    {
        get
        {
            var units = (long)(To - From) * Batch * Width * Hidden < WorthSharing ? 1 : Math.Min(Workers.Threads, Batch);
            return (Batch - 1) / units + 1;
        }
    }

    public readonly void Forward() => Workers.Split(new Onward(this), (Batch - 1) / Share + 1);

    public readonly void Backward() => Workers.Split(new Back(this), (Batch - 1) / Share + 1);

    private readonly struct Onward(Recurrence<TGates> walk) : IShared
    {
        public void Run(int unit) => WidestLanes.Run(new OnwardRows(walk, unit * walk.Share));
    }

    private readonly struct Back(Recurrence<TGates> walk) : IShared
    {
        public void Run(int unit) => WidestLanes.Run(new BackRows(walk, unit * walk.Share));
    }

    private readonly struct OnwardRows(Recurrence<TGates> walk, int first) : IWidthless
    {
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var (n, width, rows) = (walk.Hidden, walk.Width, Math.Min(walk.Share, walk.Batch - first));
            for (var t = walk.From; t < walk.To; t++)
            {
                var step = walk.At(t, first);
                var sums = TGates.KeepsApart ? step.FromState : step.Gates;
                new MatrixBlock(rows, width, n, step.Before, n, 1, walk.WeightHh, width, Layout.Packed, sums, width,
                    accumulate: !TGates.KeepsApart).Run<T>();
                for (var row = first; row < first + rows; row++)
                {
                    step = walk.At(t, row);
                    if (walk.IsPadding(t, row))
                    {
                        Remainder.Copy(step.Before, step.After, n);
                        Remainder.Copy(step.MemoryBefore, step.Memory, TGates.HasMemory ? n : 0);
                        continue;
                    }
                    Columns.Run<T, UnitsOnward>(new(step), n, apart: n);
                }
            }
        }
    }

    private readonly struct BackRows(Recurrence<TGates> walk, int first) : IWidthless
    {
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var (n, width, rows) = (walk.Hidden, walk.Width, Math.Min(walk.Share, walk.Batch - first));
            for (var t = walk.To - 1; t >= walk.From; t--)
            {
                for (var row = first; row < first + rows; row++)
                {
                    var step = walk.At(t, row);
                    if (walk.IsPadding(t, row))
                    {
                        Tensor.Accumulate(new(step.DAfter, n), new(step.DState, n));
                        new Span<float>(step.DSums, width).Clear();
                        new Span<float>(step.DFromState, width).Clear();
                        continue;
                    }
                    Columns.Run<T, UnitsBack>(new(step), n, apart: n);
                }
                // dh += dsums · W_hh
                var all = walk.At(t, first);
                new MatrixBlock(rows, n, width, all.DFromState, width, 1, walk.WeightHh, n, Layout.Packed, all.DState,
                    n, accumulate: true).Run<T>();
            }
        }
    }

    private readonly struct UnitsOnward(UnitStep step) : IColumnwise
    {
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => TGates.Forward(step, at);
    }

    private readonly struct UnitsBack(UnitStep step) : IColumnwise
    {
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T> => TGates.Backward(step, at);
    }

    private readonly bool IsPadding(int t, int row) => Mask != null && Mask[row * Length + t] == 0;

    private readonly UnitStep At(int t, int row)
    {
        nint at = (nint)t * Batch + row, before = at - Batch, walked = at - (nint)From * Batch;
        return new UnitStep
        {
            Gates = Gates + at * Width,
            FromState = FromState + row * Width,
            BiasIh = BiasIh,
            BiasHh = BiasHh,
            Before = t > 0 ? States + before * Hidden : H0 + row * Hidden,
            After = States + at * Hidden,
            MemoryBefore = t > 0 ? Memory + before * Hidden : C0 + row * Hidden,
            Memory = Memory + at * Hidden,
            DAfter = DStates + at * Hidden,
            DState = DState + row * Hidden,
            DMemory = DMemory + row * Hidden,
            DSums = DSums + walked * Width,
            DFromState = DFromState + walked * Width,
        };
    }
}
