using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Course;

/// <summary>
/// The one way to print on a terminal. Names, titles and texts may be a stranger's, and a terminal obeys what it is sent: it
/// would change its title, fill the clipboard, turn words around. So whatever isn't text is spelled out.
/// </summary>
internal sealed partial class Terminal
{
    private const int ZeroWidthNonJoiner = 0x200c, ZeroWidthJoiner = 0x200d; // Persian and emoji need them

    private readonly TextWriter _writer;
    private readonly bool _isInteractive;
    private int _drawn; // characters

    private Terminal(TextWriter writer, bool isInteractive) => (_writer, _isInteractive) = (writer, isInteractive);

    /// <summary>The standard output.</summary>
    public static Terminal Out { get; } = new(Console.Out, !Console.IsOutputRedirected);

    /// <summary>The standard error.</summary>
    public static Terminal Error { get; } = new(Console.Error, !Console.IsErrorRedirected);

    /// <summary>One that keeps what is printed until it is let out as a whole.</summary>
    public static Terminal Held() => new(new StringWriter(CultureInfo.InvariantCulture), isInteractive: false);

    /// <summary>Whether somebody looks at it, and a line can be drawn again.</summary>
    public bool IsInteractive => _isInteractive;

    // A console of Windows older than its Terminal shows the sequences themselves.
    private bool HasColors => _isInteractive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && (!OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("WT_SESSION") is not null || Environment.GetEnvironmentVariable("TERM_PROGRAM") is not null);

    /// <summary>Prints lines, over what was drawn last.</summary>
    public void Line(string text = "") => Print(Spelled(text));

    /// <summary>Prints lines whose colors stay where somebody sees them.</summary>
    public void ColoredLine(string text) => Print(string.Concat(Color().Split(text).Select(part =>
        !Color().IsMatch(part) ? Spelled(part) : HasColors ? part : "")) + (HasColors ? "\e[0m" : ""));

    /// <summary>The text without the sequences that color it.</summary>
    public static string WithoutColors(string text) => string.Concat(Color().Split(text).Where(part => !Color().IsMatch(part)));

    /// <summary>Prints what another has held so far.</summary>
    public void LetOut(Terminal held)
    {
        _writer.Write(held._writer.ToString());
        _writer.Flush();
    }

    /// <summary>Draws a line that the next one replaces.</summary>
    public void Draw(string line)
    {
        _writer.Write(Over(Spelled(line)));
        _writer.Flush();
    }

    /// <summary>The text with all that is none spelled as C# writes it; lines and tabs stay.</summary>
    public static string Spelled(string text)
    {
        var spelled = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            spelled.Append(isWhole && IsText(rune) ? text.AsSpan(i, length)
                : isWhole && length > 1 ? $@"\U{rune.Value:x8}"
                : $@"\u{(int)text[i]:x4}");
            i += length;
        }

        return spelled.ToString();
    }

    private static bool IsText(Rune rune) => rune.Value is '\n' or '\t' or ZeroWidthJoiner or ZeroWidthNonJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private void Print(string text)
    {
        _writer.WriteLine(_drawn > 0 ? Over(text) : text);
        _drawn = 0;
        _writer.Flush();
    }

    // Blanks over what is left of the line that stands there: old consoles know no sequence for that.
    private string Over(string line)
    {
        var blanks = new string(' ', Math.Max(0, _drawn - line.Length));
        _drawn = line.Length;
        return $"\r{line}{blanks}";
    }

    [GeneratedRegex(@"(\e\[[0-9;]*m)")]
    private static partial Regex Color();
}
