using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace SequenceModels.Charts;

/// <summary>A picture's elements, with places and sizes to a tenth of a pixel.</summary>
internal sealed class Svg(int width, int height)
{
    private readonly XElement _root = new(
        "svg", new XAttribute("viewBox", $"0 0 {width} {height}"), new XAttribute("text-anchor", "middle"));

    /// <summary>The picture, as html takes it.</summary>
    /// <param name="says">What a screen reader says it is.</param>
    public string Write(string says)
    {
        _root.SetAttributeValue("role", "img");
        _root.SetAttributeValue("aria-label", says);
        return _root.ToString(SaveOptions.DisableFormatting);
    }

    public XElement Add(string name, string kind, params (string Name, double Value)[] sizes)
    {
        // With an empty text it gets an end tag of its own: html has none that is short.
        var element = new XElement(name, sizes.Select(size => new XAttribute(size.Name, Round(size.Value))), "");
        if (kind.Length > 0)
        {
            element.SetAttributeValue("class", kind);
        }

        _root.Add(element);
        return element;
    }

    public void AddPath(string kind, string way) => Add("path", kind).SetAttributeValue("d", way);

    /// <summary>A line through points, given as x, y, x, y …</summary>
    public static string Way(params double[] points)
    {
        var way = new StringBuilder();
        for (var i = 0; i < points.Length; i += 2)
        {
            way.Append(i == 0 ? 'M' : 'L').Append(Round(points[i])).Append(' ').Append(Round(points[i + 1]));
        }

        return way.ToString();
    }

    public static string Round(double size) => size.ToString("0.#", CultureInfo.InvariantCulture);
}
