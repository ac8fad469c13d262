using NotebookSession.Compiling;
using NotebookSession.Hosting;
using NotebookSession.Packages;
using NotebookSession.Showing;

namespace NotebookSession.Directives;

/// <summary><c>#r</c> and <c>#i</c>: makes libraries and packages available to the cells from here on.</summary>
internal sealed class References(SessionOptions options, Libraries libraries)
{
    private readonly Dictionary<string, PackageReference> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>A file, the name of one of .NET's own assemblies, or a package.</summary>
    public async Task AddAsync(Directive directive, Source source, CellScope cell)
    {
        if (PackageReference.Is(directive.Argument))
        {
            await AddPackageAsync(directive, cell).ConfigureAwait(false);
        }
        else if (!IsPartOfDotNet(directive.Argument))
        {
            var name = Path.GetFileNameWithoutExtension(directive.Argument);
            var path = Files.TryFind(directive.Argument, source.Folder, options.WorkingDirectory);
            if (path is null && options.Assemblies.Contains(name))
            {
                libraries.AddShared(name); // of two copies it is the one that runs: where it was built another way, the named one may not be there
            }
            else
            {
                libraries.AddFile(path ?? Files.Find(directive, source.Folder, options.WorkingDirectory));
            }
        }
    }

    /// <summary>Where packages are looked for besides the configured sources: an address or a folder.</summary>
    public Task AddSourceAsync(Directive directive, Source source, CellScope cell)
    {
        if (!PackageReference.Is(directive.Argument) || PackageReference.Rest(directive.Argument) is not { Length: > 0 } place)
        {
            throw DirectiveErrors.At(directive, "Expected #i \"nuget: address or folder\".");
        }

        _sources.Add(place.Contains("://", StringComparison.Ordinal) ? place : Path.GetFullPath(Path.Combine(source.Folder, place)));
        return Task.CompletedTask;
    }

    private async Task AddPackageAsync(Directive directive, CellScope cell)
    {
        var package = PackageReference.TryParse(PackageReference.Rest(directive.Argument))
            ?? throw DirectiveErrors.At(directive, "Expected #r \"nuget: Name, version\", for example #r \"nuget: MathNet.Numerics, 5.0.0\".");
        if (options.Assemblies.Contains(package.Name))
        {
            libraries.AddShared(package.Name); // the course's own copy: two would be two different types of the same name
            if (HostAssemblies.VersionOf(package.Name) is var version && package.DiffersFrom(version))
            {
                cell.Outputs.Write("stderr", $"{package.Name} {version} is used, which this kernel is made with, not {package.Version}.\n");
            }

            return;
        }

        if (_packages.TryGetValue(package.Name, out var known) && known.Version != package.Version)
        {
            if (package.Version == PackageReference.Newest)
            {
                return; // any version will do, so the one that is there
            }

            throw DirectiveErrors.At(directive, known.Version == PackageReference.Newest
                ? $"The newest {package.Name} is loaded already. Restart the kernel, then write the version where it is loaded first."
                : $"{package.Name} {known.Version} is loaded already. Restart the kernel to use {package.Version}.");
        }

        // All packages of the session together: only so can NuGet find versions that fit each other.
        var wanted = new Dictionary<string, PackageReference>(_packages, StringComparer.OrdinalIgnoreCase) { [package.Name] = package };
        try
        {
            var restore = options.Packages ?? throw new InvalidOperationException("There are no packages here: the notebook's cells run where none can be fetched.");
            libraries.AddPackages(await restore.RestoreAsync(wanted.Values, _sources, cell.Abort).ConfigureAwait(false));
            _packages[package.Name] = package;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw DirectiveErrors.At(directive, $"{package.Name}, {package.Version}: {error.Message}");
        }
    }

    private bool IsPartOfDotNet(string name) =>
        !name.Contains('/', StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal)
        && (options.Assemblies.References.ContainsKey(name) || options.Assemblies.References.ContainsKey(Path.GetFileNameWithoutExtension(name)));
}
