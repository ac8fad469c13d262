namespace SequenceModels.Numerics;

internal static class Elementwise
{
    public static void Exp(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Exp(x[i]);
        }
    }

    public static void Log(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = Log(x[i]);
        }
    }

    public static void Tanh(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = (float)Math.Tanh(x[i]);
        }
    }

    public static void Sigmoid(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            y[i] = 1 / (1 + (float)Math.Exp(-x[i]));
        }
    }

    public static float Exp(float x) => (float)Math.Exp(x);
    public static float Log(float x) => (float)Math.Log(x);
}
