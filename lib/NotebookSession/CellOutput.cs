using System.Text.Json.Nodes;

namespace NotebookSession;

/// <summary>What a cell shows while it runs, in the order shown. The names are Jupyter's.</summary>
public abstract record CellOutput
{
    private CellOutput()
    {
    }

    /// <summary>The value that it shows, in several formats; null if it shows none.</summary>
    public MimeBundle? Value => this switch
    {
        DisplayData display => display.Data,
        UpdateDisplayData update => update.Data,
        ExecuteResult result => result.Data,
        _ => null,
    };

    /// <summary>Console text. <paramref name="Name"/> is "stdout" or "stderr".</summary>
    public sealed record Stream(string Name, string Text) : CellOutput;

    /// <summary>A displayed value; with a <paramref name="DisplayId"/> it can be updated later.</summary>
    public sealed record DisplayData(MimeBundle Data, string? DisplayId = null) : CellOutput;

    /// <summary>Replaces what every output with this <paramref name="DisplayId"/> shows.</summary>
    public sealed record UpdateDisplayData(MimeBundle Data, string DisplayId) : CellOutput;

    /// <summary>The value of the last expression of the cell with the number <paramref name="Count"/>; null until it is known.</summary>
    public sealed record ExecuteResult(MimeBundle Data, int? Count = null) : CellOutput;

    /// <summary>What ended the cell.</summary>
    public sealed record Error(CellError Failure) : CellOutput;

    /// <summary>Removes what the cell has shown so far; if <paramref name="Wait"/>, when the next output comes.</summary>
    public sealed record ClearOutput(bool Wait) : CellOutput;
}

/// <summary>One value in several formats: MIME type → a string, or a JSON value for types that end in "+json".</summary>
public sealed class MimeBundle : Dictionary<string, JsonNode>
{
    /// <summary>What is said of the value beside its formats, by whoever made it; ours says nothing.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>With the formats in the order of their names, as nbformat writes them.</summary>
    public MimeBundle Sorted()
    {
        var sorted = new MimeBundle { Metadata = Metadata };
        foreach (var (type, content) in this.OrderBy(format => format.Key, StringComparer.Ordinal))
        {
            sorted[type] = content;
        }

        return sorted;
    }
}
