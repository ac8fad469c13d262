using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NotebookPage.Rendering;

/// <summary>Text as a terminal shows it → html: colors become classes, a carriage return begins its line again.</summary>
internal static partial class AnsiHtml
{
    private static readonly string[] _colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    public static string Render(string text)
    {
        var html = new StringBuilder();
        var style = new Style();
        var at = 0;
        text = Shown(text);
        foreach (Match sequence in Escape().Matches(text))
        {
            style.Append(html, text[at..sequence.Index]);
            at = sequence.Index + sequence.Length;
            if (sequence.Groups["codes"] is { Success: true } codes)
            {
                style = style.After([.. codes.Value.Split(';').Select(Code)]);
            }
        }

        style.Append(html, text[at..]);
        return html.ToString();
    }

    // What a carriage return leaves of each line: what was written last.
    private static string Shown(string text) => !text.Contains('\r', StringComparison.Ordinal) ? text
        : string.Join('\n', text.Split('\n').Select(line => line.TrimEnd('\r')).Select(line => line[(line.LastIndexOf('\r') + 1)..]));

    private static int Code(string digits) => int.TryParse(digits, CultureInfo.InvariantCulture, out var code) ? code : 0;

    private sealed record Style(string? Color = null, string? Background = null, bool Bold = false, bool Italic = false, bool Underlined = false)
    {
        public void Append(StringBuilder html, string text)
        {
            if (text.Length > 0)
            {
                var classes = string.Join(' ', Classes().OfType<string>());
                var encoded = WebUtility.HtmlEncode(text);
                html.Append(classes.Length == 0 ? encoded : $"<span class=\"{classes}\">{encoded}</span>");
            }
        }

        public Style After(int[] codes)
        {
            var style = this;
            for (var i = 0; i < codes.Length; i++)
            {
                style = codes[i] switch
                {
                    0 => new Style(),
                    1 => style with { Bold = true },
                    3 => style with { Italic = true },
                    4 => style with { Underlined = true },
                    22 => style with { Bold = false },
                    23 => style with { Italic = false },
                    24 => style with { Underlined = false },
                    >= 30 and < 38 => style with { Color = _colors[codes[i] - 30] },
                    >= 90 and < 98 => style with { Color = "bright-" + _colors[codes[i] - 90] },
                    >= 40 and < 48 => style with { Background = _colors[codes[i] - 40] },
                    >= 100 and < 108 => style with { Background = "bright-" + _colors[codes[i] - 100] },
                    38 => style with { Color = Indexed(codes, ref i) },
                    48 => style with { Background = Indexed(codes, ref i) },
                    39 => style with { Color = null },
                    49 => style with { Background = null },
                    _ => style,
                };
            }

            return style;
        }

        // 38;5;n is one of 256 colors, of which the page knows the first 16; 38;2;r;g;b is any color.
        private static string? Indexed(int[] codes, ref int i)
        {
            var (kind, index) = (codes.ElementAtOrDefault(i + 1), codes.ElementAtOrDefault(i + 2));
            i += kind == 2 ? 4 : 2;
            return kind != 5 || index > 15 ? null : index < 8 ? _colors[index] : "bright-" + _colors[index - 8];
        }

        private IEnumerable<string?> Classes()
        {
            yield return Color is null ? null : $"ansi-{Color}";
            yield return Background is null ? null : $"ansi-on-{Background}";
            yield return Bold ? "ansi-bold" : null;
            yield return Italic ? "ansi-italic" : null;
            yield return Underlined ? "ansi-underlined" : null;
        }
    }

    // Colors; other commands to a terminal; links and titles.
    [GeneratedRegex(@"\e\[(?<codes>[0-9;]*)m|\e\[[0-?]*[ -/]*[@-~]|\e\][^\a\e]*(\a|\e\\)?|\e[@-Z\\-_]?")]
    private static partial Regex Escape();
}
