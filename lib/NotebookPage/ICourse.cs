using NotebookPage.Live;

namespace NotebookPage;

/// <summary>What a page has to show: a course's notebooks and texts, as they are now. Names may come from an address, so they can't be trusted.</summary>
public interface ICourse
{
    /// <summary>Its title.</summary>
    string Title { get; }

    /// <summary>Why it is not described by its own words; null if it is.</summary>
    string? Problem { get; }

    /// <summary>The notebooks, lessons first.</summary>
    IReadOnlyList<LessonEntry> Lessons();

    /// <summary>The texts that belong to it.</summary>
    IReadOnlyList<TextEntry> Texts();

    /// <summary>"Lesson 2 of 12"; null for a notebook that isn't a lesson.</summary>
    string? PlaceOf(string name);

    /// <summary>Where the notebook of that name is kept; null if there is none.</summary>
    INotebookStore? Find(string name);

    /// <summary>The Markdown of the text of that name; null if there is none.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    Task<string?> TextAsync(string name);

    /// <summary>Takes a notebook of the user's own, under a name that no other has.</summary>
    /// <param name="name">The name that it should have: "mine.ipynb".</param>
    /// <param name="text">Its text (.ipynb).</param>
    /// <returns>The name that it has.</returns>
    /// <exception cref="IOException">It can't be kept.</exception>
    Task<string> AddAsync(string name, string text);

    /// <summary>Removes a notebook of the user's own.</summary>
    /// <exception cref="IOException">It can't be removed.</exception>
    Task RemoveAsync(string name);
}

/// <summary>A notebook, as the list of lessons shows it.</summary>
/// <param name="Name">How it is asked for: "03-vanishing-gradients.ipynb".</param>
/// <param name="Number">The lesson's number; null for a notebook that isn't a lesson.</param>
/// <param name="Title">Its first heading, or its file's name.</param>
/// <param name="Solution">The solved edition's name, "solutions/03-vanishing-gradients.ipynb"; null if there is none.</param>
public sealed record LessonEntry(string Name, int? Number, string Title, string? Solution)
{
    /// <summary>Why it can't be opened, in a few words; null if nothing is known to be wrong with it.</summary>
    public string? Problem { get; init; }
}

/// <summary>A text, as the list shows it.</summary>
/// <param name="Name">How it is asked for.</param>
/// <param name="Title">Its first heading, or its file's name.</param>
/// <param name="Problem">Why it can't be read; null if nothing is known to be wrong with it.</param>
public sealed record TextEntry(string Name, string Title, string? Problem = null);
