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
    private readonly HashSet<string> _told = [];

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
        if (IsHosts(package, cell))
        {
            libraries.AddShared(package.Name);
            return;
        }

        var isKnown = _packages.TryGetValue(package.Name, out var known);
        if (package.Version == PackageReference.Newest && (isKnown || libraries.Has(package.Name)))
        {
            return; // any version will do, so the one that is there
        }

        if (isKnown && known!.Version != package.Version)
        {
            throw DirectiveErrors.At(directive, known.Version == PackageReference.Newest
                ? $"The newest {package.Name} is loaded already. Restart the kernel, then write the version where it is loaded first."
                : $"{package.Name} {known.Version} is loaded already. Restart the kernel to use {package.Version}.");
        }

        // All packages of the session together: only so can NuGet find versions that fit each other.
        var wanted = new Dictionary<string, PackageReference>(_packages, StringComparer.OrdinalIgnoreCase) { [package.Name] = package };
        try
        {
            var restore = options.Packages ?? throw new InvalidOperationException("There are no packages here: the notebook's cells run where none can be fetched.");
            var files = await restore.RestoreAsync(wanted.Values, _sources, cell.Abort).ConfigureAwait(false);
            var kept = libraries.AddPackages(files, wanted.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase));
            _packages[package.Name] = package;
            if (files.Versions.TryGetValue(package.Name, out var found) && !package.Allows(found))
            {
                cell.Outputs.Write("stderr", $"{package.Name} {found} is used: no source has {package.Version}.\n");
            }

            foreach (var version in kept.Where(version => _told.Add(version.Name)))
            {
                cell.Outputs.Write("stderr", version.Line);
            }
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw DirectiveErrors.At(directive, $"{package.Name}, {package.Version}: {error.Message}");
        }
    }

    // The kernel's copy is shared if it will do, or if there can't be another: beside it, that would be a second type of each name.
    private bool IsHosts(PackageReference package, CellScope cell)
    {
        var name = package.Name;
        if (!libraries.Own.IsHosts(name) || libraries.Own.InTheWayOf(name) is not null)
        {
            return false;
        }

        var version = HostAssemblies.VersionOf(name);
        if (package.Allows(version))
        {
            return true;
        }

        var user = libraries.Own.IsForAll(name) || options.Packages is null ? "this kernel" : libraries.References.Taken.GetValueOrDefault(name);
        if (user is not null)
        {
            cell.Outputs.Write("stderr", new KeptVersion(name, version, user, package.Version).Line);
        }

        return user is not null;
    }

    private bool IsPartOfDotNet(string name) =>
        !name.Contains('/', StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal)
        && (options.Assemblies.References.ContainsKey(name) || options.Assemblies.References.ContainsKey(Path.GetFileNameWithoutExtension(name)));
}
