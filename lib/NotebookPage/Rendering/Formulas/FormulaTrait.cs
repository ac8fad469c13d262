using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>What an element is in a formula, where its MathML does not say so.</summary>
internal sealed class FormulaTrait
{
    /// <summary>A function's name: a thin space divides it from its neighbors, but not from a parenthesis.</summary>
    public static readonly FormulaTrait Function = new();

    /// <summary>Scripts stand above and below.</summary>
    public static readonly FormulaTrait Limits = new();

    /// <summary>A pair of delimiters with what is between them.</summary>
    public static readonly FormulaTrait Fenced = new();

    private FormulaTrait()
    {
    }

    public XElement On(XElement element)
    {
        element.AddAnnotation(this);
        return element;
    }

    public bool IsOn(XElement? element) => element?.Annotations<FormulaTrait>().Contains(this) == true;
}
