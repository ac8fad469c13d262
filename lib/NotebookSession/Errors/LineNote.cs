using System.Reflection;
using System.Runtime.CompilerServices;

namespace NotebookSession.Errors;

/// <summary>The lines of a cell that an exception has passed on its way up, innermost first.</summary>
/// <param name="Method">Its type and name, as the runtime calls them.</param>
/// <param name="Source">The cell or file.</param>
/// <param name="Line">Counted from 1.</param>
internal sealed record LineNote(string Method, string Source, int Line)
{
    private static readonly ConditionalWeakTable<Exception, List<LineNote>> _notes = [];

    /// <summary>Notes that an exception has passed here.</summary>
    public static void Add(Exception exception, LineNote note)
    {
        var notes = _notes.GetOrCreateValue(exception);
        lock (notes)
        {
            notes.Add(note);
        }
    }

    /// <summary>What has been noted for an exception.</summary>
    public static IReadOnlyList<LineNote> Of(Exception exception) => _notes.TryGetValue(exception, out var notes) ? notes : [];

    /// <summary>Whether it was noted by that method.</summary>
    public bool IsOf(MethodBase method) => Method == $"{method.DeclaringType?.Name}.{method.Name}";
}
