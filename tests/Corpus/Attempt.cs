using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Corpus;

/// <summary>How a notebook ran now.</summary>
/// <param name="Entry">The notebook.</param>
/// <param name="Errors">A line for each cell that failed, or what is wrong with the file.</param>
/// <param name="Differences">The cells whose outputs are not those in the file.</param>
internal sealed record Attempt(Entry Entry, IReadOnlyList<string> Errors, IReadOnlyList<string> Differences)
{
    private const string CellSeconds = "120";

    private static readonly string _course = Path.Combine(AppContext.BaseDirectory, "../../../../../lib/Course/bin/Release/net10.0/Course");

    public bool IsClean => Errors.Count == 0;

    /// <summary>Runs all its cells, also after errors, as <c>run</c> does for everyone.</summary>
    public static async Task<Attempt> MakeAsync(Entry entry, string folder)
    {
        var report = Path.GetTempFileName();
        File.Delete(report);
        var path = Path.Combine(folder, entry.Repository, entry.Path);
        using var run = Process.Start(new ProcessStartInfo(
            _course, ["run", path, "--allow-errors", "--check", "--timeout", CellSeconds, "--json", report])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        run.StandardInput.Close(); // who asks for a line gets none
        _ = run.StandardOutput.ReadToEndAsync();
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        if (!File.Exists(report))
        {
            return new Attempt(entry, [said.Trim()], []);
        }

        var cells = JsonNode.Parse(await File.ReadAllTextAsync(report))!["notebooks"]![0]!["cells"]!.AsArray();
        File.Delete(report);
        return new Attempt(
            entry,
            [.. cells.Where(cell => cell!["error"] is not null).Select(cell => $"[{cell!["number"]}] {cell["error"]!["name"]}: {cell["error"]!["message"]}")],
            [.. cells.Where(cell => cell!["difference"] is not null).Select(cell => $"[{cell!["number"]}] {cell["difference"]!["place"]}: {cell["difference"]!["expected"]} → {cell["difference"]!["actual"]}")]);
    }
}
