using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>Backpropagation through time, with the slips that students make in it.
/// <code>
///   dsum = dh ⊙ slope(h_t)      dW_ih += dsum x_tᵀ      dW_hh += dsum h_{t-1}ᵀ      dh = W_hhᵀ dsum
/// </code>
/// </summary>
internal sealed record BackwardLoop
{
    public Func<double, double> Slope { get; init; } = h => 1 - h * h;

    public Func<Vector<double>[], Vector<double>, int, Vector<double>> Before { get; init; } =
        (states, start, t) => t > 0 ? states[t - 1] : start;

    public Func<Vector<double>, Vector<double>, Matrix<double>> Outer { get; init; } = (d, x) => d.OuterProduct(x);

    public bool Transposes { get; init; } = true;

    public bool GoesBack { get; init; } = true;

    public bool Adds { get; init; } = true;

    public bool OnlyLast { get; init; }

    public bool Forwards { get; init; }

    public (Matrix<double> DWIh, Matrix<double> DWHh, Vector<double> DStart) Run(
        Matrix<double> wIh, Matrix<double> wHh, Matrix<double> words, Vector<double> start, Vector<double> dLast)
    {
        var h = start;
        Vector<double>[] states = [.. words.EnumerateRows().Select(x => h = (wIh * x + wHh * h).PointwiseTanh())];
        var (dWIh, dWHh, dH) = (0 * wIh, 0 * wHh, dLast);
        var steps = Enumerable.Range(0, states.Length);
        foreach (var t in Forwards ? steps : steps.Reverse().Take(OnlyLast ? 1 : states.Length))
        {
            var dSum = dH.PointwiseMultiply(states[t].Map(Slope));
            var (ofWord, ofState) = (Outer(dSum, words.Row(t)), Outer(dSum, Before(states, start, t)));
            (dWIh, dWHh) = Adds ? (dWIh + ofWord, dWHh + ofState) : (ofWord, ofState);
            dH = !GoesBack ? dSum : Transposes ? wHh.Transpose() * dSum : wHh * dSum;
        }

        return (dWIh, dWHh, dH);
    }
}
