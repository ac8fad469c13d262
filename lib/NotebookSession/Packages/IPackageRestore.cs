namespace NotebookSession.Packages;

/// <summary>Brings packages and those they need.</summary>
public interface IPackageRestore
{
    /// <summary>The files of a set of packages that fit each other.</summary>
    /// <param name="packages">All packages of the session together.</param>
    /// <param name="sources">Addresses or folders to look in besides the configured ones.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="InvalidOperationException">It didn't work; the message says why.</exception>
    Task<RestoredFiles> RestoreAsync(IEnumerable<PackageReference> packages, IEnumerable<string> sources, CancellationToken stop);
}
