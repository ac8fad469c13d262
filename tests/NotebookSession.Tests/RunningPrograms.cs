using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace NotebookSession.Tests;

/// <summary>
/// Valid programs, by the number of the proposal or the public report that they are about, in our own words. Each gives its
/// value in a session, and the same in plain Roslyn scripting.
/// </summary>
public sealed class RunningPrograms
{
    private static readonly ScriptOptions _plain = ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithReferences(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path))) // read once, not for each program
        .WithImports("System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text",
            "System.Threading", "System.Threading.Tasks");

    public static TheoryData<string, string, string> Programs { get; } =
        [.. Directory.GetFiles(Folder(), "*.csx").Order().SelectMany(Read)];

    [Fact]
    public void There_are_two_hundred() => Assert.InRange(Programs.Count, 200, 10_000);

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_gives_its_value_here_and_in_plain_scripting(string about, string value, string code)
    {
        await using var notebook = new TestSession();
        var ran = (await notebook.RunAsync(code)).Succeeded();
        var plain = await CSharpScript.EvaluateAsync(code, _plain, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((about, value, value), (about, Convert.ToString(plain, CultureInfo.InvariantCulture), ran.Value));
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Read(string file) =>
        File.ReadAllText(file).Split("//// ", StringSplitOptions.RemoveEmptyEntries).Select(program =>
        {
            var (head, code) = (program[..program.IndexOf('\n', StringComparison.Ordinal)], program[(program.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            var arrow = head.IndexOf(" => ", StringComparison.Ordinal);
            return new TheoryDataRow<string, string, string>(head[..arrow], head[(arrow + 4)..], code.TrimEnd('\n'));
        });

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Programs");
}
