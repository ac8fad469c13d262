using SequenceModels.Numerics;

namespace SequenceModels;

/// <summary>Reverse-mode differentiation: each result remembers its parents and how to hand its gradient on to
/// them.</summary>
public partial class Tensor
{
    private Action? _backward;
    private Tensor[] _parents = [];
    private int _pending; // uses of this tensor whose gradients Backward is still waiting for

    /// <summary>Whether gradients flow into this tensor: it is a parameter, was asked to, or was computed from one that
    /// is.</summary>
    public bool RequiresGrad { get; private set; }

    /// <summary>Whether parameters had a part in this, recorded or not: then it is a network's word, not
    /// data.</summary>
    internal bool IsLearned { get; private set; }

    /// <summary>∂(scalar)/∂(this), added up over calls of <see cref="Backward"/>; null before the first.</summary>
    /// <remarks>Results of computations have one too (of the latest call), so that a hidden state's gradient can be
    /// looked at.</remarks>
    public Tensor? Grad { get; private set; }

    /// <summary>Whether the tape holds how this came about.</summary>
    internal bool IsComputed => _backward is not null;

    /// <summary>What this was computed from, as far as the tape holds it.</summary>
    internal IReadOnlyList<Tensor> Parents => _parents;

    /// <summary>The gradient's numbers, to be added to; zeros at first.</summary>
    internal Span<float> Gradient
    {
        get
        {
            if (Grad is null)
            {
                Grad = new Tensor(Shape, _workspace);
                Elementwise.Clear(Grad.Values);
            }

            return Grad.Values;
        }
    }

    /// <summary>Asks for gradients of this input (requires_grad_); returns the tensor itself.</summary>
    /// <exception cref="InvalidOperationException">A computed tensor was asked to stop: use
    /// <see cref="Detach"/>.</exception>
    public Tensor RequireGrad(bool require = true)
    {
        if (!require && IsComputed)
        {
            throw new InvalidOperationException(
                "This tensor was computed from others; Detach() gives its values without a history.");
        }

        RequiresGrad = require;
        return this;
    }

    /// <summary>Forgets the gradient.</summary>
    public void ZeroGrad()
    {
        if (Grad is not null)
        {
            Elementwise.Clear(Grad.Values);
        }
    }

    /// <summary>The values alone, as a copy without history that also outlives a training step.</summary>
    public Tensor Detach()
    {
        var copy = new Tensor(Shape, workspace: null);
        Values.CopyTo(copy.Values);
        return copy;
    }

    /// <summary>While the returned value is not disposed, nothing is recorded: evaluation is faster, and has no
    /// gradients.</summary>
    public static NoGradScope NoGrad() => new();

    /// <summary>Computes ∂this/∂(everything it depends on) and adds it to each one's <see cref="Grad"/>.</summary>
    /// <param name="gradient">∂loss/∂this when this is not the loss itself; same shape. Default 1, for a single
    /// number.</param>
    /// <exception cref="InvalidOperationException">This is not a single number, or depends on nothing that asks for
    /// gradients.</exception>
    public void Backward(Tensor? gradient = null)
    {
        if (!RequiresGrad)
        {
            throw new InvalidOperationException(
                "Nothing here asks for gradients: no Parameter and no RequireGrad() input leads to this tensor "
                + "(or it was computed under NoGrad, or detached).");
        }

        if (gradient is null && Shape.Size != 1)
        {
            throw new InvalidOperationException($"Backward() starts from a single number, and this tensor is {Shape}: "
                + "reduce it first (Sum, Mean, a loss), or pass the gradient that comes from above.");
        }

        Expect.SameShape(gradient ?? this, Shape);
        var ready = CountUses();
        if (gradient is null)
        {
            Gradient[0] += 1;
        }
        else
        {
            Accumulate(gradient.Values, Gradient);
        }

        // A tensor's turn comes when every use of it has handed its gradient in. The order is the same on every run.
        for (ready.Push(this); ready.TryPop(out var node);)
        {
            node._backward?.Invoke();
            foreach (var parent in node._parents)
            {
                if (parent.RequiresGrad && --parent._pending == 0)
                {
                    ready.Push(parent);
                }
            }
        }
    }

    /// <summary>Remembers how this result came about, unless nobody will ask for gradients.</summary>
    /// <param name="parents">What it was computed from.</param>
    /// <param name="backward">Adds to each parent's <see cref="Gradient"/> that asks for it; reads this one's.</param>
    internal Tensor Recorded(ReadOnlySpan<Tensor> parents, Action backward)
    {
        foreach (var parent in parents)
        {
            RequiresGrad |= parent.RequiresGrad && !NoGradScope.Active;
            IsLearned |= parent.RequiresGrad || parent.IsLearned;
        }

        if (RequiresGrad)
        {
            (_parents, _backward) = (parents.ToArray(), backward);
        }

        return this;
    }

    /// <summary>Counts how often each ancestor is used, and clears the gradients of computed ones.</summary>
    private Stack<Tensor> CountUses()
    {
        var found = new Stack<Tensor>();
        for (found.Push(this); found.TryPop(out var node);)
        {
            if (node.IsComputed)
            {
                node.ZeroGrad();
            }

            foreach (var parent in node._parents)
            {
                if (parent.RequiresGrad && parent._pending++ == 0)
                {
                    found.Push(parent);
                }
            }
        }

        return found;
    }

    internal static void Accumulate(ReadOnlySpan<float> from, Span<float> into) => Elementwise.Add(into, from, into);
}
