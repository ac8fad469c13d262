namespace NotebookSession;

/// <summary>A cell to run.</summary>
/// <param name="Code">Its source, directives included.</param>
/// <param name="Counts">Whether it takes a number of its own; what a front end runs for itself does not.</param>
/// <param name="TakesInput">Whether it may ask the user for a line.</param>
public sealed record CellRequest(string Code, bool Counts = true, bool TakesInput = true);
