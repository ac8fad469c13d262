using System.Globalization;
using System.Xml.Linq;
using Files;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>The run as build servers read it: a notebook is a test suite, a cell a test case.</summary>
internal static class JUnitReport
{
    public static void Write(string path, IReadOnlyList<NotebookOutcome> outcomes) =>
        AtomicFile.WriteText(path, new XDocument(new XElement("testsuites", outcomes.Select(Suite))) + "\n");

    private static XElement Suite(NotebookOutcome outcome)
    {
        XElement[] cases = [.. outcome.Run.Cells.Select(cell => Case(outcome, cell))];
        return new XElement("testsuite",
            new XAttribute("name", outcome.Path),
            new XAttribute("tests", cases.Length),
            new XAttribute("failures", cases.Count(cell => cell.HasElements)),
            new XAttribute("time", Seconds(outcome.Run.Time)),
            cases);
    }

    private static XElement Case(NotebookOutcome outcome, CellRun cell) => new("testcase",
        new XAttribute("classname", outcome.Path),
        new XAttribute("name", Legible($"cell {cell.Number}: {cell.Cell.Source.Trim().Split('\n')[0]}")),
        new XAttribute("time", Seconds(cell.Time)),
        cell.Result.Failure is { } error
            ? new XElement("failure", new XAttribute("message", Legible($"{error.Name}: {error.Message}")), Legible(string.Join('\n', error.Traceback)))
        : outcome.Differences.FirstOrDefault(difference => difference.Number == cell.Number)?.Difference is { } difference
            ? new XElement("failure", new XAttribute("message", Legible($"{difference.Place}: another output than in the file")),
                Legible($"expected: {difference.Expected}\nactual: {difference.Actual}"))
        : null);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML has no escape for control characters.
    private static string Legible(string text) => Terminal.Spelled(Terminal.WithoutColors(text));
}
