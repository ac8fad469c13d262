using System.Diagnostics;
using NotebookKernel.Wire;
using NotebookSession.Tests.Documents;

namespace NotebookKernel.Tests.Wire;

public sealed class ConnectionFiles : IDisposable
{
    private const string Fine = """{"key":"k","shell_port":1,"control_port":2,"iopub_port":3,"stdin_port":4,"hb_port":5}""";

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "connection.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_address_and_transport_it_means_this_machine()
    {
        System.IO.File.WriteAllText(File, Fine);

        Assert.Equal("tcp://127.0.0.1:3", ConnectionFile.Read(File) is var file ? file.Address(file.IopubPort) : "");
    }

    [Theory]
    [InlineData("", "is no connection file")]
    [InlineData("{", "is no connection file")]
    [InlineData("null", "null is no connection file")]
    [InlineData("[1]", "Array is no connection file")]
    [InlineData("""{"ip":"127.0.0.1"}""", "shell_port is missing")]
    [InlineData("""{"shell_port":1,"shell_port":2}""", "is no connection file")]
    [InlineData("""{"\ud800":1,"\ud801":2}""", "is no connection file")]
    public void What_is_none_says_so(string text, string says) => Assert.Contains(says, Refusal(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("99999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e300")]
    [InlineData("\"53412\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[53412]")]
    [InlineData("{}")]
    public void A_port_is_a_number_that_ports_can_have(string port)
    {
        var says = Refusal(Fine.Replace("\"iopub_port\":3", $"\"iopub_port\":{port}", StringComparison.Ordinal));

        Assert.EndsWith("expected a port, a number from 1 to 65535", says, StringComparison.Ordinal);
        Assert.Contains("iopub_port is ", says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"stdin_port\":4", "\"stdin_port\":2", "the same as control_port")]
    [InlineData("\"key\":\"k\"", "\"key\":5", "key is 5, expected a text")]
    [InlineData("\"key\":\"k\"", "\"key\":\"\\ud800\"", "expected a text")]
    [InlineData("\"key\":\"k\"", "\"ip\":[\"\\u001b[2J\"]", "expected a text")]
    [InlineData("\"key\":\"k\"", "\"transport\":\"ipc\"", "expected \"tcp\"; NetMQ, which carries")]
    [InlineData("\"key\":\"k\"", "\"signature_scheme\":\"hmac-md5\"", "expected \"hmac-sha256\"")]
    public void A_field_that_cannot_be_used_is_named(string field, string wrong, string says) =>
        Assert.Contains(says, Refusal(Fine.Replace(field, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_folder_a_missing_file_and_a_file_without_an_end_are_refused()
    {
        Assert.Contains("a folder", Refused(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("no such file", Refused(File), StringComparison.Ordinal);
        Assert.Contains("longer than", Refusal(new string(' ', 70_000) + Fine), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.Contains("longer than", Refused("/dev/zero"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes have no file names there");
        Process.Start("mkfifo", File).WaitForExit();

        Assert.Contains("nothing comes from it", Refused(File), StringComparison.Ordinal);
    }

    private string Refusal(string text)
    {
        System.IO.File.WriteAllText(File, text);
        return Refused(File);
    }

    private static string Refused(string path)
    {
        var message = Assert.Throws<ConnectionFileException>(() => ConnectionFile.Read(path)).Message;
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain('\e', message);
        return message;
    }
}
