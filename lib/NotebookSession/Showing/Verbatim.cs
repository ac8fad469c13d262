namespace NotebookSession.Showing;

/// <summary>Text that already is in a format, and so is not formatted.</summary>
internal sealed record Verbatim(string Text, string MimeType)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
