using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;
using NotebookSession;
using NotebookSession.InCell;
using NotebookSession.Showing;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// What every cell can call by its name alone, or after <c>Kernel.</c>. The names, with the namespace, are those of .NET
/// Interactive, so that notebooks written for it find them.
/// </summary>
[SuppressMessage("Style", "IDE1006", Justification = "display, javascript and password are the names that C# notebooks know.")]
[SuppressMessage("Naming", "CA1708", Justification = "Notebooks write both javascript and Javascript.")]
public static class Kernel
{
    /// <summary>Shows a value at once, in the formats that its type prefers or in those given.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">Formats such as "text/html" or "text/plain"; none: the type's own.</param>
    public static DisplayedValue display(object? value, params string[] mimeTypes)
    {
        if (CellScope.Current is not { } cell)
        {
            throw new InvalidOperationException("display shows a value in a notebook, but no cell has run yet.");
        }

        var id = cell.Session.NextDisplayId();
        if (cell.Outputs.TakesDisplay)
        {
            cell.Outputs.Show(new CellOutput.DisplayData(Mime.Bundle(value, cell.Session.Options, mimeTypes), id));
        }

        return new DisplayedValue(id, mimeTypes);
    }

    /// <summary>Text that is HTML: shown as such when it is displayed or the cell's last value.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Shows a script, which the front end runs.</summary>
    public static DisplayedValue javascript(string script) => display(HTML($"<script type=\"text/javascript\">{script}</script>"));

    /// <summary>Shows a script, which the front end runs.</summary>
    public static DisplayedValue Javascript(string script) => javascript(script);

    /// <summary>Shows a style sheet, which counts for the whole notebook page.</summary>
    public static DisplayedValue CSS(string rules) => display(HTML($"<style>{rules}</style>"));

    /// <summary>Asks the user for a line that is hidden while it is typed; null where there is nobody to ask.</summary>
    public static string? password(string prompt = "Password: ") =>
        CellScope.Current?.ReadLine(new InputRequest(prompt, IsPassword: true));

    /// <summary>Asks the user for a line; empty where there is nobody to ask.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="typeHint">What is wanted; "password" hides the line while it is typed.</param>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        Task.FromResult(CellScope.Current?.ReadLine(new InputRequest(prompt, IsPassword: typeHint == "password")) ?? "");

    /// <summary>Asks the user for a line that is hidden while it is typed; empty where there is nobody to ask.</summary>
    public static Task<PasswordString> GetPasswordAsync(string prompt = "") =>
        Task.FromResult(new PasswordString(password(prompt) ?? ""));

    /// <summary>Removes what the cell has shown so far; with <paramref name="wait"/>, when the next output comes.</summary>
    public static void ClearOutput(bool wait = false) => CellScope.Current?.Outputs.Show(new CellOutput.ClearOutput(wait));
}
