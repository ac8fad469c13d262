namespace Fuzzing;

/// <summary>What inputs begin as, and the pieces that are put into them.</summary>
internal static class Seeds
{
    public static readonly string[] Markdown =
    [
        "# Title\n\nA *text* with `code`, **bold**, [a link](x.md \"t\") and ![a picture](y.png).\n\n- one\n  - two\n1. three\n",
        "|a|b|\n|-:|--|\n|1|$p(a \\mid b)$|\n", "> quoted\n> - [x] done\n\n```csharp\nvar x = 1;\n```\n\n---\n",
        "[a]: http://example.org 'x'\n\n[a] <http://b.c> www.d.e ~~gone~~ &amp; &#x41;\n\n<div class=\"x\">raw</div>\n", "$$\n\\sum_i x_i\n$$ and $5 and $x$\n",
    ];

    public static readonly string[] MarkdownPieces =
    [
        "[a](", "![", "[", "](", "]", "[a]: b\n", "> ", "- ", "1. ", "\n\n", "***", "**", "*", "_", "__", "~~", "`", "``", "```\n", "~~~\n", "|", "|-|\n", "|a|b|\n",
        "# ", "===\n", "---\n", "    ", "$", "$$", "$x$ ", "\\", "&amp;", "&#0;", "<http://a.b>", "www.", "http://a.", "<!--", "-->", "<?", "<![CDATA[", "- [ ] ", "{", "}", ":::",
    ];

    public static readonly string[] Formulas =
    [
        "h_t = \\tanh(W_{hh} h_{t-1} + b)", "\\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{else} \\end{cases}", "\\left( \\frac{a}{b} \\right)^2",
        "\\sqrt[3]{x} \\not\\in \\mathbf{W}", "\\underbrace{a + b}_{\\text{both $x$}}", "\\operatorname{diag}(x) \\xrightarrow[a]{b} \\substack{a \\\\ b}",
    ];

    public static readonly string[] FormulaPieces =
    [
        "\\displaystyle ", "\\textstyle", "\\frac", "\\dfrac", "\\binom", "\\left(", "\\left.", "\\right)", "\\middle|", "{", "}", "[", "]", "^", "_", "'", "&", "\\\\", "\\cr",
        "\\begin{matrix}", "\\end{matrix}", "\\begin{array}{cc}", "\\begin{", "\\end{", "\\sqrt", "\\sqrt[", "\\text{", "\\text{$", "\\hat", "\\overline", "\\boxed", "\\not", "\\limits",
        "\\mathbf", "\\substack{", "\\operatorname*{", "\\textcolor{", "\\phantom", "\\overset", "\\xrightarrow", "\\bigl(", "\\sum", "\\int", "%", "\n", "\\quad", "\\!", "1", ".", "x",
    ];

    public static readonly string[] Html =
    [
        "<div style=\"color: red; padding: 1em\"><b>bold</b> <a href=\"x.html#y\" title='t'>link</a><img src=\"data:image/png;base64,AA\" width=3></div>",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td colspan=2>1</td></tr></tbody></table><ul><li>x<li>y</ul>",
        "<math><mi>x</mi><mtext>a</mtext></math><details open><summary>s</summary><p>t</p></details><!-- c -->", "<p id=\"a\" class=\"b\" name=\"c\">x</p><script>alert(1)</script>",
    ];

    public static readonly string[] HtmlPieces =
    [
        "<b>", "</b>", "<b title=1>", "<i>", "</i>", "<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "<a href=\"javascript:alert(1)\">", "<a href='", "</a>",
        "<img src=x onerror=alert(1)>", "<svg>", "<math>", "</math>", "<mtext>", "<style>", "</style>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "<noscript>", "<template>", "<select>",
        "<textarea>", "<title>", "<xmp>", "<plaintext>", "<iframe srcdoc='", "<form>", "<form method=dialog>", "<input>", "<input type=radio name=x>", "<desc>", "<foreignObject>", "<frameset>", "<font color=a>", "<nobr>", "<marquee>", "<details>", " style=\"", " a=1", " onclick=x", "position:fixed;",
        "margin-top:-99px;", "width:calc(", "url(", "/*", "*/", "color:", "rgb(", ";", "&lt;", "&#", "&amp", "<mglyph>", "<annotation-xml encoding=text/html>", "<", ">", "\"", "=",
    ];

    public static readonly string[] Json =
    [
        """{"msg_id":"1","msg_type":"execute_request","username":"a","session":"s","version":"5.3"}""" + "\n{}\n{}\n" + """{"code":"1 + 1","silent":false}""",
        """{"__metadata__":{"format":"pt"},"w":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"F16","shape":[8],"data_offsets":[16,32]}}""",
    ];

    public static readonly string[] JsonPieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "1e400", "0.5", "99999999999999999999", "\n", "{}", "[[", "{\"a\":", "\"msg_id\":1,", "\"msg_type\":\"x\",",
        "\"shape\":[", "\"dtype\":\"F64\"", "\"BF16\"", "\"data_offsets\":[0,", "9223372036854775807", "\"w\":", "\"__metadata__\":", "/* */", "\uFEFF",
    ];

    public static readonly string[] Ansi = ["\e[31mred\e[0m and \e[1;4;38;5;9mmore\e[m", "step 1\rstep 2\rstep 20\n", "\e]0;title\aplain\e]8;;http://x\e\\link\e]8;;\e\\"];

    public static readonly string[] AnsiPieces = ["\e[", "\e[31m", "\e[38;5;", "\e[48;2;1;2;3m", "\e[0m", "m", ";", "\e]", "\a", "\e\\", "\r", "\r\n", "\n", "\e[2K", "\e[1A", "9999999999", "a", "\e(B", "\b"];

    public static readonly string[] Code =
    [
        "var x = new[] { 1, 2 }.Select(y => y + 1).ToList();\nx", "#load \"setup.csx\"\nusing System.Linq;\nforeach (var (a, b) in pairs) { Console.WriteLine($\"{a:0.0} {b}\"); }",
        "record Point(double X, double Y) { public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y); }", "/// <summary>Text</summary>\nstatic T F<T>(T? a, int b = 1) where T : class => a is { } c ? c : throw new Exception();",
        "#if DEBUG\nvar s = \"\"\"\n    raw\n    \"\"\";\n#else\nvar s = @\"a\"\"b\";\n#endif\nswitch (s) { case [.., 'c']: break; default: goto case \"a\"; }",
    ];

    public static readonly string[] CodePieces =
    [
        "(", ")", "[", "]", "{", "}", "<", ">", "A<", "$\"{", "}\"", "$$\"\"\"", "\"\"\"", "\"", "@\"", "'", "//", "/*", "*/", "///", "#if A\n", "#endif\n", "#else\n", "#!html\n", "#r \"", "#", ";", ",", ".", "?.", "?", ":", "=>", "!", "-",
        "partial ", "ref ", "await ", "async ", "new ", "new[]", "is ", "not ", "and ", "switch {", "with {", "if (a) ", "else ", "while (a) ", "from a in b ", "select a", "(int)", "delegate*<", "stackalloc ", "scoped ", "a ? b : ", "1+", "..", "^",
        "unsafe ", "class A ", "void F() ", "where T : ", "[A]", "case ", "checked(", "typeof(", "public ", "static ", "record ", "extension(", "field", "var x = ", "@", "\\u0041", "0x", "1e9",
    ];
}
