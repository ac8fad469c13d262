namespace Course.Page.Hosting;

/// <summary>What <c>open</c> was asked for.</summary>
/// <param name="Notebook">The notebook to begin with, or null for the first lesson.</param>
/// <param name="Port">The port, or null for a free one.</param>
/// <param name="Browser">Whether to start the system's browser.</param>
internal sealed record PageOptions(string? Notebook, int? Port, bool Browser);
