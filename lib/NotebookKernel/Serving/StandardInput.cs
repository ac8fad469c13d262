using System.Text.Json.Nodes;
using NotebookKernel.Wire;
using NotebookSession;

namespace NotebookKernel.Serving;

/// <summary>Lines that a cell asks the user for: the session wants one, the front end that sent the cell is asked, and answers.</summary>
internal sealed class StandardInput
{
    private readonly INotebookSession _session;
    private readonly Channels _channels;
    private volatile Message? _asking;

    public StandardInput(INotebookSession session, Channels channels)
    {
        (_session, _channels) = (session, channels);
        session.InputWanted += Ask;
    }

    /// <summary>The request whose cell runs.</summary>
    public Message AskingFor
    {
        set => _asking = value;
    }

    /// <summary>An answer came in.</summary>
    public void Receive(Message message)
    {
        if (message.Type == "input_reply")
        {
            _session.Answer((string?)message.Content["value"] ?? "");
        }
    }

    private void Ask(InputRequest? wanted)
    {
        if (wanted is not null && _asking is { } request)
        {
            _channels.Ask(request, new JsonObject { ["prompt"] = wanted.Prompt, ["password"] = wanted.IsPassword });
        }
    }
}
