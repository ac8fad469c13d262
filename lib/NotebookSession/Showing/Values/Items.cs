using System.Collections;
using System.Runtime.ExceptionServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookSession.Showing.Values;

/// <summary>The first items of a sequence, as many as are shown, and how many come after them.</summary>
/// <param name="Shown">At most <see cref="Formatter.ListExpansionLimit"/> of them.</param>
/// <param name="More">Empty, or words for the rest.</param>
internal sealed record Items(IReadOnlyList<object?> Shown, string More)
{
    private const int MostCounted = 10_000;

    /// <summary>One text an item, and one for the rest.</summary>
    public IEnumerable<string> Texts(Func<object?, string> text) =>
        [.. Shown.Select(text), .. More.Length > 0 ? (string[])[$"... ({More})"] : []];

    /// <summary>Reads the sequence once. What it throws is the cell's own error.</summary>
    /// <exception cref="SequenceException">The sequence failed.</exception>
    public static Items Of(IEnumerable sequence)
    {
        var shown = new List<object?>();
        var more = 0;
        try
        {
            foreach (var item in sequence)
            {
                if (shown.Count < Formatter.ListExpansionLimit)
                {
                    shown.Add(item);
                }
                else if (sequence is ICollection known)
                {
                    more = known.Count - shown.Count;
                    break;
                }
                else if (++more > MostCounted)
                {
                    break;
                }
            }
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new SequenceException(ExceptionDispatchInfo.Capture(error));
        }

        return new Items(shown, more switch
        {
            0 => "",
            > MostCounted when sequence is not ICollection => $"more than {MostCounted} more",
            _ => $"{more} more",
        });
    }
}

/// <summary>The code of a sequence failed while its items were asked for.</summary>
/// <param name="cause">What it threw.</param>
internal sealed class SequenceException(ExceptionDispatchInfo cause) : Exception(cause.SourceException.Message, cause.SourceException)
{
    /// <summary>Throws the error as the sequence did.</summary>
    public void Rethrow() => cause.Throw();
}
