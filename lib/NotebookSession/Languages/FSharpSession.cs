using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using NotebookSession.Compiling;
using NotebookSession.InCell;
using NotebookSession.Packages;
using NotebookSession.Showing;

namespace NotebookSession.Languages;

/// <summary>F#, as the F# compiler's own interactive session runs it. Only its names are known here: it comes by a package.</summary>
internal sealed class FSharpSession : ICellLanguage
{
    private const string Prelude = """
        open System
        open System.Linq
        open System.Text
        open System.Threading.Tasks
        open type Microsoft.DotNet.Interactive.Kernel
        open NotebookSession.InCell
        let display (value: 'a) = Microsoft.DotNet.Interactive.Kernel.display(box value)
        """;

    private static readonly string? _framework = Path.GetDirectoryName(typeof(object).Assembly.Location);

    private readonly HashSet<string> _referenced = [];
    private readonly FSharpAssemblies _assemblies;
    private readonly Libraries _libraries;
    private readonly dynamic _session;

    private FSharpSession(Libraries libraries)
    {
        _libraries = libraries;
        _assemblies = new FSharpAssemblies(libraries);
        _session = FSharpCompiler.Start(libraries, NewReferences());
        _session.EvalInteractionNonThrowing(Prelude, "prelude", null);
    }

    /// <summary>Makes the package's compiler one of the session's libraries, and starts it.</summary>
    /// <exception cref="InvalidOperationException">It can't run beside what is loaded already.</exception>
    public static ICellLanguage Start(RestoredFiles files, Libraries libraries)
    {
        FSharpCompiler.Add(files, libraries);
        return new FSharpSession(libraries);
    }

    /// <inheritdoc/>
    public bool KnowsAllTypes => false;

    /// <inheritdoc/>
    public IEnumerable<(string Name, object? Value, Type Type)> Variables
    {
        get
        {
            foreach (dynamic bound in _session.GetBoundValues())
            {
                if (bound.Name is not ("it" or "display")) // F#'s name for the last value, and the prelude's
                {
                    yield return (bound.Name, bound.Value.ReflectionValue, bound.Value.ReflectionType);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Variable? Run(string text, string source, CellScope cell)
    {
        foreach (var file in NewReferences())
        {
            _session.EvalInteractionNonThrowing($"#r @\"{file}\"", "reference", null);
        }

        var shown = Evaluate(text, source, cell);
        return shown is null or { Value: DisplayedValue } || shown.Type.FullName == "Microsoft.FSharp.Core.Unit" ? null : shown;
    }

    /// <inheritdoc/>
    public Variable? Find(string name) => _session.TryFindBoundValue(name) is { } found ? VariableOf(((dynamic)found).Value.Value) : null;

    /// <inheritdoc/>
    public void Declare(string name, Variable variable, CellScope cell) => Evaluate(
        $"let ``{name}`` = {typeof(SharedValue).FullName}.Take<{TypeText.InFSharp(variable.Type)}> \"{SharedValue.Give(variable.Value)}\"", cell.Name, cell);

    /// <inheritdoc/>
    public void Dispose()
    {
        ((IDisposable)_session).Dispose();
        _assemblies.Dispose();
    }

    private Variable? Evaluate(string text, string source, CellScope cell)
    {
        dynamic? ran = null;
#pragma warning disable SYSLIB0046 // F# code passes no checkpoints; the interactive session itself is stopped like this, too.
        System.Runtime.ControlledExecution.Run(() => ran = _session.EvalInteractionNonThrowing(text, source, null), cell.Abort);
#pragma warning restore SYSLIB0046
        FSharpErrors.Tell(ran!.Item2, text, cell);
        dynamic choice = ran.Item1;
        if (choice.Item is Exception error)
        {
            ExceptionDispatchInfo.Throw(error);
        }

        return choice.Item is { } value ? VariableOf(((dynamic)value).Value) : null;
    }

    private static Variable VariableOf(dynamic value) => new((object?)value.ReflectionValue, (Type)value.ReflectionType);

    // What cells have got by #r since the last part. .NET itself, the compiler finds.
    private List<string> NewReferences() =>
    [
        .. _libraries.References.All.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>()
            .Where(file => Path.GetDirectoryName(file) != _framework && _referenced.Add(file)),
    ];
}
