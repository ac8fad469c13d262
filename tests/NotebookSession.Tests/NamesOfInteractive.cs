namespace NotebookSession.Tests;

public sealed class NamesOfInteractive : IAsyncDisposable
{
    private readonly TestSession _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Theory]
    [InlineData("Kernel.display(\"x\");", "text/plain", "x")]
    [InlineData("display(Kernel.HTML(\"<b>x</b>\"));", "text/html", "<b>x</b>")]
    [InlineData("Javascript(\"f()\");", "text/html", "<script type=\"text/javascript\">f()</script>")]
    [InlineData("Kernel.Javascript(\"f()\");", "text/html", "<script type=\"text/javascript\">f()</script>")]
    [InlineData("KernelInvocationContext.Current.Display(\"x\", \"text/plain\");", "text/plain", "x")]
    [InlineData("KernelInvocationContext.Current.DisplayAs(\"*x*\", \"text/markdown\");", "text/markdown", "*x*")]
    [InlineData("display(new LaTeXString(@\"\\alpha\"));", "text/latex", @"\alpha")]
    [InlineData("display((LaTeXString)@\"\\alpha\");", "text/latex", @"\alpha")]
    [InlineData("display((MathString)@\"\\alpha\");", "text/latex", @"$$\alpha$$")]
    [InlineData("new MathString(@\"\\alpha\").Display();", "text/latex", @"$$\alpha$$")]
    [InlineData("new[] { new { X = 7 } }.DisplayTable();", "text/html", "<td>7</td>")]
    public async Task They_show_what_they_show_there_with_and_without_the_usings_of_there(string code, string mimeType, string shown)
    {
        foreach (var usings in (string[])["", "using Microsoft.DotNet.Interactive;\nusing static Microsoft.DotNet.Interactive.Kernel;\n"])
        {
            var output = Assert.Single((await _notebook.RunAsync(usings + code)).Succeeded().Shown.OfType<CellOutput.DisplayData>());
            Assert.Contains(shown, output.Data[mimeType].ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("div(span(\"x\"), b(\"y\"))", "<div><span>x</span><b>y</b></div>")]
    [InlineData("img[src: \"x.png\"]", "<img src=\"x.png\"></img>")]
    [InlineData("string table(string of) => $\"my {of}\"; table(\"x\")", "my x")] // a name of one's own comes first
    [InlineData("record Point(int X); Formatter<Point>.Register((point, writer) => writer.Write($\"<i>{point.X}</i>\"), \"text/html\"); new Point(3)", "<i>3</i>")]
    [InlineData("KernelInvocationContext.Current.CancellationToken.CanBeCanceled", "True")]
    public async Task What_is_there_without_being_asked_for_is_here_too(string code, string shown) => Assert.Contains(
        shown,
        Assert.Single((await _notebook.RunAsync(code)).Succeeded().Shown.OfType<CellOutput.ExecuteResult>()).Data.Select(format => format.Value!.ToString()));

    [Fact]
    public async Task An_extension_of_there_brings_no_second_Kernel()
    {
        var restored = await _notebook.RunAsync("#r \"nuget: Plotly.NET.Interactive, 5.0.0\"");
        Assert.SkipWhen(restored.Result.Failure?.Message.Contains("NU1301", StringComparison.Ordinal) == true, "no package source can be reached");
        restored.Succeeded();

        (await _notebook.RunAsync("Kernel.HTML(\"x\")")).Succeeded();
        Assert.Equal("GenericChart", (await _notebook.RunAsync("nameof(Plotly.NET.GenericChart)")).Succeeded().Value);
    }

    [Theory]
    [InlineData("await Kernel.GetInputAsync(\"Name?\")", "Name?", false)]
    [InlineData("await GetInputAsync(\"Name?\", typeHint: \"password\")", "Name?", true)]
    [InlineData("(await Kernel.GetPasswordAsync(\"Key?\")).GetClearTextPassword()", "Key?", true)]
    [InlineData("var key = await Kernel.GetPasswordAsync(\"Key?\"); $\"{key}{key.GetClearTextPassword()}\"[3..]", "Key?", true)]
    public async Task Input_is_asked_for_with_the_prompt(string code, string prompt, bool isPassword)
    {
        var asked = new List<InputRequest>();
        _notebook.Session.InputWanted += wanted =>
        {
            if (wanted is not null)
            {
                asked.Add(wanted);
                _notebook.Session.Answer("Ada");
            }
        };

        Assert.Equal("Ada", (await _notebook.RunAsync(code)).Succeeded().Value);
        Assert.Equal([new InputRequest(prompt, isPassword)], asked);
    }

    [Theory]
    [InlineData("Kernel.Root.FindKernelByName(\"sql\")")]
    [InlineData("KernelInvocationContext.Current.Command")]
    [InlineData("using Microsoft.DotNet.Interactive.Commands;\n1")]
    [InlineData("new CompositeKernel()")]
    public async Task What_only_the_kernel_of_there_has_is_said_to_be_missing_here(string code) =>
        Assert.Contains("The kernel of .NET Interactive is not here", (await _notebook.RunAsync(code)).Traceback, StringComparison.Ordinal);

    [Fact]
    public async Task A_class_of_ones_own_may_have_such_a_name()
    {
        (await _notebook.RunAsync("class Kernel { public int Size = 3; }")).Succeeded();

        Assert.Equal("3", (await _notebook.RunAsync("new Kernel().Size")).Succeeded().Value);
        Assert.DoesNotContain(".NET Interactive", (await _notebook.RunAsync("new Kernel().Root")).Traceback, StringComparison.Ordinal);
    }
}
