namespace NotebookSession.Documents;

/// <summary>
/// Puts what cells show into a notebook, by the rules of <see cref="ShownOutputs"/>; an update reaches every cell. Outputs
/// may come from any thread.
/// </summary>
public sealed class OutputArea
{
    private readonly Dictionary<CodeCell, ShownOutputs> _shown = [];
    private readonly HashSet<CodeCell> _unwritten = [];
    private readonly Lock _lock = new();
    private bool _closed;

    /// <summary>Adds an output to a cell.</summary>
    public void Show(CodeCell cell, CellOutput output)
    {
        lock (_lock)
        {
            if (output is CellOutput.UpdateDisplayData(var data, var id))
            {
                foreach (var (other, shown) in _shown.ToList())
                {
                    Put(other, shown.Update(id, data));
                }
            }
            else
            {
                Put(cell, Of(cell).Show(output is CellOutput.ExecuteResult result ? result with { Count = cell.ExecutionCount } : output));
            }
        }
    }

    /// <summary>Puts what has been shown so far into the notebook.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            foreach (var cell in _unwritten)
            {
                cell.SetOutputs(_shown[cell]);
            }

            _unwritten.Clear();
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

    private ShownOutputs Of(CodeCell cell) => _shown.GetValueOrDefault(cell) ?? ShownOutputs.Of(cell.Outputs);

    private void Put(CodeCell cell, ShownOutputs outputs)
    {
        if (!_closed && outputs != _shown.GetValueOrDefault(cell))
        {
            _shown[cell] = outputs;
            _unwritten.Add(cell);
        }
    }
}
