using SequenceModels.Numerics;

namespace SequenceModels.Tests.Numerics;

public sealed class ElementwiseFunctions
{
    public delegate void Function(ReadOnlySpan<float> x, Span<float> y);

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static readonly Dictionary<string, (Function Ours, Func<float, float> OfOne, Func<double, double> Reference)> Functions = new()
    {
        ["exp"] = (Map.Apply<Exponential>, Of<Exponential>, Math.Exp),
        ["log"] = (Map.Apply<Logarithm>, Of<Logarithm>, Math.Log),
        ["tanh"] = (Map.Apply<HyperbolicTangent>, Of<HyperbolicTangent>, Math.Tanh),
        ["sigmoid"] = (Map.Apply<LogisticSigmoid>, Of<LogisticSigmoid>, x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x))),
        ["sqrt"] = (Map.Apply<SquareRoot>, MathF.Sqrt, Math.Sqrt),
        ["abs"] = (Map.Apply<AbsoluteValue>, MathF.Abs, Math.Abs),
    };

    [Theory, MemberData(nameof(Names))]
    public void Every_thousandth_float_is_within_three_units_in_the_last_place(string name)
    {
        var x = Enumerable.Range(0, (int)(0x7F800000L / 997)).Select(i => BitConverter.Int32BitsToSingle(i * 997)).ToArray();
        x = [.. x, .. x.Select(value => -value)];
        var y = new float[x.Length];
        Functions[name].Ours(x, y);
        var (worst, at) = x.Zip(y, (a, b) => (Error(b, Functions[name].Reference(a)), a)).MaxBy(pair => pair.Item1);
        Assert.True(worst <= 3, $"{name}({at:R}) is {worst:F2} units off");
    }

    [Theory, MemberData(nameof(Names))]
    public void Special_values_are_the_mathematical_ones(string name)
    {
        float[] x = [0f, -0f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.Epsilon, -float.Epsilon,
            float.MaxValue, float.MinValue, 1f, -1f, 1.17549435e-38f, 88.7228394f, 88.7229f, -87.5f, -103.97f, -103.98f];
        var y = new float[x.Length];
        Functions[name].Ours(x, y);
        for (var i = 0; i < x.Length; i++)
        {
            var expected = Functions[name].Reference(x[i]);
            Assert.True(Error(y[i], expected) <= 3, $"{name}({x[i]:R}) = {y[i]:R}, expected {expected:R}");
            Assert.True(double.IsNaN(expected) || double.IsNegative(expected) == float.IsNegative(y[i]), $"sign of {name}({x[i]:R})");
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_span_of_any_length_has_the_bits_of_its_elements_and_may_be_its_own_target(string name)
    {
        for (var length = 0; length < 70; length++)
        {
            var x = Values.Spread(length + 2, (uint)length, 20).Select(Math.Abs).ToArray();
            var expected = x.Select(Functions[name].OfOne).ToArray();
            (expected[0], expected[^1]) = (x[0], x[^1]); // the neighbours stay
            Functions[name].Ours(x.AsSpan(1..^1), x.AsSpan(1..^1));
            Assert.Equal(expected, x);
        }
    }

    [Fact]
    public void Arithmetic_is_exactly_rounded()
    {
        for (var length = 0; length < 40; length++)
        {
            float[] x = Values.Spread(length, 1), y = Values.Spread(length, 2), z = new float[length];
            Assert.Equal(x.Zip(y, (a, b) => a + b), Into(() => Elementwise.Add(x, y, z)));
            Assert.Equal(x.Select(a => 3.1f * a), Into(() => Elementwise.Scale(3.1f, x, z)));
            y.CopyTo(z, 0);
            Assert.Equal(x.Zip(y, (a, b) => MathF.FusedMultiplyAdd(3.1f, a, b)), Into(() => Elementwise.AddScaled(3.1f, x, z)));

            float[] Into(Action fill)
            {
                fill();
                return z;
            }
        }
    }

    [Fact]
    public void Spans_of_different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Map.Apply<HyperbolicTangent>(new float[3], new float[4]));
        Assert.Equal("x.Length is 3, expected 4: as many as the result has.", error.Message);
    }

    private static float Of<TFunction>(float x) where TFunction : struct, IFunction => default(TFunction).Of(Lane.Create(x)).Value;

    /// <summary>How many floats lie between, about; the reference is rounded to none.</summary>
    private static double Error(float actual, double expected)
    {
        if (!float.IsFinite((float)expected) || !float.IsFinite(actual))
        {
            return actual.Equals((float)expected) ? 0 : double.PositiveInfinity;
        }
        var unit = Math.Max(Math.ScaleB(1, Math.ILogB(expected) - 23), float.Epsilon);
        return Math.Abs(actual - expected) / (expected == 0 ? float.Epsilon : unit);
    }
}
