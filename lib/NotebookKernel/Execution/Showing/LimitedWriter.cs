using System.Text;

namespace NotebookKernel.Execution.Showing;

/// <summary>Ends a formatting that would never end, or that nobody could read: by an exception after so many characters.</summary>
internal sealed class LimitedWriter(int limit) : TextWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Whether there was more to write than fits.</summary>
    public bool IsFull { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        var room = limit - _text.Length;
        _text.Append(buffer[..Math.Min(buffer.Length, room)]);
        if (buffer.Length > room)
        {
            IsFull = true;
            throw new InvalidOperationException("The formatted value is too long to be shown.");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
