using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Files;
using NotebookSession;
using NotebookSession.Notebooks;

namespace Course.Running;

/// <summary>The run, for programs: notebooks, their cells, times in milliseconds, errors and differences.</summary>
internal static class RunReport
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, IEnumerable<NotebookOutcome> outcomes, int exitStatus)
    {
        var report = new JsonObject
        {
            ["exit_status"] = exitStatus,
            ["notebooks"] = new JsonArray([.. outcomes.Select(Notebook)]),
        };
        AtomicFile.WriteText(path, report.ToJsonString(_readable) + "\n");
    }

    private static JsonObject Notebook(NotebookOutcome outcome) => new()
    {
        ["path"] = outcome.Path,
        ["status"] = outcome.Status,
        ["ms"] = Milliseconds(outcome.Run.Time),
        ["cell_count"] = outcome.Run.Count,
        ["cells"] = new JsonArray([.. outcome.Run.Cells.Select(cell =>
            Cell(cell, outcome.Differences.FirstOrDefault(difference => difference.Number == cell.Number)))]),
    };

    private static JsonObject Cell(CellRun run, CellDifference? difference) => new()
    {
        ["number"] = run.Number,
        ["id"] = run.Cell.Id,
        ["status"] = difference is not null ? "differs" : Status(run.Result),
        ["ms"] = Milliseconds(run.Time),
        ["error"] = run.Result.Failure is { } error ? Error(error) : null,
        ["difference"] = difference is null ? null : new JsonObject
        {
            ["place"] = difference.Difference.Place,
            ["expected"] = difference.Difference.Expected,
            ["actual"] = difference.Difference.Actual,
        },
    };

    private static JsonObject Error(CellError error) => new()
    {
        ["name"] = error.Name,
        ["message"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
    };

    private static string Status(CellResult result) => result switch
    {
        CellResult.Success => "ok",
        CellResult.Failed => "failed",
        CellResult.Stopped => "stopped",
        _ => "died",
    };

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}
