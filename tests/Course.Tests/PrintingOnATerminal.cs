using System.Text.Json.Nodes;

namespace Course.Tests;

/// <summary>A terminal obeys what it is sent; a stranger's file may say nothing to it.</summary>
public sealed class PrintingOnATerminal
{
    private const string Clipboard = "\e]52;c;ZXZpbA==\a", Clear = "\e[2J\u009b2J", Turned = "\u202egnp.\u2066", Hidden = "\u200b\r\b";
    private const string All = Clipboard + Clear + Turned + Hidden;

    [Theory]
    [InlineData("first line")]
    [InlineData("error")]
    [InlineData("traceback")]
    [InlineData("cell_type")]
    [InlineData("language")]
    [InlineData("outputs")]
    [InlineData("file name")]
    public async Task What_a_file_holds_is_spelled_out(string place)
    {
        using var folder = new CourseFolder();
        var name = place == "file name" ? $"x{Clear}{Turned}.ipynb" : "x.ipynb";
        var code = place switch
        {
            "first line" => $"// {All}\n1",
            "error" => "throw new System.Exception(\"" + string.Concat(All.Select(c => $"\\u{(int)c:x4}")) + "\");",
            "traceback" => $"#r \"{All.Replace("\r", "", StringComparison.Ordinal)}.dll\"",
            _ => "1",
        };
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = place == "cell_type" ? All : "code",
                ["execution_count"] = null,
                ["id"] = "a",
                ["metadata"] = new JsonObject(),
                ["outputs"] = place != "outputs" ? [] : new JsonArray(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = All }),
                ["source"] = code,
            }),
            ["metadata"] = place != "language" ? [] : new JsonObject { ["language_info"] = new JsonObject { ["name"] = All } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        await File.WriteAllTextAsync(folder[name], notebook.ToJsonString(), TestContext.Current.CancellationToken);

        var (_, output, errors) = await folder.RunAsync(name, "--check");

        Assert.DoesNotContain(output + errors, character =>
            character is not '\n' && (char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format));
        Assert.Contains(@"\u", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_spelled_out_too()
    {
        using var folder = new CourseFolder();

        Assert.DoesNotContain('\e', (await folder.RunAsync($"none{Clear}.ipynb")).Errors);
        Assert.DoesNotContain('\e', (await CourseCommand.RunAsync(folder.Path, $"open{Clear}")).Errors);
        Assert.DoesNotContain('\e', (await CourseCommand.RunAsync(folder.Path, "kernel", $"none{Clear}.json")).Errors);
    }
}
