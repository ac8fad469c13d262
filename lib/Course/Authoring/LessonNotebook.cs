using System.Text.Json.Nodes;
using NotebookSession.Documents;

namespace Course.Authoring;

/// <summary>Makes the notebook of a lesson's source.</summary>
public static class LessonNotebook
{
    /// <summary>What VS Code asks before it runs the first cell. It says README without a link, for other courses may have none.</summary>
    internal const string InVsCode = "In VS Code, the first time: trust the folder, press *Run All*, and choose *Jupyter Kernel…*, then *C# (course)*. "
        + "README has the setting for completion.";

    /// <summary>The notebook. Cells whose source has not changed keep the outputs that they have in <paramref name="existing"/>.</summary>
    /// <param name="course">All lessons in order, for the links to the neighbours.</param>
    /// <param name="lesson">The one to make.</param>
    /// <param name="edition">For the student, or solved.</param>
    /// <param name="existing">What the file holds now, if there is one.</param>
    public static Notebook Make(
        IReadOnlyList<LessonSource> course, LessonSource lesson, Edition edition, Notebook? existing = null)
    {
        var navigation = Navigation.Line(course, lesson, edition);
        var notebook = new Notebook();
        notebook.Metadata["kernelspec"] = Kernel();
        notebook.Metadata["language_info"] = LanguageInfo.CSharp();
        notebook.Add(new MarkdownCell($"{edition.Prose(lesson.Cells[0].Text)}\n\n{navigation}\n\n{InVsCode}", lesson.Cells[0].Id));
        foreach (var cell in lesson.Cells.Skip(1))
        {
            notebook.Add(cell switch
            {
                SourceCell.Code code => new CodeCell(edition.Code(code.Text), code.Id, code.Tags is [] ? null : code.Tags),
                SourceCell.Prose { Anchor: true } => new MarkdownCell($"<a id=\"{cell.Id}\"></a>\n\n{edition.Prose(cell.Text)}", cell.Id),
                _ => new MarkdownCell(edition.Prose(cell.Text), cell.Id),
            });
        }

        notebook.Add(new MarkdownCell(navigation, "navigation"));
        foreach (var cell in notebook.CodeCells)
        {
            cell.Metadata["vscode"] = LanguageInfo.OfCellInVsCode();
        }

        KeepOutputs(existing, notebook);
        return notebook;
    }

    private static void KeepOutputs(Notebook? existing, Notebook notebook)
    {
        var before = existing?.CodeCells.Where(cell => cell.Id is not null).ToDictionary(cell => cell.Id!) ?? [];
        foreach (var cell in notebook.CodeCells)
        {
            if (before.TryGetValue(cell.Id!, out var old) && old.Source == cell.Source)
            {
                cell.ExecutionCount = old.ExecutionCount;
                cell.Json["outputs"] = old.Outputs.DeepClone();
            }
        }
    }

    private static JsonObject Kernel() => new()
    {
        ["display_name"] = "C# (course)",
        ["language"] = "C#",
        ["name"] = "csharp-course",
    };
}
