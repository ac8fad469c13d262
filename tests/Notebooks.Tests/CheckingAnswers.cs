using System.Reflection;
using Exercises;
using Lectures.Recurrent;

namespace Notebooks.Tests;

/// <summary>What the checks say to answers, each computed as a student would.</summary>
public sealed class CheckingAnswers
{
    public static TheoryData<Exercise> All => [.. typeof(Lesson01).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Lesson01).Namespace)
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Select(property => property.GetValue(null)).OfType<Exercise>()];

    public static IEnumerable<TheoryDataRow<Exercise, object>> Right =>
    [
        .. Answers01And02.Right, .. Answers03.Right, .. Answers04.Right, .. Answers05.Right, .. Answers06.Right,
        .. Answers07.Right, .. Answers08.Right, .. Answers09.Right, .. Answers10.Right, .. Answers11.Right, .. Answers12.Right,
    ];

    public static IEnumerable<TheoryDataRow<Exercise, object, string>> Wrong =>
    [
        .. Answers01And02.Wrong, .. Answers03.Wrong, .. Answers04.Wrong, .. Answers05.Wrong, .. Answers06.Wrong,
        .. Answers07.Wrong, .. Answers08.Wrong, .. Answers09.Wrong, .. Answers10.Wrong, .. Answers11.Wrong, .. Answers12.Wrong,
    ];

    [Theory]
    [MemberData(nameof(Right))]
    public void Right_answers_pass_in_any_form(Exercise exercise, object answer) =>
        Assert.True(exercise.Check(answer).Passed, exercise.Check(answer).Message);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Typical_wrong_answers_are_told_what_is_wrong(Exercise exercise, object answer, string says)
    {
        var verdict = exercise.Check(answer);

        Assert.False(verdict.Passed);
        Assert.Contains(says, verdict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_exercise_has_three_hints_and_its_own_answer_passes(Exercise exercise)
    {
        Assert.Equal(3, exercise.Hints.Count);
        Assert.True(exercise.Check(exercise.Expected).Passed);
        Assert.Equal(Outcome.Unanswered, exercise.Check((object?)null).Outcome);
        Assert.All(exercise.Mistakes, mistake => Assert.Equal(mistake.Says, exercise.Check(mistake.Answer).Message));
    }
}
