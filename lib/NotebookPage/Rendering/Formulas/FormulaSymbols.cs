using System.Xml.Linq;

namespace NotebookPage.Rendering;

/// <summary>LaTeX's names for single characters, and what each character is in a formula.</summary>
internal static class FormulaSymbols
{
    private static readonly Dictionary<string, string> _letters = Pairs(
        """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
        lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
        chi χ psi ψ omega ω ell ℓ partial ∂ imath ı jmath ȷ
        """);

    private static readonly Dictionary<string, string> _upright = Pairs(
        """
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        infty ∞ nabla ∇ emptyset ∅ varnothing ∅ hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘ top ⊤ bot ⊥ angle ∠ triangle △ square □
        ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ prime ′ degree ° checkmark ✓ dagger † star ⋆ bullet •
        $ $ % % # # & & _ _ pounds £ S § P ¶ copyright © backslash \
        """);

    private static readonly Dictionary<string, string> _operators = Pairs(
        """
        pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ circ ∘ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨
        cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ setminus ∖ amalg ⨿ lnot ¬ neg ¬ forall ∀ exists ∃ nexists ∄ therefore ∴ because ∵
        le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ prec ≺ succ ≻ preceq ⪯ succeq ⪰
        equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ asymp ≍ doteq ≐ coloneqq ≔ triangleq ≜ models ⊨ vdash ⊢ dashv ⊣ perp ⟂ parallel ∥ mid ∣ nmid ∤
        in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈
        to → gets ← rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺
        longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ mapsto ↦ longmapsto ⟼ hookrightarrow ↪ hookleftarrow ↩
        uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ rightharpoonup ⇀ leftharpoonup ↼
        rightleftharpoons ⇌ leadsto ⇝ colon :
        { { } } lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ | ‖
        """);

    private static readonly Dictionary<string, string> _large = Pairs(
        """
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
        int ∫ iint ∬ iiint ∭ oint ∮
        """);

    private static readonly HashSet<string> _functions =
    [
        .. "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh".Split(' '),
    ];

    private static readonly HashSet<string> _limitFunctions =
    [
        .. "argmax argmin det gcd inf lim liminf limsup max min Pr sup".Split(' '),
    ];

    // What stretches to its neighbors' height by itself; in a formula, only \left and \right ask for that.
    private const string Stretching = "()[]{}|‖⟨⟩⌊⌋⌈⌉∣∥↑↓↕⇑⇓";

    private const string Closing = ")]}⟩⌋⌉!′";

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names =>
        [.. _letters.Keys, .. _upright.Keys, .. _operators.Keys, .. _large.Keys, .. _functions, .. _limitFunctions];

    /// <summary>What a command stands for, if it stands for one symbol or function.</summary>
    public static XElement? Named(string name) =>
        _letters.TryGetValue(name, out var text) ? new XElement("mi", text)
        : _upright.TryGetValue(name, out text) ? UprightLetter(text)
        : _operators.TryGetValue(name, out text) ? Operator(text)
        : _large.TryGetValue(name, out text) ? LargeOperator(text)
        : _functions.Contains(name) ? Function(name)
        : _limitFunctions.Contains(name) ? Function(name, limits: true)
        : null;

    /// <summary>A character as it stands in the formula.</summary>
    public static XElement Of(string character) => character switch
    {
        "-" => Operator("−"),
        "*" => Operator("∗"),
        "~" => new XElement("mtext", "\u00a0"),
        "." or "…" or "∞" => UprightLetter(character),
        _ => char.IsLetter(character, 0) ? new XElement("mi", character) : Operator(character),
    };

    /// <summary>An operator as high as its line.</summary>
    public static XElement Operator(string text)
    {
        var element = new XElement("mo", text);
        if (Stretching.Contains(text, StringComparison.Ordinal))
        {
            element.SetAttributeValue("stretchy", "false");
        }

        if (text is "|" or "‖" or "/" or "!" or ":")
        {
            FormulaSpacing.Close(element, text == ":" ? "0.2778em" : "0");
        }

        return element;
    }

    /// <summary>A function's name, set upright.</summary>
    public static XElement Function(string name, bool limits = false)
    {
        var text = name.StartsWith("lim", StringComparison.Ordinal) || name.StartsWith("arg", StringComparison.Ordinal) && limits
            ? name.Insert(3, name.Length > 3 ? "\u2009" : "") : name;
        var element = limits
            ? new XElement("mo", new XAttribute("lspace", "0"), new XAttribute("rspace", "0"), new XAttribute("movablelimits", "true"), text)
            : new XElement("mi", name.Length == 1 ? new XAttribute("mathvariant", "normal") : null, name);
        FormulaTrait.Function.On(element);
        return limits ? FormulaTrait.Limits.On(element) : element;
    }

    /// <summary>Whether an element's scripts usually stand above and below it.</summary>
    public static bool HasLimits(XElement element) => FormulaTrait.Limits.IsOn(element);

    /// <summary>Whether an element is an operator after which a sign is a sign, and not the operation: a = −b.</summary>
    public static bool OpensOperand(XElement element) => element.Name == "mo" && !Closing.Contains(element.Value, StringComparison.Ordinal)
        && element.Value is not ("|" or "‖");

    private static XElement UprightLetter(string text) => new("mi", new XAttribute("mathvariant", "normal"), text);

    private static XElement LargeOperator(string text) =>
        "∫∬∭∮".Contains(text, StringComparison.Ordinal) ? new XElement("mo", text) : FormulaTrait.Limits.On(new XElement("mo", text));

    private static Dictionary<string, string> Pairs(string table)
    {
        var words = table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
