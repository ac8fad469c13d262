namespace SequenceModels;

/// <summary>Tensors from nothing, from numbers, and from a random generator.</summary>
public partial class Tensor
{
    /// <summary>All 0.</summary>
    public static Tensor Zeros(params ReadOnlySpan<int> shape) => Full(0, shape);

    /// <summary>All 1.</summary>
    public static Tensor Ones(params ReadOnlySpan<int> shape) => Full(1, shape);

    /// <summary>All the same number.</summary>
    public static Tensor Full(float value, params ReadOnlySpan<int> shape)
    {
        var y = new Tensor(new Shape(shape));
        y.Values.Fill(value);
        return y;
    }

    /// <summary>0, 1, 2, … below an end.</summary>
    public static Tensor Arange(int end)
    {
        Expect.Positive(end);
        return FromArray([.. Enumerable.Range(0, end).Select(i => (float)i)]);
    }

    /// <summary>A vector of given numbers, or, with a shape, those numbers row by row.</summary>
    /// <exception cref="ArgumentException">The count does not fit the shape.</exception>
    public static Tensor FromArray(ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        var y = new Tensor(shape.IsEmpty ? new Shape(values.Length) : new Shape(shape));
        if (y.Shape.Size != values.Length)
        {
            throw new ArgumentException(
                $"{values.Length} numbers do not fill {y.Shape}, which needs {y.Shape.Size}.", nameof(values));
        }

        values.CopyTo(y.Values);
        return y;
    }

    /// <summary>A matrix of given numbers.</summary>
    public static Tensor FromArray(float[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromArray([.. values.Cast<float>()], values.GetLength(0), values.GetLength(1));
    }

    /// <summary>Word numbers or class labels.</summary>
    public static Tensor FromArray(ReadOnlySpan<int> values, params ReadOnlySpan<int> shape) =>
        FromArray(Array.ConvertAll(values.ToArray(), value => (float)value), shape);

    /// <summary>Word numbers, a sentence a row.</summary>
    public static Tensor FromArray(int[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return FromArray(
            [.. values.Cast<int>().Select(value => (float)value)], values.GetLength(0), values.GetLength(1));
    }

    /// <summary>Standard normal numbers (torch.randn).</summary>
    public static Tensor Randn(TorchRandom rng, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var y = new Tensor(new Shape(shape));
        rng.Normal(y.Values);
        return y;
    }

    /// <summary>Numbers from 0 up to, not including, 1 (torch.rand).</summary>
    public static Tensor Rand(TorchRandom rng, params ReadOnlySpan<int> shape) => Uniform(rng, 0, 1, shape);

    /// <summary>Numbers from one bound up to another (uniform_).</summary>
    public static Tensor Uniform(TorchRandom rng, float from, float to, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var y = new Tensor(new Shape(shape));
        rng.Uniform(y.Values, from, to);
        return y;
    }

    /// <summary>Whole numbers from one bound up to, not including, another (torch.randint).</summary>
    public static Tensor RandInt(TorchRandom rng, int from, int to, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(rng);
        var y = new Tensor(new Shape(shape));
        foreach (ref var value in y.Values)
        {
            value = rng.Integer(from, to);
        }

        return y;
    }
}
