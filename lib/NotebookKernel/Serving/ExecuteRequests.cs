using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NotebookKernel.Wire;
using NotebookSession;
using NotebookSession.Documents;

namespace NotebookKernel.Serving;

/// <summary>Runs the cells that front ends send.</summary>
internal sealed class ExecuteRequests(INotebookSession session, Channels channels, StandardInput input)
{
    private readonly ConcurrentDictionary<Message, bool> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Message, bool> _aborted = new(ReferenceEqualityComparer.Instance);
    private volatile CancellationTokenSource? _running;
    private int _count;

    /// <summary>The cells run so far.</summary>
    public History History { get; } = new();

    /// <summary>A request has come in, and waits for its turn.</summary>
    public void Received(Message request)
    {
        if (request.Type == "execute_request")
        {
            _waiting[request] = true;
        }
    }

    /// <summary>Stops the cell that runs, if one does.</summary>
    public void Interrupt()
    {
        try
        {
            _running?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended.
        }
    }

    /// <summary>Runs a request's code, and answers.</summary>
    public async Task<JsonObject> AnswerAsync(Message request)
    {
        _waiting.TryRemove(request, out _);
        if (_aborted.TryRemove(request, out _))
        {
            return Replies.Aborted();
        }

        var content = request.Content;
        var code = (string)content["code"]!;
        var silent = (bool?)content["silent"] ?? false;
        var counts = !silent && ((bool?)content["store_history"] ?? true);
        _count += counts ? 1 : 0;
        if (!silent)
        {
            channels.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _count }, request);
        }

        string? value = null;
        var shown = FrontEndOutputs.For(request, Publish);
        input.AskingFor = request;
        using var stop = new CancellationTokenSource();
        _running = stop;
        var result = await session.RunAsync(new CellRequest(code, counts, (bool?)content["allow_stdin"] ?? false), Show, stop.Token).ConfigureAwait(false);
        shown.End();
        if (counts)
        {
            History.Add(_count, code, value);
        }

        JsonObject reply;
        if (result.Failure is { } error)
        {
            if (!silent)
            {
                Publish(new CellOutput.Error(Colored(error)));
            }

            AbortWaiting((bool?)content["stop_on_error"] ?? true);
            reply = Replies.Error(error, ("execution_count", _count), ("user_expressions", new JsonObject()));
        }
        else
        {
            var expressions = await EvaluateAsync(content["user_expressions"] as JsonObject ?? [], stop.Token).ConfigureAwait(false);
            reply = Replies.Ok(("execution_count", _count), ("user_expressions", expressions), ("payload", new JsonArray()));
        }

        _running = null;
        return reply;

        void Show(CellOutput output)
        {
            value = output is CellOutput.ExecuteResult(var data, _) && data.TryGetValue("text/plain", out var text) ? text.ToString() : value;
            if (!silent)
            {
                shown.Show(output);
            }
        }

        void Publish(CellOutput output)
        {
            var (type, message) = IopubMessages.Of(output, _count);
            channels.Publish(type, message, request);
        }
    }

    // What a front end has sent on the assumption that this cell succeeds.
    private void AbortWaiting(bool stopOnError)
    {
        foreach (var request in stopOnError ? _waiting.Keys : [])
        {
            _aborted[request] = true;
        }
    }

    private async Task<JsonObject> EvaluateAsync(JsonObject expressions, CancellationToken stop)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions)
        {
            MimeBundle? value = null;
            var cell = new CellRequest((string)expression!, Counts: false, TakesInput: false);
            var result = await session.RunAsync(cell, output => value = (output as CellOutput.ExecuteResult)?.Data ?? value, stop).ConfigureAwait(false);
            values[name] = result.Failure is { } error
                ? Replies.Error(error)
                : Replies.Ok(("data", OutputJson.Data(value ?? [])), ("metadata", new JsonObject()));
        }

        return values;
    }

    // The first line in red, carets too; the rest as it is.
    private static CellError Colored(CellError error) => error with
    {
        Traceback = [.. error.Traceback.Select((line, i) => i == 0 || line.Trim() is ['^', ..] ? $"\u001b[31m{line}\u001b[0m" : line)],
    };
}
