using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics;

/// <summary>
/// The scores of additive attention, one batch row a unit of shared work; the sums q + k are never held all at once.
/// <code>
///   e[t, i] = Σ_h v[h] tanh(q[t, h] + k[i, h])
/// </code>
/// Each row is its own, and its sums run in one order: over h as <see cref="Reduction"/>'s, over t and i one by one.
/// </summary>
/// <param name="batch">Rows of the batch: each has its own q, k and e, and all share v.</param>
/// <param name="queries">Rows of q.</param>
/// <param name="keys">Rows of k.</param>
/// <param name="hidden">Columns of q and k.</param>
internal readonly unsafe struct TanhScores(int batch, int queries, int keys, int hidden)
{
    /// <summary>From so many tanh on, the work is shared between cores: below, waking a helper costs more.</summary>
    private const long WorthSharing = 1 << 15;

    private int Threads => (long)batch * queries * keys * hidden < WorthSharing ? 1 : batch;

    /// <summary>Computes e.</summary>
    public void Forward(ReadOnlySpan<float> q, ReadOnlySpan<float> k, ReadOnlySpan<float> v, Span<float> e)
    {
        Bounds.Require(q.Length, batch * queries * hidden);
        Bounds.Require(k.Length, batch * keys * hidden);
        Bounds.Require(v.Length, hidden);
        Bounds.Require(e.Length, batch * queries * keys);
        fixed (float* pq = q, pk = k, pv = v, pe = e)
        {
            Run(new Scores(queries, keys, hidden, pq, pk, pv, pe));
        }
    }

    /// <summary>Adds to dq and dk, and to each row's own dv (batch × hidden), what comes from de.</summary>
    public void Backward(
        ReadOnlySpan<float> q, ReadOnlySpan<float> k, ReadOnlySpan<float> v, ReadOnlySpan<float> de,
        Span<float> dq, Span<float> dk, Span<float> dv)
    {
        Bounds.Require(dq.Length, q.Length);
        Bounds.Require(dk.Length, k.Length);
        Bounds.Require(dv.Length, batch * hidden);
        fixed (float* pq = q, pk = k, pv = v, pe = de, pdq = dq, pdk = dk, pdv = dv)
        {
            Run(new Gradients(queries, keys, hidden, pq, pk, pv, pe, pdq, pdk, pdv));
        }
    }

    private void Run<TWork>(TWork work) where TWork : unmanaged, IShared
    {
        if (Threads > 1)
        {
            Workers.Split(work, batch);
            return;
        }
        for (var row = 0; row < batch; row++)
        {
            work.Run(row);
        }
    }

    private readonly struct Scores(int queries, int keys, int hidden, float* q, float* k, float* v, float* e) : IShared
    {
        private const int Block = 16; // so many keys that their sums stay in the first-level cache

        public void Run(int unit)
        {
            float* qt = q + unit * queries * hidden, et = e + unit * queries * keys;
            var sums = stackalloc float[16 * Block];
            for (var t = 0; t < queries; t++, qt += hidden, et += keys)
            {
                for (var i = 0; i < keys; i += Block)
                {
                    var count = Math.Min(Block, keys - i);
                    new Span<float>(sums, 16 * count).Clear();
                    Columns.Run(new Terms(count, hidden, qt, k + (unit * keys + i) * hidden, v, sums), hidden);
                    for (var j = 0; j < count; j++)
                    {
                        et[i + j] = Lanes16.Load(sums + 16 * j).Sum();
                    }
                }
            }
        }
    }

    private readonly struct Terms(int keys, int hidden, float* q, float* k, float* v, float* sums) : IColumnwise
    {
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            T qh = at.Of(q), vh = at.Of(v);
            var sum = at.Turn(sums);
            for (var i = 0; i < keys; i++, sum += 16)
            {
                var y = default(HyperbolicTangent).Of(qh + at.Of(k + i * hidden));
                T.Store(T.FusedMultiplyAdd(vh, y, T.Load(sum)), sum);
            }
        }
    }

    private readonly struct Gradients(
        int queries, int keys, int hidden, float* q, float* k, float* v, float* de, float* dq, float* dk, float* dv)
        : IShared, IColumnwise
    {
        public void Run(int unit)
        {
            int ofQ = unit * queries * hidden, ofK = unit * keys * hidden;
            Columns.Run(
                new Gradients(queries, keys, hidden, q + ofQ, k + ofK, v, de + unit * queries * keys,
                    dq + ofQ, dk + ofK, dv + unit * hidden),
                hidden);
        }

        // y = tanh(q + k), computed again:  dv += de y,  dq += de v (1 − y²),  dk += de v (1 − y²)
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        public void At<T>(Columns<T> at) where T : unmanaged, ILanes<T>
        {
            T vh = at.Of(v), dvh = at.Of(dv);
            for (var t = 0; t < queries; t++)
            {
                T qth = at.Of(q + t * hidden), dqth = at.Of(dq + t * hidden);
                for (var i = 0; i < keys; i++)
                {
                    float* ki = k + i * hidden, dki = dk + i * hidden;
                    var above = T.Spread(de + (t * keys + i));
                    var y = default(HyperbolicTangent).Of(qth + at.Of(ki));
                    var through = above * vh * (T.Create(1) - y * y);
                    dvh = T.FusedMultiplyAdd(above, y, dvh);
                    dqth += through;
                    at.Put(at.Of(dki) + through, dki);
                }
                at.Put(dqth, dq + t * hidden);
            }
            at.Put(dvh, dv);
        }
    }
}
