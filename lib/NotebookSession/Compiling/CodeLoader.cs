using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NotebookSession.Instrumenting;

namespace NotebookSession.Compiling;

/// <summary>A compilation → instrumented code in this process.</summary>
internal sealed class CodeLoader(Libraries libraries, SubmissionChain chain)
{
    private const int Staying = 500; // cells

    private static readonly EmitOptions _emitOptions = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private int _loaded;

    /// <summary>Emits, instruments and loads.</summary>
    /// <exception cref="CellException">It does not compile; the errors are in the student's terms.</exception>
    public (Assembly Assembly, byte[] Image, ImmutableArray<Diagnostic> Diagnostics) Load(
        CSharpCompilation compilation, bool isLibrary, CancellationToken stop)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var diagnostics = Emit(compilation, image, symbols, stop);
        var (instrumented, itsSymbols) = InstrumentedImage.Of(image, symbols, isLibrary);

        // Code that may be freed again takes longer to get going: what a lesson or two need, stays.
        var assembly = new SubmissionContext(libraries, chain.Assemblies, collectible: ++_loaded > Staying).Load(instrumented, itsSymbols);
        return (assembly, isLibrary ? instrumented.ToArray() : [], diagnostics);
    }

    /// <summary>Throws if one of the diagnostics is an error.</summary>
    public static void Require(IReadOnlyCollection<Diagnostic> diagnostics, Compilation compilation)
    {
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            throw new CellException(CompileErrors.Report(diagnostics, compilation));
        }
    }

    private static ImmutableArray<Diagnostic> Emit(CSharpCompilation compilation, Stream image, Stream symbols, CancellationToken stop)
    {
        EmitResult emitted;
        try
        {
            emitted = compilation.Emit(image, symbols, options: _emitOptions, cancellationToken: stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new CellException(CompileErrors.Fault(fault));
        }

        Require(emitted.Diagnostics, compilation);
        return emitted.Diagnostics;
    }
}
