using NotebookSession;
using NotebookSession.Running;

namespace Notebooks.Tests;

/// <summary>Lessons in the hands of a student: what is changed works, or fails with words that help.</summary>
public sealed class EditingLessons
{
    // Exceptions that tell what the library stumbled over, not what the student did.
    private static readonly string[] _unkind =
        ["NullReferenceException", "IndexOutOfRangeException", "KeyNotFoundException", "InvalidCastException", "DivideByZeroException", "OverflowException"];

    public static TheoryData<string> Lessons => [.. CourseNotebooks.Lessons];

    public static TheoryData<string> Edited => [.. CourseNotebooks.Lessons.Where(lesson => Edits.ByLesson.ContainsKey(lesson[..2]))];

    [Fact]
    public void At_least_sixty_edits_are_tried() => Assert.InRange(Edits.ByLesson.Values.Sum(edits => edits.Length), 60, 1000);

    [Theory]
    [MemberData(nameof(Edited))]
    public async Task Edits_work_or_are_told_kindly(string lesson)
    {
        var cells = CourseNotebooks.Read(lesson).CodeCells.ToList();
        var edits = Edits.ByLesson[lesson[..2]].ToLookup(edit => edit.Cell);
        Assert.All(edits, edit => Assert.Contains(cells, cell => cell.Id == edit.Key));
        await using var session = Session(lesson);
        var wrong = new List<string>();
        foreach (var (place, cell) in cells.Index())
        {
            foreach (var edit in edits[cell.Id!])
            {
                Assert.Contains(edit.From, cell.Source, StringComparison.Ordinal);
                var last = cells.FindIndex(next => next.Id == (edit.Until ?? edit.Cell));
                Assert.InRange(last, place, cells.Count);
                var edited = cell.Source.Replace(edit.From, edit.To, StringComparison.Ordinal);
                var following = cells[(place + 1)..(last + 1)].Select(next => next.Source);
                wrong.AddRange(Complaint(edit, await RunAsync(session, [edited, .. following])));
            }

            var result = await RunAsync(session, [cell.Source]);
            Assert.True(result is CellResult.Success, $"{cell.Id}, unchanged: {result.Failure?.Message}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Lessons))]
    public async Task An_exercise_that_is_run_before_its_lesson_says_which_cell_to_run_first(string lesson)
    {
        await using var session = Session(lesson);
        foreach (var cell in CourseNotebooks.Read(lesson).CodeCells.Where(cell => cell.Source.Contains(".Check(", StringComparison.Ordinal)))
        {
            var error = Assert.IsType<CellResult.Failed>(await RunAsync(session, [cell.Source])).Error;

            Assert.Contains(error.Traceback, line => line.Contains("Run the cell that declares", StringComparison.Ordinal));
        }
    }

    private static Session Session(string lesson) =>
        new(new SessionOptions { WorkingDirectory = Path.GetDirectoryName(CourseNotebooks.PathOf(lesson))! });

    private static async Task<CellResult> RunAsync(Session session, string[] cells)
    {
        CellResult result = new CellResult.Success();
        foreach (var code in cells)
        {
            result = await session.RunAsync(code, _ => { }, TestContext.Current.CancellationToken);
            if (result is not CellResult.Success)
            {
                break;
            }
        }

        return result;
    }

    private static IEnumerable<string> Complaint(Edit edit, CellResult result) => (edit.Says, result) switch
    {
        (null, CellResult.Success) => [],
        ({ } says, CellResult.Failed { Error: var error })
            when error.Message.Contains(says, StringComparison.Ordinal) && !_unkind.Any(name => error.Name.EndsWith(name, StringComparison.Ordinal)) => [],
        (_, CellResult.Failed { Error: var error }) => [$"{edit}\n    came: {error.Name}: {error.Message}"],
        _ => [$"{edit}\n    came: {result}"],
    };
}
