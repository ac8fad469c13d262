using System.Text.Json.Nodes;
using NotebookKernel.Execution;
using NotebookKernel.Wire;

namespace NotebookKernel.Serving;

/// <summary>Lines that a cell asks the user for.</summary>
internal sealed class StandardInput(Channels channels)
{
    private volatile Message? _asking;
    private volatile TaskCompletionSource<string>? _waiting;

    /// <summary>The request that may ask now; null where the front end allows no input.</summary>
    public Message? AskingFor
    {
        set => _asking = value;
    }

    /// <summary>Asks, and waits for the answer or the stop.</summary>
    public string? ReadLine(InputRequest wanted, CancellationToken stop)
    {
        if (_asking is not { } request)
        {
            throw new InvalidOperationException("This cell asks for input, and the front end that runs it allows none.");
        }

        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting = answer;
        channels.Ask(request, new JsonObject { ["prompt"] = wanted.Prompt, ["password"] = wanted.IsPassword });
        answer.Task.Wait(stop);
        return answer.Task.Result;
    }

    /// <summary>An answer came in.</summary>
    public void Receive(Message message)
    {
        if (message.Type == "input_reply")
        {
            _waiting?.TrySetResult((string?)message.Content["value"] ?? "");
        }
    }
}
