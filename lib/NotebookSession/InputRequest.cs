namespace NotebookSession;

/// <summary>A line that a cell wants from the user.</summary>
/// <param name="Prompt">What to ask.</param>
/// <param name="IsPassword">Whether nobody may read it while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword = false);
