using System.Text.Json.Nodes;

namespace Course.Tests.Compiled;

public sealed class ListingDependencies
{
    [Fact]
    public async Task Every_package_in_the_program_is_listed_with_its_version_and_license()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Path.GetDirectoryName(CourseCommand.Program)!;
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "dependencies.md"), stop);
        var listed = lines.Skip(2).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => $"{cells[1]}/{cells[2]}", cells => cells[3]);

        var program = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "Course.deps.json"), stop))!;
        var packages = program["libraries"]!.AsObject().Where(library => (string?)library.Value!["type"] == "package").Select(library => library.Key).ToList();
        var withFiles = program["targets"]!.AsObject().Single().Value!.AsObject()
            .Where(library => library.Value!["runtime"] is not null && packages.Contains(library.Key)).Select(library => library.Key);

        Assert.Subset(listed.Keys.ToHashSet(), withFiles.ToHashSet());
        Assert.Contains(listed.Keys, name => name.StartsWith("BlazorMonaco/", StringComparison.Ordinal));
        Assert.All(listed.Values, license => Assert.NotEmpty(license));
        Assert.Equal("MIT", listed.Single(package => package.Key.StartsWith("MathNet.Numerics/", StringComparison.Ordinal)).Value);
    }
}
