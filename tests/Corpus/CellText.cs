using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookSession;
using NotebookSession.Documents;

namespace Corpus;

/// <summary>
/// What a cell told in words: its standard output, and the values shown as text. Tables, charts and the kernel's own notes about
/// packages are not compared: every kernel draws and words them its way.
/// </summary>
internal static partial class CellText
{
    private const string Html = "text/html", Plain = "text/plain";

    /// <summary>The text, without white space at the ends of lines; empty if there is none.</summary>
    public static string Of(JsonArray outputs) => string.Join('\n', ShownOutputs.Of(outputs).Items
        .Aggregate(ShownOutputs.None, (shown, output) => shown.Show(output)).Items
        .Select(Of)
        .OfType<string>()
        .SelectMany(text => text.Split('\n'))
        .Select(line => line.TrimEnd())
        .Select(line => line[(line.LastIndexOf('\r') + 1)..]) // what a console would show, and VS Code keeps
        .Where(line => line != ""));

    /// <summary>The first lines that are not the same: of the file, and of this run.</summary>
    public static string Difference(string before, string now)
    {
        var (old, here) = (before.Split('\n'), now.Split('\n'));
        var i = old.Zip(here).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{old.ElementAtOrDefault(i) ?? "(no more)"} → {here.ElementAtOrDefault(i) ?? "(no more)"}";
    }

    private static string? Of(CellOutput output) => output switch
    {
        CellOutput.Stream("stdout", var text) => text,
        CellOutput.ExecuteResult or CellOutput.DisplayData => Of(output.Value!),
        _ => null,
    };

    private static string? Of(MimeBundle data) =>
        data.TryGetValue(Html, out var html) ? PlainDiv().Match(html.GetValue<string>()) is { Success: true } div ? WebUtility.HtmlDecode(div.Groups[1].Value) : null
        : data.Keys.All(type => type == Plain) && data.TryGetValue(Plain, out var text) && !PackageNote().IsMatch(text.GetValue<string>()) ? text.GetValue<string>()
        : null;

    // .NET Interactive's numbers.
    [GeneratedRegex("""^<div class="dni-plaintext">(?:<pre>)?([^<]*)(?:</pre>)?</div>(?:<style>.*</style>)?$""", RegexOptions.Singleline)]
    private static partial Regex PlainDiv();

    [GeneratedRegex("^(Install(ing|ed) package|Successfully added reference|Attempting to install|Loading extension|Loaded)")]
    private static partial Regex PackageNote();
}
