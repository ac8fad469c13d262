using AngleSharp.Dom;

namespace NotebookPage.Rendering;

/// <summary>Of all that a form can do, a stranger's can only let one choose among several, and tells nobody.</summary>
internal static class Choices
{
    /// <summary>Takes all else away.</summary>
    /// <returns>Whether there was nothing else.</returns>
    public static bool Keep(IElement body)
    {
        var isWhole = true;
        foreach (var input in body.QuerySelectorAll("input:not([type='radio']), input[form]"))
        {
            input.Remove();
            isWhole = false;
        }

        foreach (var named in body.QuerySelectorAll("[name]:not(input)")) // its name would be one of the document's
        {
            named.RemoveAttribute("name");
            isWhole = false;
        }

        foreach (var form in body.QuerySelectorAll("form:not([method='dialog'])"))
        {
            form.SetAttribute("method", "dialog"); // it is in none, so that nothing is sent
            isWhole = false;
        }

        return isWhole;
    }
}
