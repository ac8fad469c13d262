using Mono.Cecil;
using NotebookSession.InCell;

namespace NotebookSession.Instrumenting;

/// <summary>What instrumented code calls, as its module refers to it.</summary>
internal sealed class InstrumentationCalls(ModuleDefinition module)
{
    private readonly Dictionary<Delegate, MethodReference> _imported = [];

    public MethodReference Enter => Import(Checkpoint.Enter);

    public MethodReference Pass => Import(Checkpoint.Pass);

    public MethodReference Allocate => Import(Checkpoint.Allocate);

    public MethodReference Note => Import(PassingException.Note);

    public MethodReference Shorten => Import(PassingException.Shorten);

    public FieldReference CurrentLine { get; } = module.ImportReference(typeof(CurrentLine).GetField(nameof(InCell.CurrentLine.Place)));

    public MethodReference KeepContext => Import(LastingContext.Keep);

    /// <summary>The method in place of one that a cell must not call.</summary>
    public MethodReference Import(Delegate method)
    {
        if (!_imported.TryGetValue(method, out var reference))
        {
            _imported[method] = reference = module.ImportReference(method.Method);
        }

        return reference;
    }
}
