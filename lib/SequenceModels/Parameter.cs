namespace SequenceModels;

/// <summary>A tensor that training changes: it asks for gradients, and belongs to a <see cref="Module"/> under a
/// name.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>A parameter that starts with the given values.</summary>
    public Parameter(Tensor values)
        : base(values ?? throw new ArgumentNullException(nameof(values))) => RequireGrad();
}
