using System.Text.Json.Nodes;

namespace Course.Tests.Jupyter;

public sealed class TeachingAClass(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Fact]
    public async Task Two_users_of_a_JupyterHub_share_one_announced_kernel_and_nothing_else()
    {
        var ran = await kernel.RunAsync("jupyterhub", "hub.py", Path.GetDirectoryName(kernel.Kernels)!, CourseCommand.Root);

        Assert.True(ran.ExitStatus == 0, ran.Errors);
        var shown = JsonNode.Parse(ran.Output)!;
        Assert.Equal(["", "(3, 3)", "", "42", "6"], shown["ada"]!.AsArray().GetValues<string>());
        Assert.Contains("'mine' does not exist", (string?)shown["ben"]![1], StringComparison.Ordinal);
        Assert.Equal("False", (string?)shown["ben"]![2]); // each in a folder of their own
    }
}
