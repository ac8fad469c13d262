namespace Notebooks.Tests;

/// <summary>What a student changes in a cell of a lesson.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="From">A piece of its text.</param>
/// <param name="To">What the student writes instead.</param>
/// <param name="Says">A part of the error that it leads to; nothing if it works.</param>
/// <param name="Until">The id of the last cell that the student runs after it, if not just this one.</param>
internal sealed record Edit(string Cell, string From, string To, string? Says = null, string? Until = null);
