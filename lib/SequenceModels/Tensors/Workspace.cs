using System.Numerics;

namespace SequenceModels;

/// <summary>Memory that is used again: what a training step computes lives in it and is given back when the step
/// ends.</summary>
/// <remarks>
/// Tensors made before a step, such as parameters and their gradients, are untouched. Reading a tensor of a step that
/// has ended
/// is an error, never a wrong number. A step belongs to the thread that began it.
/// </remarks>
public sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? _current;

    private readonly Stack<float[]>?[] _free = new Stack<float[]>?[32]; // [k] holds arrays of 2^k
    private readonly List<Tensor> _lent = [];

    internal static Workspace? Current => _current;

    /// <summary>Begins a step: <c>using (workspace.Step()) { … }</c>.</summary>
    /// <exception cref="InvalidOperationException">A step is under way on this thread, or with this
    /// workspace.</exception>
    public StepScope Step()
    {
        if (_current is not null || _lent.Count > 0)
        {
            throw new InvalidOperationException("A step is already under way; steps do not nest.");
        }

        _current = this;
        return new StepScope(this);
    }

    internal float[] Lend(Tensor tensor)
    {
        var power = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)tensor.Shape.Size));
        _lent.Add(tensor);
        return _free[power] is { } stack && stack.TryPop(out var memory) ? memory : new float[1 << power];
    }

    private void End()
    {
        _current = null;
        foreach (var tensor in _lent)
        {
            var memory = tensor.GiveBack();
            (_free[BitOperations.Log2((uint)memory.Length)] ??= []).Push(memory);
        }

        _lent.Clear();
    }

    /// <summary>A step under way; disposing it gives the memory back.</summary>
    public readonly ref struct StepScope
    {
        private readonly Workspace _workspace;

        internal StepScope(Workspace workspace) => _workspace = workspace;

        /// <summary>Ends the step.</summary>
        public void Dispose() => _workspace.End();
    }
}
