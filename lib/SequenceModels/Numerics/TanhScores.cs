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
        Extent.Require(q.Length, batch * queries * hidden);
        Extent.Require(k.Length, batch * keys * hidden);
        Extent.Require(v.Length, hidden);
        Extent.Require(e.Length, batch * queries * keys);
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
        Extent.Require(dq.Length, q.Length);
        Extent.Require(dk.Length, k.Length);
        Extent.Require(dv.Length, batch * hidden);
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

    private readonly struct Scores(int queries, int keys, int hidden, float* q, float* k, float* v, float* e)
        : IShared, IWidthless
    {
        public void Run(int unit) => Widest.Run(new Scores(
            queries, keys, hidden, q + unit * queries * hidden, k + unit * keys * hidden, v,
            e + unit * queries * keys));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            var sums = stackalloc float[16];
            for (var at = 0; at < queries * keys; at++)
            {
                float* qt = q + at / keys * hidden, ki = k + at % keys * hidden;
                Lanes16.Store(Lanes16.Create(0), sums);
                for (var h = 0; h < hidden; h += T.Count)
                {
                    var left = hidden - h;
                    var y = default(HyperbolicTangent).Of(Part.Load<T>(qt + h, left) + Part.Load<T>(ki + h, left));
                    var sum = sums + h % 16;
                    T.Store(T.FusedMultiplyAdd(Part.Load<T>(v + h, left), y, T.Load(sum)), sum);
                }
                e[at] = Lanes16.Load(sums).Sum();
            }
        }
    }

    private readonly struct Gradients(
        int queries, int keys, int hidden, float* q, float* k, float* v, float* de, float* dq, float* dk, float* dv)
        : IShared, IWidthless
    {
        public void Run(int unit)
        {
            int ofQ = unit * queries * hidden, ofK = unit * keys * hidden;
            Widest.Run(new Gradients(queries, keys, hidden, q + ofQ, k + ofK, v, de + unit * queries * keys,
                dq + ofQ, dk + ofK, dv + unit * hidden));
        }

        // y = tanh(q + k), computed again:  dv += de y,  dq += de v (1 − y²),  dk += de v (1 − y²)
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>() where T : unmanaged, ILanes<T>
        {
            for (var h = 0; h < hidden; h += T.Count)
            {
                var left = hidden - h;
                T vh = Part.Load<T>(v + h, left), dvh = Part.Load<T>(dv + h, left);
                for (var t = 0; t < queries; t++)
                {
                    float* qt = q + t * hidden + h, dqt = dq + t * hidden + h;
                    T qth = Part.Load<T>(qt, left), dqth = Part.Load<T>(dqt, left);
                    for (var i = 0; i < keys; i++)
                    {
                        float* ki = k + i * hidden + h, dki = dk + i * hidden + h;
                        var above = T.Create(de[t * keys + i]);
                        var y = default(HyperbolicTangent).Of(qth + Part.Load<T>(ki, left));
                        var through = above * vh * (T.Create(1) - y * y);
                        dvh = T.FusedMultiplyAdd(above, y, dvh);
                        dqth += through;
                        Part.Store(Part.Load<T>(dki, left) + through, dki, left);
                    }
                    Part.Store(dqth, dqt, left);
                }
                Part.Store(dvh, dv + h, left);
            }
        }
    }
}
