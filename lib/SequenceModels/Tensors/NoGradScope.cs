namespace SequenceModels;

/// <summary>Switches recording off on this thread until disposed: <c>using (Tensor.NoGrad()) { … }</c>.</summary>
public readonly ref struct NoGradScope
{
    [ThreadStatic]
    private static int _depth;

    private readonly int _outer;

    /// <summary>Opens a scope; they nest.</summary>
    public NoGradScope() => _outer = _depth++;

    internal static bool Active => _depth > 0;

    /// <summary>Closes it.</summary>
    public void Dispose() => _depth = _outer;
}
