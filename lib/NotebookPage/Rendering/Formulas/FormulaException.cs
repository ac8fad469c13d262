namespace NotebookPage.Rendering;

/// <summary>A formula that cannot be converted; the message says what is wrong, and where.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="place">Where in the formula, counted from 0.</param>
public sealed class FormulaException(string message, int place) : Exception($"{message} (at character {place + 1})")
{
    /// <summary>Where in the formula, counted from 0.</summary>
    public int Place { get; } = place;
}
