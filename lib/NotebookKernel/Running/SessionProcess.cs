using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using NotebookSession;

namespace NotebookKernel.Running;

/// <summary>
/// A session in a process of its own, so that what ends the process (a stack overflow, no memory left) ends the session
/// only, and what cannot be stopped can be ended. It starts at once; the other side is a <see cref="SessionServer"/>.
/// </summary>
public sealed partial class SessionProcess : INotebookSession
{
    private readonly LineFile _line;
    private readonly Process _process;
    private readonly TimeSpan _grace;
    private readonly Task _reading;
    private readonly ErrorStream _errors;
    private readonly List<CellShow> _shows = [];
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource<CellResult> _result = new();
    private string _cell = "";
    private bool _killed;

    /// <summary>Starts the process.</summary>
    /// <param name="start">The program and its arguments, which serves a session on its standard streams.</param>
    /// <param name="grace">How long a cell may take to stop when asked, before the process is ended. Default 5 s.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public SessionProcess(ProcessStartInfo start, TimeSpan? grace = null)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        _line = new LineFile(start);
        _grace = grace ?? TimeSpan.FromSeconds(5);
        _process = Programs.Start(start);
        _errors = new ErrorStream(_process.StandardError, ShowText);
        _reading = Task.Run(ReadAsync);
        Ended = ExplainAsync();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <inheritdoc/>
    public Task<CellError> Ended { get; }

    /// <inheritdoc/>
    public Task Ready => Task.WhenAny(_ready.Task, _reading); // or dead, which the first cell will tell

    /// <inheritdoc/>
    public async Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default)
    {
        if (_reading.IsCompleted)
        {
            return await DiedAsync().ConfigureAwait(false);
        }

        _cell = cell.Code;
        var result = _result = new TaskCompletionSource<CellResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _shows.Add(new CellShow(show));
        }

        Send(new SessionMessage.Execute(_shows.Count - 1, cell));
        using var asked = stop.Register(() => _ = StopAsync(result.Task));
        await Task.WhenAny(result.Task, _reading).ConfigureAwait(false);
        if (!result.Task.IsCompleted)
        {
            return await DiedAsync().ConfigureAwait(false);
        }

        await _errors.SettleAsync().ConfigureAwait(false);
        CellOf(_shows.Count - 1)?.Text.Flush();
        return await result.Task.ConfigureAwait(false);
    }

    /// <summary>Ends the session: kindly, then by force.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        if (await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(_grace)).ConfigureAwait(false) is { } first && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await first.ConfigureAwait(false);
        }

        await Task.WhenAny(Ended, Task.Delay(_grace)).ConfigureAwait(false); // what it asks of the process, it asks before
        _process.Dispose();
        _errors.Dispose();
        _line.Dispose();
    }

    private async Task StopAsync(Task<CellResult> result)
    {
        Send(new SessionMessage.Interrupt());
        await Task.WhenAny(result, _reading, Task.Delay(_grace)).ConfigureAwait(false);
        if (!result.IsCompleted && !_reading.IsCompleted)
        {
            _killed = true;
            _process.Kill(entireProcessTree: true);
        }
    }

    private void Send(SessionMessage message)
    {
        try
        {
            lock (_lock)
            {
                _process.StandardInput.Write(message.Write());
                _process.StandardInput.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The process is gone: reading ends too, and says so.
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var (text, message) = SessionMessage.Read(line);
            if (text.Length > 0)
            {
                CellOf(_shows.Count - 1)?.Show(new CellOutput.Stream("stdout", text));
            }

            switch (message)
            {
                case SessionMessage.Ready:
                    _ready.TrySetResult();
                    break;
                case SessionMessage.Show(var cell, var output):
                    CellOf(cell)?.Show(output);
                    break;
                case SessionMessage.Result(_, var how):
                    _result.TrySetResult(how);
                    break;
                case SessionMessage.Helped(var number, var help):
                    Receive(number, help);
                    break;
                case SessionMessage.Want(var input):
                    Receive(input);
                    break;
            }
        }
    }

    // What is no message: of native code, or of programs that the cell has started.
    private void ShowText(string text) => CellOf(_shows.Count - 1)?.Text.Write("stdout", text);

    private CellShow? CellOf(int cell)
    {
        lock (_lock)
        {
            return _shows.ElementAtOrDefault(cell);
        }
    }

    private async Task<CellResult> DiedAsync() => new CellResult.Died(await Ended.ConfigureAwait(false));

    private async Task<CellError> ExplainAsync()
    {
        await _reading.ConfigureAwait(false);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        const string unstoppable = "the cell could not be stopped, so its session was ended";
        return _killed
            ? new CellError("Unstoppable", unstoppable, [unstoppable])
            : ProcessDeath.Explain(_process.ExitCode, await _errors.LastWords.ConfigureAwait(false), _line.Line, _cell);
    }
}
