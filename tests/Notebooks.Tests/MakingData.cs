using Lectures.Recurrent.Data;

namespace Notebooks.Tests;

public sealed class MakingData
{
    private static readonly string _folder = Path.Combine(CourseNotebooks.Root, "data");

    public static TheoryData<DataFile> Files => [.. DataFile.All];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_can_be_made_again_to_the_byte(DataFile file)
    {
        var path = Path.GetTempFileName();
        try
        {
            file.Write(path, _ => { }, TestContext.Current.CancellationToken);

            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_folder, file.Name))));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_README_tells_of_each_file_and_its_size()
    {
        var readme = File.ReadAllLines(Path.Combine(_folder, "README.md"));
        var files = Directory.GetFiles(_folder).Select(path => new FileInfo(path)).Where(file => file.Name != "README.md").ToList();

        Assert.Equal(DataFile.All.Select(file => file.Name).Order(), files.Select(file => file.Name).Order());
        Assert.All(files, file => Assert.Contains(readme, line =>
            line.StartsWith($"| [{file.Name}]({file.Name}) |", StringComparison.Ordinal)
            && line.Contains($"| {Math.Round(file.Length / 1000.0)} KB |", StringComparison.Ordinal)));
    }
}
