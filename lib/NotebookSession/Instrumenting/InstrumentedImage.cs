using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>
/// A compiled cell with what makes it stoppable, added where the compiler is done: the source is compiled as it was
/// written, and what the compiler makes by itself (a record's Equals, a field's initializer) is covered too.
/// </summary>
internal sealed class InstrumentedImage
{
    /// <summary>Instruments an image and its symbols; the streams that come back stand at their beginning.</summary>
    public static (MemoryStream Image, MemoryStream Symbols) Of(MemoryStream image, MemoryStream symbols, bool isLibrary)
    {
        image.Position = symbols.Position = 0;
        using var module = ModuleDefinition.ReadModule(image, new ReaderParameters
        {
            AssemblyResolver = new NoResolver(),
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = symbols,
        });
        var calls = new InstrumentationCalls(module);
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(IsInstrumented).ToList())
        {
            var body = method.Body;
            LongBranches.Expand(body);
            Replacements.Apply(body, calls);
            Checkpoints.Add(body, calls);
            LineNotes.Add(method, calls);
            EndOfCell.Add(method, calls);
        }

        if (isLibrary)
        {
            InternalNames.Publish(module);
        }

        var (written, writtenSymbols) = (new MemoryStream(), new MemoryStream());
        module.Write(written, new WriterParameters { SymbolWriterProvider = new PortablePdbWriterProvider(), SymbolStream = writtenSymbols });
        written.Position = writtenSymbols.Position = 0;
        return (written, writtenSymbols);
    }

    // What native code calls must not throw, and what only reads or sets a property's own field can't fail.
    private static bool IsInstrumented(MethodDefinition method) =>
        method.HasBody
        && !method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "UnmanagedCallersOnlyAttribute")
        && !((method.IsGetter || method.IsSetter) && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute"));

    /// <summary>Nothing that is done here needs to know what another assembly holds.</summary>
    private sealed class NoResolver : IAssemblyResolver
    {
        public AssemblyDefinition? Resolve(AssemblyNameReference name) => null;

        public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters) => null;

        public void Dispose()
        {
        }
    }
}
