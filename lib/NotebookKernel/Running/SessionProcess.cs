using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using NotebookSession;
using NotebookSession.Remote;

namespace NotebookKernel.Running;

/// <summary>
/// A session in a process of its own, so that what ends the process (a stack overflow, no memory left) ends the session
/// only, and what cannot be stopped can be ended. It starts at once; the other side is a <see cref="SessionServer"/>.
/// </summary>
public sealed class SessionProcess : RemoteSession
{
    private static readonly TimeSpan _defaultGrace = TimeSpan.FromSeconds(5);

    private readonly LineFile _line;
    private readonly Process _process;
    private readonly TimeSpan _grace;
    private readonly Task _reading;
    private readonly ErrorStream _errors;
    private readonly Lock _lock = new();
    private CellShow? _shown;
    private string _cell = "";
    private bool _killed;

    /// <summary>Starts the process.</summary>
    /// <param name="start">The program and its arguments, which serves a session on its standard streams.</param>
    /// <param name="grace">How long a cell may take to stop when asked, before the process is ended. Default 5 s.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public SessionProcess(ProcessStartInfo start, TimeSpan? grace = null)
        : base(grace ?? _defaultGrace)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        _line = new LineFile(start);
        _grace = grace ?? _defaultGrace;
        _process = Programs.Start(start);
        _errors = new ErrorStream(_process.StandardError, ShowText);
        _reading = Task.Run(ReadAsync);
        Ended = ExplainAsync();
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <inheritdoc/>
    public override Task<CellError> Ended { get; }

    /// <inheritdoc/>
    protected override Task Gone => _reading;

    /// <inheritdoc/>
    public override async Task<CellResult> RunAsync(CellRequest cell, Action<CellOutput> show, CancellationToken stop = default)
    {
        _cell = cell.Code;
        var shown = _shown = new CellShow(show);
        var result = await base.RunAsync(cell, shown.Show, stop).ConfigureAwait(false);
        if (result is not CellResult.Died)
        {
            await _errors.SettleAsync().ConfigureAwait(false);
            shown.Text.Flush();
        }

        return result;
    }

    /// <summary>Ends the session: kindly, then by force.</summary>
    public override async ValueTask DisposeAsync()
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

    /// <inheritdoc/>
    protected override void Send(SessionMessage message)
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

    /// <inheritdoc/>
    protected override void End()
    {
        _killed = true;
        _process.Kill(entireProcessTree: true);
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            var (text, message) = SessionMessage.Read(line);
            if (text.Length > 0)
            {
                _shown?.Show(new CellOutput.Stream("stdout", text));
            }

            Receive(message);
        }
    }

    // What is no message: of native code, or of programs that the cell has started.
    private void ShowText(string text) => _shown?.Text.Write("stdout", text);

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
