namespace SequenceModels.Probes;

/// <summary>While it is not disposed, a module's parameters ask for no gradients: who looks at a model leaves those of its
/// training alone.</summary>
internal readonly ref struct FrozenParameters
{
    private readonly Parameter[] _parameters;

    public FrozenParameters(Module module)
    {
        _parameters = [.. module.Parameters().Where(parameter => parameter.RequiresGrad)];
        Require(false);
    }

    public void Dispose() => Require(true);

    private void Require(bool require) => Array.ForEach(_parameters, parameter => parameter.RequireGrad(require));
}
