using System.Text.Json.Nodes;
using NotebookKernel.Tests.Serving;
using NotebookSession.Documents;

namespace Benchmarks.Kernels;

/// <summary>A lesson with the outputs that are committed.</summary>
internal sealed class Lesson(IReadOnlyList<CodeCell> cells)
{
    public int Cells => cells.Count;

    public static Lesson Read(string name) => new([.. Notebook.Read(Path.Combine(KernelProcess.Root, "notebooks", name)).CodeCells]);

    /// <summary>Runs it over the protocol; the number of cells whose value or text is another.</summary>
    public int DifferencesIn(FrontEnd frontEnd) => cells.Count(cell =>
    {
        var shown = frontEnd.Execute(cell.Source).Published;
        return PlainText(cell.Outputs.Select(output => output as JsonObject ?? [])) != PlainText(shown.Select(message => message.Content));
    });

    private static string PlainText(IEnumerable<JsonObject> outputs) => string.Concat(outputs.Select(output =>
        output["text"] is { } text ? Joined(text) : output["data"]?["text/plain"] is { } value ? Joined(value) + "\n" : ""));

    private static string Joined(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : text.ToString();
}
