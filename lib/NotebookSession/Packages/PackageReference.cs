using System.Text.RegularExpressions;

namespace NotebookSession.Packages;

/// <summary>What <c>#r "nuget: Name, version"</c> asks for.</summary>
/// <param name="Name">The package's id.</param>
/// <param name="Version">A version or a range as NuGet writes them; "*" is the newest release.</param>
public sealed partial record PackageReference(string Name, string Version)
{
    private const string Prefix = "nuget:";

    /// <summary>Whether the argument names a package, or a package source, rather than a file.</summary>
    public static bool Is(string argument) => argument.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The argument without its "nuget:".</summary>
    public static string Rest(string argument) => argument[Prefix.Length..].Trim();

    /// <summary>The version of a reference that names none.</summary>
    public const string Newest = "*";

    /// <summary>Whether it can be that version.</summary>
    public bool Allows(string version) => VersionRange.Has(Version, version);

    /// <summary>Reads "Name" or "Name, version"; null if it is neither.</summary>
    public static PackageReference? TryParse(string text)
    {
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts[0].Length > 0 && parts[0].All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_')
            && Versions().IsMatch(parts.ElementAtOrDefault(1) ?? "")
            ? new PackageReference(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : Newest)
            : null;
    }

    // One version, or a range in brackets.
    [GeneratedRegex(@"^[\[(]?[\w.*+\- ]*(,[\w.*+\- ]*)?[\])]?$")]
    private static partial Regex Versions();
}
