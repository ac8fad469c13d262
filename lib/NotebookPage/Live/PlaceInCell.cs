namespace NotebookPage.Live;

/// <summary>A place in a cell's text where a name stands.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Start">Where the name begins in its text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="IsDeclaration">Whether it is declared there.</param>
public sealed record PlaceInCell(string Cell, int Start, int Length, bool IsDeclaration);
