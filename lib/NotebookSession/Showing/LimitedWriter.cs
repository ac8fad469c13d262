using System.Text;

namespace NotebookSession.Showing;

/// <summary>
/// Ends a formatting that would never end, or that nobody could read: by an exception after so many characters, or
/// when the formatters have called each other so deeply that the value must contain itself.
/// </summary>
internal sealed class LimitedWriter(int limit) : TextWriter
{
    private const int DeepestStack = 160 << 10; // each level adds to it again while its exception is passed on

    private readonly StringBuilder _text = new();
    private readonly nint _stack = StackAddress();

    /// <summary>Whether there was more to write than fits.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty => _text.Length == 0;

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
        if (Math.Abs(StackAddress() - _stack) > DeepestStack)
        {
            IsFull = true;
            throw new InvalidOperationException("The value contains itself.");
        }

        var room = limit - _text.Length;
        _text.Append(buffer[..Math.Min(buffer.Length, room)]);
        if (buffer.Length > room)
        {
            IsFull = true;
            throw new InvalidOperationException("The formatted value is too long to be shown.");
        }
    }

    private static unsafe nint StackAddress()
    {
        byte here;
        return (nint)(&here);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
