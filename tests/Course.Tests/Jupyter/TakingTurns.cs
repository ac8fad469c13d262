using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Tests.Live;
using NotebookPage.Live;
using NotebookSession.Documents;

namespace Course.Tests.Jupyter;

/// <summary>Jupyter, the page and the commands write the same bytes, so that git shows what was changed and nothing else.</summary>
public sealed class TakingTurns(InstalledKernel kernel) : LiveTest, IClassFixture<InstalledKernel>
{
    private static readonly string _lessons = Path.Combine(CourseCommand.Root, "notebooks");

    private static IEnumerable<string> Committed =>
        Directory.GetFiles(_lessons, "*.ipynb").Concat(Directory.GetFiles(Path.Combine(_lessons, "solutions"), "*.ipynb"));

    [Fact]
    public async Task Jupyter_changes_nothing_in_a_lesson_that_it_opens_and_saves() => await UnchangedAsync(Committed.Select(System.IO.File.ReadAllText));

    [Fact]
    public async Task Jupyter_changes_nothing_in_a_lesson_that_was_edited_on_the_page_and_the_page_changed_that_cell_alone()
    {
        var saved = new List<string>();
        foreach (var lesson in Committed)
        {
            System.IO.File.Copy(lesson, File, overwrite: true);
            var notebook = OpenFile();
            var cell = notebook.View.Cells[3];
            notebook.Cells.Edit(cell.Id, "// mine");
            Assert.IsType<SaveResult.Saved>(await notebook.File.SaveAsync());
            saved.Add(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));
            var expected = Notebook.Read(lesson);
            expected.Cells[3].Source = "// mine";
            Assert.Equal(expected.ToString(), saved[^1]);
        }

        await UnchangedAsync(saved);
    }

    [Fact]
    public async Task Jupyter_changes_nothing_in_whatever_notebook_this_program_writes()
    {
        var random = new Random(1);

        await UnchangedAsync(Enumerable.Range(0, 300).Select(_ => Notebook.Parse(Any(random)).ToString()));
    }

    private async Task UnchangedAsync(IEnumerable<string> texts)
    {
        var files = texts.Select((text, i) =>
        {
            var path = In($"turn-{i}.ipynb");
            System.IO.File.WriteAllText(path, text);
            return (Path: path, Text: text);
        }).ToList();

        var ran = await kernel.RunAsync("nbformat", "save.py", [.. files.Select(file => file.Path)]);

        Assert.True(ran.ExitStatus == 0, ran.Output + ran.Errors);
        Assert.All(files, file => Assert.Equal(file.Text, System.IO.File.ReadAllText(file.Path)));
    }

    private static string Any(Random random) => new JsonObject
    {
        ["nbformat_minor"] = 5,
        ["nbformat"] = 4,
        ["metadata"] = new JsonObject { [Text(random)] = Value(random, 4), ["signature"] = "old" },
        ["cells"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(i => (JsonNode)new JsonObject
        {
            ["source"] = Text(random),
            ["id"] = $"cell{i}",
            ["cell_type"] = "code",
            ["metadata"] = new JsonObject { ["trusted"] = true, [Text(random)] = Value(random, 3) },
            ["execution_count"] = null,
            ["outputs"] = new JsonArray(
                new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Text(random) },
                new JsonObject
                {
                    ["output_type"] = "display_data",
                    ["metadata"] = new JsonObject(),
                    ["data"] = new JsonObject
                    {
                        ["text/html"] = Text(random),
                        ["image/png"] = new JsonArray("AAAA\n", "BBBB\n"),
                        ["image/svg+xml"] = Text(random),
                        ["application/json"] = Value(random, 4),
                        ["application/vnd.x+json"] = Value(random, 4),
                    },
                }),
        })]),
    }.ToJsonString(new JsonSerializerOptions { MaxDepth = 100 });

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => Text(random),
        1 => JsonNode.Parse(Math.ScaleB(random.NextDouble() - 0.5, random.Next(-80, 80)).ToString("R", CultureInfo.InvariantCulture)),
        2 => JsonNode.Parse(new[] { "1.0", "-0.0", "-0", "0.1", "1e5", "1E-7", "123456789012345678901234567890", "1e22", "0.0001" }[random.Next(9)]),
        3 => random.Next(2) == 0,
        4 => null,
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create($"{Text(random)}{i}", Value(random, depth - 1)))),
    };

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ =>
        new[] { "a", "B", "\n", "\r\n", "\r", "\u2028", "\u0085", "\f", "\u001e", "é", "😀", "\uff5e", "\"", "\\", "<", "\u007f", "\t", "\u0001" }[random.Next(18)]));
}
