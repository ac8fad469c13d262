using System.Text;

namespace NotebookSession.Showing;

/// <summary>
/// What a cell has shown and nobody has been told yet, without what has been overtaken since: text of one stream is one output,
/// of the updates of a display the last one counts, and what is cleared needs not be shown. For one thread at a time.
/// </summary>
internal sealed class PendingOutputs(OutputLimit limit)
{
    private readonly string _restId = $"rest-{Guid.NewGuid():N}";
    private readonly List<CellOutput> _outputs = [];
    private readonly StringBuilder _text = new(), _openLine = new();
    private OutputBudget _budget = new(limit);
    private string? _stream; // of the last output, if it is text
    private string? _rest;
    private bool _clearNext;

    /// <summary>Whether another display is shown; if not, it is counted.</summary>
    public bool TakesDisplay => _clearNext || _budget.HasDisplays || _budget.CountDisplay();

    /// <summary>Whether nothing but a count is told of what is shown now.</summary>
    public bool IsBeyond => _budget.IsBeyond;

    /// <summary>What was written last without a line end: the question, if a line is read now.</summary>
    public string OpenLine => _openLine.ToString();

    /// <summary>Adds console text.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        ClearIfDue();
        KeepOpenLine(text);
        var begins = stream != _stream;
        if (begins)
        {
            EndText();
            _stream = stream;
        }

        _text.Append(_budget.Take(text, begins));
    }

    /// <summary>Adds any other output.</summary>
    public void Add(CellOutput output)
    {
        switch (output)
        {
            case CellOutput.ClearOutput(Wait: false):
                Clear(wait: false);
                break;
            case CellOutput.ClearOutput when _clearNext:
                break;
            case CellOutput.ClearOutput:
                EndText();
                _outputs.Add(output);
                _clearNext = true;
                break;
            case CellOutput.UpdateDisplayData:
                Update((CellOutput.UpdateDisplayData)_budget.Take(output)!);
                break;
            default:
                ClearIfDue();
                EndText();
                _stream = null;
                _outputs.AddRange(_budget.Take(output) is { } shown ? [shown] : []);
                break;
        }
    }

    /// <summary>All of it, in order.</summary>
    public IReadOnlyList<CellOutput> Take()
    {
        EndText();
        if (_budget.Rest is { } rest && rest != _rest)
        {
            var data = new MimeBundle { ["text/plain"] = rest };
            _outputs.Add(_rest is null ? new CellOutput.DisplayData(data, _restId) : new CellOutput.UpdateDisplayData(data, _restId));
            _rest = rest;
        }

        List<CellOutput> taken = [.. _outputs];
        _outputs.Clear();
        return taken;
    }

    private void ClearIfDue()
    {
        if (_clearNext)
        {
            Clear(wait: true);
        }
    }

    private void Clear(bool wait)
    {
        _text.Clear();
        _outputs.RemoveAll(output => output is not CellOutput.UpdateDisplayData); // those may be of other cells
        _outputs.Add(new CellOutput.ClearOutput(wait));
        (_budget, _rest, _stream, _clearNext) = (new OutputBudget(limit), null, null, false);
    }

    private void EndText()
    {
        if (_text.Length > 0)
        {
            _outputs.Add(new CellOutput.Stream(_stream!, _text.ToString()));
            _text.Clear();
        }
    }

    private void Update(CellOutput.UpdateDisplayData update)
    {
        EndText();
        _outputs.RemoveAll(output => output is CellOutput.UpdateDisplayData(_, var id) && id == update.DisplayId);
        _outputs.Add(update);
    }

    private void KeepOpenLine(ReadOnlySpan<char> text)
    {
        if (text.LastIndexOfAny('\n', '\r') is >= 0 and var end)
        {
            _openLine.Clear();
            text = text[(end + 1)..];
        }

        _openLine.Append(text[..Math.Clamp(limit.Ending - _openLine.Length, 0, text.Length)]);
    }
}
