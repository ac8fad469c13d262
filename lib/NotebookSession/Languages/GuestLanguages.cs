using NotebookSession.Compiling;
using NotebookSession.Packages;
using NotebookSession.Showing;

namespace NotebookSession.Languages;

/// <summary>
/// The languages besides C# that parts of cells run in. Each comes by a package, which is restored at the language's first part:
/// a session that has none of it loads nothing for it.
/// </summary>
internal sealed class GuestLanguages(SessionOptions options, Libraries libraries) : IDisposable
{
    private static readonly Dictionary<CellLanguage, (PackageReference Package, Func<RestoredFiles, Libraries, ICellLanguage> Start)> _known = new()
    {
        [CellLanguage.FSharp] = (new("FSharp.Compiler.Service", "43.13.404"), FSharpSession.Start),
        [CellLanguage.PowerShell] = (new("Microsoft.PowerShell.SDK", "7.6.10"), PowerShellSession.Start),
    };

    private readonly Dictionary<CellLanguage, ICellLanguage> _started = [];
    private readonly Dictionary<CellLanguage, string> _missing = [];

    /// <summary>Whether a part in that language will be tried to run.</summary>
    public bool MayStart(CellLanguage language) => _known.ContainsKey(language) && options.Packages is not null && !_missing.ContainsKey(language);

    /// <summary>Why parts in a language are passed over.</summary>
    public string WhyNotRun(CellLanguage language) => $"{CellLanguages.Shown(language)} is not run here: " + (
        _missing.TryGetValue(language, out var reason) ? reason
        : _known.TryGetValue(language, out var known) ? $"it comes by the package {known.Package.Name}, and the notebook's cells run where none can be fetched."
        : "only C#, F# and PowerShell are.");

    /// <summary>The language, if a part in it has run.</summary>
    public ICellLanguage? Started(CellLanguage language) => _started.GetValueOrDefault(language);

    /// <summary>The language, ready to run a part; null if it is not to be had: <see cref="WhyNotRun"/> tells why.</summary>
    public async Task<ICellLanguage?> StartAsync(CellLanguage language, CellScope cell)
    {
        if (!MayStart(language) || Started(language) is not null)
        {
            return Started(language);
        }

        var (package, start) = _known[language];
        try
        {
            var restoring = options.Packages!.RestoreAsync([package], [], cell.Abort);
            await Waiting.TellAsync(
                restoring, $"{CellLanguages.Shown(language)} comes by the package {package.Name} {package.Version}, which is fetched now, this once.\n", cell).ConfigureAwait(false);
            return _started[language] = start(await restoring.ConfigureAwait(false), libraries);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or TypeLoadException or MemberAccessException)
        {
            _missing[language] = $"{package.Name}, {package.Version}: {error.Message.TrimEnd('.')}. Restart the kernel to try again.";
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var language in _started.Values)
        {
            language.Dispose();
        }
    }
}
