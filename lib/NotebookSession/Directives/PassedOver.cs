using System.Text.RegularExpressions;

namespace NotebookSession.Directives;

/// <summary>The parts of cells in languages that are not run here: a later cell may miss what they declare.</summary>
internal sealed partial class PassedOver
{
    private readonly List<CellPart> _parts = [];

    /// <summary>Notes a part, and tells what there is to show instead of it.</summary>
    public MimeBundle Add(CellPart part, string reason)
    {
        _parts.Add(part);
        return new MimeBundle { ["text/plain"] = $"{reason} This part was passed over." };
    }

    /// <summary>The error, with a word on each name that it misses and that one of the parts has.</summary>
    public CellError Explain(CellError error) => error with
    {
        Traceback =
        [
            .. error.Traceback,
            .. error.Traceback.SelectMany(line => Missing().Matches(line)).Select(match => match.Groups["name"].Value).Distinct()
                .Select(name => (Name: name, Part: _parts.FindLast(part => Regex.IsMatch(part.Text, $@"\b{Regex.Escape(name)}\b"))))
                .Where(found => found.Part is not null)
                .Select(found => $"    Hint: {found.Name} stands in a part in {CellLanguages.Shown(found.Part!.Language)}, which is not run here."),
        ],
    };

    [GeneratedRegex(@"error CS(0103|0246): .*?'(?<name>\w+)'")]
    private static partial Regex Missing();
}
