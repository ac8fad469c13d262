using System.Text;
using System.Text.Json.Nodes;

namespace NotebookSession.Showing;

/// <summary>What a cell may still show, and a count of what it has shown beyond. For one thread at a time.</summary>
internal sealed class OutputBudget(OutputLimit limit)
{
    private readonly Dictionary<string, int> _sizes = [];
    private readonly StringBuilder _ending = new();
    private int _lines, _characters, _displays, _data;
    private long _moreLines, _moreCharacters, _moreDisplays;

    /// <summary>Whether another display is shown.</summary>
    public bool HasDisplays => _displays < limit.Displays;

    /// <summary>Whether something has been counted only.</summary>
    public bool IsBeyond => _moreDisplays + _moreCharacters > 0;

    /// <summary>What is said of all that is beyond; null if nothing is.</summary>
    public string? Rest
    {
        get
        {
            var displays = _moreDisplays > 0 ? $"… {OutputLimit.Count(_moreDisplays, "more display")}" : "";
            var text = _moreCharacters > 0 ? OutputLimit.Rest(_moreLines, _moreCharacters, limit.Last(_ending.ToString())) : "";
            return displays.Length + text.Length == 0 ? null : string.Join('\n', new[] { displays, text }.Where(part => part.Length > 0));
        }
    }

    /// <summary>The part of a text that is shown; the rest is counted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="begins">Whether it begins an output of its own.</param>
    public ReadOnlySpan<char> Take(ReadOnlySpan<char> text, bool begins)
    {
        var isBeyond = _moreCharacters > 0 || (begins && !HasDisplays);
        _displays += begins && !isBeyond ? 1 : 0;
        var taken = isBeyond ? 0 : OutputLimit.Within(text, limit.Lines - _lines, limit.Characters - _characters);
        var shown = text[..taken];
        var rest = text[taken..];
        _characters += taken;
        _lines += shown.Count('\n');
        _moreCharacters += rest.Length;
        _moreLines += rest.Count('\n');
        _ending.Append(rest[^Math.Min(rest.Length, limit.Ending)..]);
        if (_ending.Length > 4 * limit.Ending)
        {
            _ending.Remove(0, _ending.Length - limit.Ending);
        }

        return shown;
    }

    /// <summary>A display, or an update of one, without the formats that are too long; null if it isn't shown.</summary>
    public CellOutput? Take(CellOutput output)
    {
        switch (output)
        {
            case CellOutput.UpdateDisplayData(var data, var id):
                _data -= _sizes.GetValueOrDefault(id);
                return new CellOutput.UpdateDisplayData(Fit(data, id), id);
            case CellOutput.DisplayData(var data, var id):
                return CountDisplay() ? new CellOutput.DisplayData(Fit(data, id), id) : null;
            case CellOutput.ExecuteResult result:
                return result with { Data = Fit(result.Data, null) };
            default:
                return output;
        }
    }

    /// <summary>Counts a display that is not even formatted.</summary>
    public bool CountDisplay()
    {
        _moreDisplays += HasDisplays ? 0 : 1;
        return _displays++ < limit.Displays;
    }

    /// <summary>How many characters there are to tell.</summary>
    public static int Length(CellOutput output) => output is CellOutput.Stream(_, var text) ? text.Length : output.Value?.Values.Sum(Length) ?? 0;

    private MimeBundle Fit(MimeBundle data, string? id)
    {
        var fitting = new MimeBundle();
        var before = _data;
        foreach (var (type, whole) in data.OrderBy(format => format.Key == "text/plain" ? 0 : 1))
        {
            var value = type == "text/plain" ? limit.Cut(whole.ToString()) : whole;
            var length = Length(value);
            if (length <= limit.Data - _data || Transient.Is(value))
            {
                fitting[type] = value;
                _data += Transient.Is(value) ? 0 : length;
            }
            else
            {
                var size = $"({type} of {OutputLimit.Count(length, "character")}: too long to be shown)";
                fitting["text/plain"] = fitting.TryGetValue("text/plain", out var plain) ? $"{plain}\n{size}" : size;
            }
        }

        if (id is not null)
        {
            _sizes[id] = _data - before;
        }

        return fitting;
    }

    private static int Length(JsonNode value) =>
        value is JsonValue text && text.TryGetValue<string>(out var words) ? words.Length : value.ToJsonString().Length;
}
