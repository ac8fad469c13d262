namespace NotebookSession.Showing;

/// <summary>Text that already is in a format, and so is not formatted.</summary>
internal interface IVerbatim
{
    /// <summary>The content.</summary>
    string Text { get; }

    /// <summary>Its format.</summary>
    string MimeType { get; }
}

/// <summary>Such text, given with its format.</summary>
internal sealed record Verbatim(string Text, string MimeType) : IVerbatim
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
