using NotebookSession.Showing;

namespace NotebookSession.InCell;

/// <summary>A value that is shown, and can be shown anew in the same place.</summary>
public sealed class DisplayedValue
{
    private readonly string _id;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string id, string[] mimeTypes)
    {
        _id = id;
        _mimeTypes = mimeTypes;
    }

    /// <summary>Shows another value, or the same one changed, where this one was shown.</summary>
    public void Update(object? value)
    {
        if (CellScope.Current is { } cell)
        {
            cell.Outputs.Show(new CellOutput.UpdateDisplayData(Mime.Bundle(value, cell.Session.Options, _mimeTypes), _id));
        }
    }
}
