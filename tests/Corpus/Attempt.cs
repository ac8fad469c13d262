using System.Diagnostics;
using System.Text.Json.Nodes;
using NotebookSession.Documents;

namespace Corpus;

/// <summary>How a notebook ran now.</summary>
/// <param name="Entry">The notebook.</param>
/// <param name="Errors">A line for each cell that failed, or what is wrong with the file.</param>
/// <param name="Compared">The cells with text in the file.</param>
internal sealed record Attempt(Entry Entry, IReadOnlyList<string> Errors, IReadOnlyList<ComparedCell> Compared)
{
    private const string CellSeconds = "120";

    private static readonly (string Said, string What)[] _lacks =
    [
        ("There is no such package", "a package"),
        ("A package source can't be reached", "a package source"),
        ("System.Net.Http.HttpRequestException", "a network"),
        ("starts the kernel of another program", "another program"),
    ];

    private static readonly string _course = Path.Combine(AppContext.BaseDirectory, "../../../../../lib/Course/bin/Release/net10.0/Course");

    public bool IsClean => Errors.Count == 0;

    /// <summary>What its first error says that this machine has not; null if it is something else.</summary>
    public string? Lack => Errors is [var first, ..] ? _lacks.FirstOrDefault(lack => first.Contains(lack.Said, StringComparison.Ordinal)).What : null;

    /// <summary>Whether it can run here, by the list and by its first error.</summary>
    public bool IsAble => IsClean || (Entry.CanRun && Lack is null);

    /// <summary>The cells that ran, and told something else than in the file.</summary>
    public IEnumerable<ComparedCell> Others => Compared.Where(cell => cell.Now is not null && !cell.IsSame);

    /// <summary>Runs all its cells, also after errors, as <c>run</c> does for everyone.</summary>
    public static async Task<Attempt> MakeAsync(Entry entry, string folder)
    {
        var place = Directory.CreateTempSubdirectory();
        try
        {
            return await MakeAsync(entry, Path.Combine(folder, entry.Repository, entry.Path), place.FullName);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }

    private static async Task<Attempt> MakeAsync(Entry entry, string path, string place)
    {
        var report = Path.Combine(place, "report.json");
        using var run = Process.Start(new ProcessStartInfo(
            _course, ["run", path, "--allow-errors", "--timeout", CellSeconds, "--json", report, "--out", place])
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

        return new Attempt(
            entry,
            [.. from cell in JsonNode.Parse(await File.ReadAllTextAsync(report))!["notebooks"]![0]!["cells"]!.AsArray()
                where cell["error"] is not null
                select $"[{cell["number"]}] {cell["error"]!["name"]}: {cell["error"]!["message"]}"],
            [.. Notebook.Read(path).CodeCells.Zip(Notebook.Read(Path.Combine(place, Path.GetFileName(path))).CodeCells, ComparedCell.Of).OfType<ComparedCell>()]);
    }
}
