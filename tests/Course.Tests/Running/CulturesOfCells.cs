namespace Course.Tests.Running;

/// <summary>A cell has .NET's cultures and its user's; a lesson's numbers depend on neither.</summary>
public class CulturesOfCells
{
    private const string Code = """
        using System.Globalization;
        Console.WriteLine("Crème".Normalize(NormalizationForm.FormD).Length);
        Console.WriteLine(string.Join(" ", new[] { "Banana", "apple", "Ärger" }.OrderBy(word => word)));
        Console.WriteLine(1234.5.ToString("C", new CultureInfo("en-US")));
        Console.WriteLine(1234.5.ToString("N2", new CultureInfo("de-DE")));
        Console.WriteLine("title".ToUpper(new CultureInfo("tr-TR")));
        Console.WriteLine(1.5 + " " + CultureInfo.CurrentCulture.Name);
        """;

    [Theory]
    [InlineData("C", "1.5")]
    [InlineData("de_DE.UTF-8", "1,5 de-DE")]
    [InlineData("tr_TR.UTF-8", "1,5 tr-TR")]
    public async Task A_cell_has_the_cultures_of_dotnet_and_begins_with_the_users(string locale, string number) =>
        Assert.Equal(
            ["6", "apple Ärger Banana", "$1,234.50", "1.234,50", "TİTLE", number],
            await PrintedAsync(Code, ("LC_ALL", locale)));

    [Fact]
    public async Task Without_icu_a_session_runs_and_has_the_invariant_culture_only() =>
        Assert.Equal(["1.5 Invariant"], await PrintedAsync(
            "Console.WriteLine(1.5 + \" \" + System.Globalization.CultureInfo.CurrentCulture.EnglishName.Split(' ')[0]);",
            ("LC_ALL", "de_DE.UTF-8"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")));

    [Theory]
    [InlineData("02-rnn-step-by-step", "tr_TR.UTF-8")]
    [InlineData("04-lstm-gates", "de_DE.UTF-8")]
    [InlineData("02-rnn-step-by-step", "ar_SA.UTF-8")]
    public async Task A_lesson_gives_the_committed_outputs_under_every_locale(string lesson, string locale)
    {
        var (status, _, errors) = await CourseCommand.RunAsync(
            CourseCommand.Root, [("LC_ALL", locale)], "run", $"notebooks/{lesson}.ipynb", "--check");

        Assert.Equal((0, ""), (status, errors));
    }

    private static async Task<string[]> PrintedAsync(string code, params (string Name, string Value)[] environment)
    {
        using var folder = new CourseFolder();
        await File.WriteAllTextAsync(folder["here.ipynb"], Page.WrittenNotebook.Of(code).ToJsonString(), TestContext.Current.CancellationToken);

        var (status, _, errors) = await CourseCommand.RunAsync(folder.Path, environment, "run", "here.ipynb", "--out", "made");

        Assert.Equal((0, ""), (status, errors));
        return string.Concat(folder.Cells("made/here.ipynb")[0]!["outputs"]![0]!["text"]!.AsArray().Select(line => line!.GetValue<string>()))
            .TrimEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
