using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Lectures.Recurrent.Functions;

/// <summary>The sums of the four blocks, hidden each.</summary>
internal sealed record Blocks(Vector<double> I, Vector<double> F, Vector<double> G, Vector<double> O);

/// <summary>An LSTM's step, with the slips that students make in it.
/// <code>
///   c = f ⊙ c₋₁ + i ⊙ g
///   h = o ⊙ tanh(c)
/// </code>
/// </summary>
internal sealed record LstmVariant
{
    public double BiasOfWord { get; init; } = 1;

    public double BiasOfState { get; init; } = 1;

    public double State { get; init; } = 1;

    public Func<Blocks, Blocks> Order { get; init; } = blocks => blocks;

    public Func<double, double> Gate { get; init; } = Sigmoid;

    public Func<double, double> Candidate { get; init; } = Math.Tanh;

    public Func<double, double, double, double, double> Memory { get; init; } = (f, c, i, g) => f * c + i * g;

    public Func<double, double, double, double> Shown { get; init; } = (o, c, _) => o * Math.Tanh(c);

    public static double Sigmoid(double sum) => SpecialFunctions.Logistic(sum);

    public (Vector<double> H, Vector<double> C) Run(
        Matrix<double> wIh, Matrix<double> wHh, Vector<double> bIh, Vector<double> bHh,
        Vector<double> x, Vector<double> h, Vector<double> c)
    {
        var n = h.Count;
        var sums = wIh * x + BiasOfWord * bIh + State * (wHh * h) + BiasOfState * bHh;
        Vector<double> Block(int number) => sums.SubVector(number * n, n);
        var blocks = Order(new(Block(0), Block(1), Block(2), Block(3)));
        var (i, f, o) = (blocks.I.Map(Gate), blocks.F.Map(Gate), blocks.O.Map(Gate));
        var g = blocks.G.Map(Candidate);
        var newC = Vector<double>.Build.Dense(n, unit => Memory(f[unit], c[unit], i[unit], g[unit]));
        return (Vector<double>.Build.Dense(n, unit => Shown(o[unit], newC[unit], c[unit])), newC);
    }
}
