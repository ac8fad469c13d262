using System.Diagnostics.CodeAnalysis;
using NotebookSession.InCell;

namespace Microsoft.DotNet.Interactive;

/// <summary>The cell that runs, as .NET Interactive calls it.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "Notebooks call them after Current.")]
public sealed class KernelInvocationContext
{
    private KernelInvocationContext()
    {
    }

    /// <summary>The cell that runs.</summary>
    public static KernelInvocationContext Current { get; } = new();

    /// <inheritdoc cref="Cell.Stop"/>
    public CancellationToken CancellationToken => Cell.Stop;

    /// <summary>Shows a value at once.</summary>
    public DisplayedValue Display(object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows text as it is, as the content of one format.</summary>
    public DisplayedValue DisplayAs(string text, string mimeType) => text.DisplayAs(mimeType);
}
