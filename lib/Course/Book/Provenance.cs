using System.Globalization;
using Course.Store;

namespace Course.Book;

/// <summary>When a book was made, and of what.</summary>
/// <param name="Made">When.</param>
/// <param name="Commit">The commit's short name; null if there is none.</param>
/// <param name="Changed">Whether files differ from the commit's.</param>
public sealed record Provenance(DateTimeOffset Made, string? Commit, bool Changed)
{
    /// <summary>What git says now of the course that this program was built from.</summary>
    public static Provenance Now()
    {
        var commit = CourseCommit.Own;
        return new Provenance(TimeProvider.System.GetLocalNow(), commit?.Name, commit?.IsChanged == true);
    }

    /// <summary>The line that stands at the foot of each page.</summary>
    public override string ToString()
    {
        var day = Made.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return $"Made on {day}, {(Commit is null ? "not from a git repository" : $"from commit {Commit}{(Changed ? ", with changes since" : "")}")}";
    }
}
