using System.Text.Json.Nodes;

namespace NotebookSession;

/// <summary>What a cell shows while it runs, in the order shown. The names are Jupyter's.</summary>
public abstract record CellOutput
{
    private CellOutput()
    {
    }

    /// <summary>Console text. <paramref name="Name"/> is "stdout" or "stderr".</summary>
    public sealed record Stream(string Name, string Text) : CellOutput;

    /// <summary>A displayed value; with a <paramref name="DisplayId"/> it can be updated later.</summary>
    public sealed record DisplayData(MimeBundle Data, string? DisplayId = null) : CellOutput;

    /// <summary>Replaces what every output with this <paramref name="DisplayId"/> shows.</summary>
    public sealed record UpdateDisplayData(MimeBundle Data, string DisplayId) : CellOutput;

    /// <summary>The value of the cell's last expression.</summary>
    public sealed record ExecuteResult(MimeBundle Data) : CellOutput;

    /// <summary>Removes what the cell has shown so far; if <paramref name="Wait"/>, when the next output comes.</summary>
    public sealed record ClearOutput(bool Wait) : CellOutput;
}

/// <summary>One value in several formats: MIME type → a string, or a JSON value for types that end in "+json".</summary>
public sealed class MimeBundle : Dictionary<string, JsonNode>;
