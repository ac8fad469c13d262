using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotebookSession.Compiling.Hinting;

/// <summary>What belongs to .NET Interactive's own kernel, which isn't here; only its most used names are.</summary>
internal static class InteractiveKernel
{
    private const string Namespace = "Microsoft.DotNet.Interactive";

    // As the compiler writes them: the types whose members these are, the namespace, the types that are missing.
    private static readonly string[] _parts =
    [
        "'Kernel'", "'KernelInvocationContext'", $"'{Namespace}'", "'CompositeKernel'", "'CSharpKernel'", "'FSharpKernel'", "'PowerShellKernel'",
        "'IKernelExtension'", "'SubmitCode'", "'KernelCommand'", "'KernelEvent'",
    ];

    /// <summary>The hint for a name that only the kernel has, or null.</summary>
    public static string? Hint(Diagnostic error, Compilation compilation) =>
        Array.Exists(_parts, part => error.GetMessage(CultureInfo.InvariantCulture).Contains(part, StringComparison.Ordinal))
        && error.Location.SourceTree is { } tree
        && compilation.GetSemanticModel(tree).LookupNamespacesAndTypes(error.Location.SourceSpan.Start, name: "Kernel")
            .All(type => type.ContainingNamespace?.ToString() == Namespace)
            ? "The kernel of .NET Interactive is not here, so its parts can't be reached. There are Kernel.display, HTML, Javascript, CSS, "
                + "GetInputAsync and GetPasswordAsync, and KernelInvocationContext.Current.Display and DisplayAs."
            : null;
}
