using System.Globalization;
using System.Xml.Linq;

namespace SequenceModels.Charts;

/// <summary>The parts that every diagram is drawn of, in svg. What is given once for each word is seen while that word is
/// chosen. Coordinates are pixels of a picture as wide as a phone; diagram.css has the style.</summary>
internal sealed class Drawing(int height)
{
    public const int Width = 380;

    public const string Start = "start", Middle = "middle", End = "end";

    private const double HeadLength = 6, LetterWidth = 7, LineHeight = 15, OperationRadius = 11;

    private readonly Svg _svg = new(Width, height);

    /// <summary>The picture, as html takes it.</summary>
    /// <param name="says">What a screen reader says it is.</param>
    public string Write(string says) => _svg.Write(says);

    /// <summary>The outline of something with parts.</summary>
    public void Frame(double left, double top, double right, double bottom) =>
        _svg.Add("rect", "outline", ("x", left), ("y", top), ("width", right - left), ("height", bottom - top), ("rx", 12));

    /// <summary>A shade behind what belongs to a word, while that word is chosen.</summary>
    public void Shade(int word, double left, double top, double right, double bottom) =>
        _svg.Add("rect", Chosen(word), ("x", left), ("y", top), ("width", right - left), ("height", bottom - top), ("rx", 6));

    /// <summary>A part of a network, in lines of text.</summary>
    public void Box(double x, double y, double width, string kind, params string[] lines) =>
        Box(x, y, width, height: 36, kind, lines);

    /// <summary>A part of another height.</summary>
    public void Box(double x, double y, double width, double height, string kind, params string[] lines)
    {
        _svg.Add("rect", kind, ("x", x - width / 2), ("y", y - height / 2), ("width", width), ("height", height), ("rx", 6));
        for (var line = 0; line < lines.Length; line++)
        {
            var offset = (line - (lines.Length - 1) / 2.0) * LineHeight + 4.5;
            Fit(AddText(x, y + offset, Middle, line == 0 ? "" : "small"), lines[line], width);
        }
    }

    /// <summary>A box with the word chosen.</summary>
    public void Word(double x, double y, double width, IEnumerable<string> words)
    {
        Box(x, y, width, "read");
        var text = AddText(x, y + 4.5, Middle, "");
        foreach (var (number, word) in words.Index())
        {
            var span = new XElement("tspan", new XAttribute("class", Chosen(number)));
            Fit(span, word, width);
            text.Add(span);
        }
    }

    /// <summary>An operation, unit by unit.</summary>
    public void Operation(double x, double y, string sign)
    {
        _svg.Add("circle", "", ("cx", x), ("cy", y), ("r", OperationRadius));
        Text(x, y + 4.5, sign);
    }

    /// <summary>A line through points, given as x, y, x, y …</summary>
    public void Line(string kind, params double[] points) => _svg.AddPath(kind, Svg.Way(points));

    /// <summary>A line with a head at its last point.</summary>
    public void Arrow(string kind, params double[] points)
    {
        var (fromX, fromY, x, y) = (points[^4], points[^3], points[^2], points[^1]);
        var angle = Math.Atan2(y - fromY, x - fromX);
        (double X, double Y) Barb(double turn) =>
            (x - HeadLength * Math.Cos(angle + turn), y - HeadLength * Math.Sin(angle + turn));
        var (left, right) = (Barb(0.5), Barb(-0.5));
        _svg.AddPath(kind, $"{Svg.Way(points)}{Svg.Way(left.X, left.Y, x, y, right.X, right.Y)}");
    }

    /// <summary>A line as wide as what goes along it while a word is chosen.</summary>
    public void Ribbon(int word, double fromX, double fromY, double toX, double toY, double width) => _svg.AddPath(
        $"{Chosen(word)} ribbon",
        $"{Svg.Way(fromX, fromY - width / 2, toX, toY - width / 2, toX, toY + width / 2, fromX, fromY + width / 2)}Z");

    /// <summary>A text that starts or ends at a point, or has its middle there.</summary>
    public void Text(double x, double y, string text, string anchor = Middle, string kind = "") =>
        AddText(x, y, anchor, kind).Value = text;

    /// <summary>A text for each word.</summary>
    public void Text(double x, double y, IEnumerable<string> texts, string anchor = Middle, string kind = "") =>
        AddText(x, y, anchor, kind).Add(
            texts.Select((text, word) => new XElement("tspan", new XAttribute("class", Chosen(word)), text)));

    /// <summary>The number on an arrow at each word.</summary>
    public void Value(double x, double y, IEnumerable<float> values, string anchor = Start) =>
        Text(x, y, values.Select(Number), anchor, "value");

    /// <summary>A number on an arrow that is the same whatever word is chosen.</summary>
    public void Value(double x, double y, float value, string anchor = Start) => Text(x, y, Number(value), anchor, "value");

    /// <summary>A number as the course writes it: two decimals, and no −0.00.</summary>
    public static string Number(float value)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);
        return text == "-0.00" ? "0.00" : text.Replace('-', '−');
    }

    /// <summary>The class of what is seen while the word is chosen.</summary>
    public static string Chosen(int word) => $"w{word + 1}";

    // A long word is set narrower, rather than over the edge.
    private static void Fit(XElement text, string word, double width)
    {
        text.Value = word;
        if (word.Length * LetterWidth > width - 4)
        {
            text.SetAttributeValue("textLength", Svg.Round(width - 4));
            text.SetAttributeValue("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private XElement AddText(double x, double y, string anchor, string kind)
    {
        var text = _svg.Add("text", kind, ("x", x), ("y", y));
        if (anchor != Middle)
        {
            text.SetAttributeValue("text-anchor", anchor);
        }

        return text;
    }
}
