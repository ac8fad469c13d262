using NotebookSession.Showing;

namespace NotebookSession.Languages;

/// <summary>A language besides C# that parts of cells run in. It keeps what they declare.</summary>
internal interface ICellLanguage : IDisposable
{
    /// <summary>Whether it can have a value of any type, by its members' names alone.</summary>
    bool KnowsAllTypes { get; }

    /// <summary>Runs a part to its end.</summary>
    /// <param name="text">Its code, with an empty line for each line of the cell before it.</param>
    /// <param name="source">What errors call the text it is from.</param>
    /// <param name="cell">The cell; its Abort stops the part.</param>
    /// <returns>What there is to show of it; null if nothing.</returns>
    /// <exception cref="CellException">It has errors, in the student's terms.</exception>
    Variable? Run(string text, string source, CellScope cell);

    /// <summary>The variables that cells have declared, by name.</summary>
    IEnumerable<(string Name, object? Value, Type Type)> Variables { get; }

    /// <summary>The variable of that name; null if there is none.</summary>
    Variable? Find(string name);

    /// <summary>Declares a variable.</summary>
    /// <exception cref="CellException">The language can't have it.</exception>
    void Declare(string name, Variable variable, CellScope cell);
}

/// <summary>A value, and the type that the language which has it knows it by.</summary>
internal sealed record Variable(object? Value, Type Type);
