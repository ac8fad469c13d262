using NotebookSession;
using NotebookSession.Editing;

namespace NotebookPage.Live;

/// <summary>Tells what is wrong with a cell from what is missing because cells above it haven't run.</summary>
internal static class NotYetRun
{
    /// <summary>The problems as they would be with those cells run, as far as can be told, and what to run.</summary>
    /// <param name="problems">What the session finds wrong now.</param>
    /// <param name="above">The names of the cells above that haven't run.</param>
    public static IReadOnlyList<CodeProblem> Explain(IReadOnlyList<CodeProblem> problems, IReadOnlyList<CellNames> above)
    {
        var loading = above.SelectMany(names => names.Directives).FirstOrDefault();
        if (loading is not null && problems.FirstOrDefault(problem => problem.UnknownName is not null) is { } first)
        {
            // Any name may come from there, and any error be due to its absence.
            return [.. problems.Where(problem => problem.IsSyntax),
                first with { Severity = ProblemSeverity.Information, Message = $"Run the cell with {loading} first: names of this cell may come from there." }];
        }

        var missing = problems.Where(problem => problem.UnknownName is { } name && above.Any(names => names.Defines.Contains(name))).ToList();
        return [.. problems.Except(missing), .. missing.DistinctBy(problem => problem.UnknownName).Select(problem => problem with
        {
            Severity = ProblemSeverity.Information,
            Message = $"Run the cell that declares {problem.UnknownName} first.",
        })];
    }
}
