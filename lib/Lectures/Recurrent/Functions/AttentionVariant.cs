using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>Additive attention, with the slips that students make in it.
/// <code>
///   e_i = v · tanh(W_q s + W_k h_i)      a_i = m_i exp(e_i) / Σ_j m_j exp(e_j)      context = Σ a_i h_i
/// </code>
/// </summary>
internal sealed record AttentionVariant
{
    public Func<Matrix<double>, Vector<double>, Vector<double>> OfQuery { get; init; } = (w, query) => w * query;

    public Func<Matrix<double>, Vector<double>, Vector<double>> OfKey { get; init; } = (w, key) => w * key;

    public Func<Vector<double>, Vector<double>, double> Score { get; init; } = (v, sum) => v * sum.PointwiseTanh();

    public Func<Vector<double>, Vector<double>, Vector<double>> Parts { get; init; } =
        (scores, mask) => scores.PointwiseExp().PointwiseMultiply(mask);

    public bool Divides { get; init; } = true;

    public Func<Vector<double>, Vector<double>, Vector<double>> After { get; init; } = (weights, _) => weights;

    public Func<Vector<double>, Matrix<double>, Vector<double>, Vector<double>> Mix { get; init; } =
        (weights, states, _) => weights * states;

    public (Vector<double> Context, Vector<double> Weights) Run(
        Matrix<double> wQuery, Matrix<double> wKey, Vector<double> v,
        Vector<double> query, Matrix<double> states, Vector<double> mask)
    {
        var scores = Vector<double>.Build.Dense(
            states.RowCount, i => Score(v, OfQuery(wQuery, query) + OfKey(wKey, states.Row(i))));
        var parts = Parts(scores, mask);
        var weights = After(Divides ? parts / parts.Sum() : parts, mask);
        return (Mix(weights, states, mask), weights);
    }
}
