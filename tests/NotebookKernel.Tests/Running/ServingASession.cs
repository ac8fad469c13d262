using System.IO.Pipelines;
using System.Text;
using NotebookKernel.Running;
using NotebookSession;
using NotebookSession.Remote;
using NotebookSession.Tests.Notebooks;

namespace NotebookKernel.Tests.Running;

public sealed class ServingASession : IAsyncDisposable
{
    private readonly Pipe _to = new(), _from = new();
    private readonly Stream _requests;
    private readonly StreamReader _replies;
    private readonly TaskCompletionSource _warmUp = new();
    private readonly SessionServer _server;
    private readonly Task _serving;

    public ServingASession()
    {
        (_requests, _replies) = (_to.Writer.AsStream(), new StreamReader(_from.Reader.AsStream()));
        _server = new SessionServer(new ScriptedSession(), _to.Reader.AsStream(), _from.Writer.AsStream(), Stream.Null);
        _serving = _server.RunAsync(_warmUp.Task);
    }

    [Fact]
    public async Task What_a_cell_shows_comes_before_how_it_ended()
    {
        await SendAsync(new SessionMessage.Execute(4, new CellRequest("print é 😀\u2028\nnext")));

        Assert.Equal(new SessionMessage.Show(4, new CellOutput.Stream("stdout", "é 😀\u2028\nnext")), await NextAsync());
        Assert.Equal(new SessionMessage.Result(4, new CellResult.Success()), await NextAsync());
    }

    [Fact]
    public async Task The_other_side_hears_when_the_session_is_warm()
    {
        _warmUp.SetResult();

        Assert.IsType<SessionMessage.Ready>(await NextAsync());
    }

    [Fact]
    public async Task An_interrupt_stops_the_running_cell()
    {
        await SendAsync(new SessionMessage.Execute(0, new CellRequest("wait")));
        await NextAsync();
        await SendAsync(new SessionMessage.Interrupt());

        Assert.IsType<CellResult.Stopped>(Assert.IsType<SessionMessage.Result>(await NextAsync()).How);
    }

    [Fact]
    public async Task A_fault_of_the_engine_is_an_answer_too()
    {
        await SendAsync(new SessionMessage.Execute(0, new CellRequest("throw out")));

        Assert.Equal("out", Assert.IsType<SessionMessage.Result>(await NextAsync()).How.Failure!.Message);
    }

    [Fact]
    public async Task Help_is_given_while_a_cell_runs()
    {
        await SendAsync(new SessionMessage.Execute(0, new CellRequest("wait")));
        await NextAsync();
        await SendAsync(new SessionMessage.Ask(7, HelpWanted.Description, "Math.Pow", 6));

        var helped = Assert.IsType<SessionMessage.Helped>(await NextAsync());
        Assert.Equal(7, helped.Question);
        Assert.Contains("double Pow(double x, double y)", helped.Help!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_asked_for_and_comes_back()
    {
        await SendAsync(new SessionMessage.Execute(0, new CellRequest("ask name?")));
        Assert.Equal(new SessionMessage.Want(new InputRequest("name?", IsPassword: true)), await NextAsync());
        await SendAsync(new SessionMessage.Answer("Ada"));

        Assert.Equal(new SessionMessage.Want(null), await NextAsync());
        Assert.Equal(new SessionMessage.Show(0, new CellOutput.Stream("stdout", "Ada")), await NextAsync());
    }

    [Fact]
    public async Task A_cell_that_is_stopped_waits_for_no_line()
    {
        await SendAsync(new SessionMessage.Execute(0, new CellRequest("ask name?")));
        await NextAsync();
        await SendAsync(new SessionMessage.Interrupt());

        Assert.Equal(new SessionMessage.Want(null), await NextAsync());
        Assert.IsType<CellResult.Stopped>(Assert.IsType<SessionMessage.Result>(await NextAsync()).How);
    }

    [Fact]
    public async Task Serving_ends_with_the_other_side_even_while_a_cell_hangs()
    {
        await SendAsync(new SessionMessage.Execute(0, new CellRequest("hang")));
        await _to.Writer.CompleteAsync();

        await _serving.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _to.Writer.CompleteAsync();
        await _serving;
        _replies.Dispose();
    }

    private async Task SendAsync(SessionMessage message) => await _requests.WriteAsync(Encoding.UTF8.GetBytes(message.Write()));

    private async Task<SessionMessage?> NextAsync() =>
        SessionMessage.Read((await _replies.ReadLineAsync(TestContext.Current.CancellationToken))!).Message;
}
