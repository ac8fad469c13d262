using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using NotebookSession.Compiling;
using NotebookSession.Languages;
using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary>
/// <c>#!value</c>, <c>#!set</c> and <c>#!share</c>: named texts, and variables that come from elsewhere, as .NET Interactive has them.
/// </summary>
/// <param name="options">The session's.</param>
/// <param name="run">Runs a text as part of the current cell.</param>
/// <param name="chain">C#'s variables.</param>
/// <param name="guests">The other languages, with theirs.</param>
internal sealed partial class Sharing(SessionOptions options, Func<string, Source, CellScope, Task> run, SubmissionChain chain, GuestLanguages guests)
{
    private readonly Dictionary<string, SharedVariable> _values = [];
    private readonly Declaring _declaring = new(run, guests);

    /// <summary>What was declared for the script that comes now.</summary>
    public string TakeForScript() => _declaring.TakeForScript();

    /// <summary>Keeps a text: the part below <c>#!value --name config</c>, or a file's; or what <c>--from-value</c> says.</summary>
    public void Keep(CellPart part, CellScope cell)
    {
        var given = new Options(part.Switch!);
        var name = given["--name"] ?? throw DirectiveErrors.At(part.Switch!, "Which name? Expected #!value --name NAME, and the text below.");
        _values[name] = given["--from-value"] is { } value ? Said(part.Switch!, value, cell) with { InCSharp = null }
            : Text(given["--from-file"] is not { } file ? part.Text
                : Files.Read(part.Switch!, Files.Find(part.Switch! with { Argument = file }, options.WorkingDirectory, options.WorkingDirectory)));
        if (given["--from-url"] is not null)
        {
            throw DirectiveErrors.At(part.Switch!, "--from-url is not done here: download the file, and name it with --from-file.");
        }
    }

    /// <summary><c>#!share --from value config --as settings</c>: what is elsewhere becomes a variable.</summary>
    public Task ShareAsync(Directive directive, Source source, CellScope cell)
    {
        var given = new Options(directive);
        return given.Words is [var name] && given["--from"] is { } from
            ? _declaring.DeclareAsync(directive, given["--as"] ?? name, Find(directive, from, name), source, cell)
            : throw DirectiveErrors.At(directive, "Expected #!share --from KERNEL NAME.");
    }

    /// <summary><c>#!set --name x --value @value:config</c>, or a text, or <c>@input:question</c>.</summary>
    public Task SetAsync(Directive directive, Source source, CellScope cell)
    {
        var given = new Options(directive);
        var (name, value) = (given["--name"], given["--value"]);
        if (name is null || value is null)
        {
            throw DirectiveErrors.At(directive, "Expected #!set --name NAME --value VALUE.");
        }

        return _declaring.DeclareAsync(directive, name, Said(directive, value, cell), source, cell);
    }

    private SharedVariable Said(Directive directive, string value, CellScope cell) =>
        !value.StartsWith('@') ? Text(value)
        : value[1..].Split(':', 2) is not [var from, var what] ? throw DirectiveErrors.At(directive, $"{value}: expected @KERNEL:NAME or @input:QUESTION.")
        : from is "input" or "password" ? Text(cell.ReadLine(new InputRequest(Question(what), IsPassword: from == "password")) ?? "")
        : Find(directive, from, what);

    // Of {"prompt": "Which?", "saveAs": "answer"}, the question: nothing is saved.
    private static string Question(string what) => Prompt().Match(what) is { Success: true } prompt ? prompt.Groups[1].Value : what.Trim('"');

    private SharedVariable Find(Directive directive, string from, string name) => CellLanguages.Named(from) switch
    {
        CellLanguage.CSharp => InCSharp(directive, name),
        CellLanguage.Value => _values.TryGetValue(name, out var text) ? text
            : throw DirectiveErrors.At(directive, $"There is no value {name}. Run the cell with #!value --name {name} first."),
        { } other when guests.Started(other) is { } guest => guest.Find(name) is { } variable ? new SharedVariable(variable)
            : throw DirectiveErrors.At(directive, $"There is no {name} in {CellLanguages.Shown(other)}. Run the cell that declares it first."),
        { } other when guests.MayStart(other) =>
            throw DirectiveErrors.At(directive, $"No part in {CellLanguages.Shown(other)} has run, so it has no {name} to share. Run the cell that declares it first."),
        { } other => throw DirectiveErrors.At(directive, $"{CellLanguages.Shown(other)} is not run here, so it has no {name} to share."),
        null => throw DirectiveErrors.At(directive, $"{from} is the kernel of another program, which is not run here, so it has no {name} to share."),
    };

    private SharedVariable InCSharp(Directive directive, string name) => chain.Variables.FirstOrDefault(variable => variable.Name == name) is { Name: not null } found
        ? new SharedVariable(new Variable(found.Value, found.Type), name)
        : throw DirectiveErrors.At(directive, $"There is no variable {name} in C#. Run the cell that declares it first.");

    [GeneratedRegex("""^\{.*"prompt"\s*:\s*"([^"]*)".*\}$""")]
    private static partial Regex Prompt();

    private static SharedVariable Text(string value) => new(new Variable(value, typeof(string)), SymbolDisplay.FormatLiteral(value, quote: true));
}
