using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>An atom with what stands above and below it, or at its corners.</summary>
internal sealed class FormulaScripts(XElement nucleus)
{
    private readonly List<XElement> _primes = [];
    private XElement? _upper, _lower;

    /// <summary>Whether scripts stand above and below, in a line of its own; null for what is usual.</summary>
    public bool? Limits { get; set; }

    public void AddPrime(FormulaToken token)
    {
        if (_upper is not null)
        {
            throw Double(token, "upper", "^{…}");
        }

        _primes.Add(new XElement("mo", new XAttribute("lspace", "0"), new XAttribute("rspace", "0"), "′"));
    }

    public void AddUpper(FormulaToken token, XElement script) =>
        _upper = _upper is null ? Tight(script) : throw Double(token, "upper", "^{…}");

    public void AddLower(FormulaToken token, XElement script) =>
        _lower = _lower is null ? Tight(script) : throw Double(token, "lower", "_{…}");

    public XElement Element()
    {
        var upper = _primes.Count == 0 ? _upper : FormulaSpacing.Group([.. _primes, .. new[] { _upper }.OfType<XElement>()]);
        var above = Limits ?? FormulaSymbols.HasLimits(nucleus);
        if (Limits is { } forced && nucleus.Name == "mo")
        {
            nucleus.SetAttributeValue("movablelimits", forced ? "false" : null);
        }

        return (_lower, upper) switch
        {
            (null, null) => nucleus,
            (null, { }) => new XElement(above ? "mover" : "msup", nucleus, upper),
            ({ }, null) => new XElement(above ? "munder" : "msub", nucleus, _lower),
            _ => new XElement(above ? "munderover" : "msubsup", nucleus, _lower, upper),
        };
    }

    // In a script, operators have no space around them.
    private static XElement Tight(XElement script)
    {
        foreach (var operation in script.DescendantsAndSelf("mo").Where(operation => !FormulaSymbols.HasLimits(operation)))
        {
            FormulaSpacing.Close(operation);
        }

        return script;
    }

    private static FormulaException Double(FormulaToken token, string which, string braces) =>
        new($"a second {which} script: put both into one pair of braces, {braces}", token.Place);
}
