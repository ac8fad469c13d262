using NotebookSession.Documents;

namespace Notebooks.Tests;

public sealed class ExercisesInLessons
{
    public static TheoryData<string> Lessons => [.. CourseNotebooks.Lessons];

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_student_is_told_that_each_is_not_answered_yet(string lesson) =>
        Assert.All(Verdicts(lesson), verdict => Assert.Contains("not answered yet", verdict, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void The_solutions_are_right(string lesson) =>
        Assert.All(Verdicts($"solutions/{lesson}"), verdict => Assert.StartsWith("✓", verdict, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_has_three_or_more_and_three_or_more_questions(string lesson)
    {
        Assert.InRange(Verdicts(lesson).Count, 3, 20);
        Assert.InRange(Verdicts($"solutions/{lesson}").Count, 3, 20);
        Assert.InRange(Cells(lesson, ".Questions)").Sum(cell => cell.Outputs.Count), 3, 20);
    }

    private static List<string> Verdicts(string name) =>
        [.. Cells(name, ".Check(").SelectMany(cell => CourseNotebooks.Text(cell).Split('\n'))];

    private static IEnumerable<CodeCell> Cells(string name, string with) =>
        CourseNotebooks.Read(name).CodeCells.Where(cell => cell.Source.Contains(with, StringComparison.Ordinal));
}
