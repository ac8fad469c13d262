namespace NotebookSession.Remote;

/// <summary>What an editor asks of a session.</summary>
public enum HelpWanted
{
    /// <summary>The names that may stand there.</summary>
    Completions,

    /// <summary>What stands there.</summary>
    Description,

    /// <summary>The methods that are being called there.</summary>
    Signatures,

    /// <summary>All places that mean the same.</summary>
    References,

    /// <summary>The memory that it takes.</summary>
    Memory,

    /// <summary>What is wrong with the text.</summary>
    Problems,
}
