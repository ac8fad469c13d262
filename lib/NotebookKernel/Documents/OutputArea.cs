using System.Text;
using System.Text.Json.Nodes;
using NotebookKernel.Execution;

namespace NotebookKernel.Documents;

/// <summary>
/// Puts what cells show into a notebook, by the rules of Jupyter's output area: consecutive text of one stream is one
/// output, an update replaces every display of its id, in whichever cell it stands. Outputs may come from any thread.
/// </summary>
public sealed class OutputArea
{
    private readonly Dictionary<string, List<JsonObject>> _displays = [];
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private CodeCell? _textCell;
    private string? _textName;
    private CodeCell? _clearNext;
    private bool _closed;

    /// <summary>Adds an output to a cell.</summary>
    public void Show(CodeCell cell, CellOutput output)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }

            if (output is not CellOutput.ClearOutput && _clearNext == cell)
            {
                Clear(cell);
            }

            switch (output)
            {
                case CellOutput.Stream(var name, var text):
                    ShowText(cell, name, text);
                    break;
                case CellOutput.UpdateDisplayData(_, var id):
                    Update(id, OutputJson.ForFile(OutputJson.Write(output))["data"]!);
                    break;
                case CellOutput.ClearOutput(var wait):
                    _clearNext = cell;
                    if (!wait)
                    {
                        Clear(cell);
                    }

                    break;
                default:
                    Append(cell, OutputJson.ForFile(OutputJson.Write(output, cell.ExecutionCount)), (output as CellOutput.DisplayData)?.DisplayId);
                    break;
            }
        }
    }

    /// <summary>Adds the error that ended a cell.</summary>
    public void Show(CodeCell cell, CellError error)
    {
        lock (_lock)
        {
            Append(cell, OutputJson.Write(error));
        }
    }

    /// <summary>Completes what has been shown so far: text is collected, and put into the notebook in one piece.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_textCell is not null)
            {
                var text = new CellOutput.Stream(_textName!, _text.ToString());
                _textCell.Outputs.Add(OutputJson.ForFile(OutputJson.Write(text)));
            }

            _text.Clear();
            _textCell = null;
        }
    }

    /// <summary>Flushes, and takes nothing more: the notebook can be written while a thread of a cell still talks.</summary>
    public void Close()
    {
        lock (_lock)
        {
            Flush();
            _closed = true;
        }
    }

    private void ShowText(CodeCell cell, string name, string text)
    {
        if (cell != _textCell || name != _textName)
        {
            Flush();
            (_textCell, _textName) = (cell, name);
        }

        _text.Append(text);
    }

    private void Append(CodeCell cell, JsonObject output, string? displayId = null)
    {
        Flush();
        cell.Outputs.Add(output);
        if (displayId is not null)
        {
            _displays.TryAdd(displayId, []);
            _displays[displayId].Add(output);
        }
    }

    private void Update(string displayId, JsonNode data)
    {
        foreach (var shown in _displays.GetValueOrDefault(displayId, []))
        {
            shown["data"] = data.DeepClone();
        }
    }

    private void Clear(CodeCell cell)
    {
        Flush();
        cell.Outputs.Clear();
        _clearNext = null;
    }
}
