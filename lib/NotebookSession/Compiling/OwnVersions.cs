using Microsoft.CodeAnalysis;
using NotebookSession.Hosting;

namespace NotebookSession.Compiling;

/// <summary>
/// The host's assemblies that a session doesn't share with it, because a package has another version of them. What a package has
/// too and what is made with such a one is the package's as well: otherwise a type would be two, of one name.
/// </summary>
/// <param name="host">The host's.</param>
/// <param name="reference">What cells refer to by a name.</param>
internal sealed class OwnVersions(HostAssemblies host, Func<string, MetadataReference?> reference)
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether that name means the host's.</summary>
    public bool IsHosts(string name) => host.Contains(name) && !_names.Contains(name);

    /// <summary>Whether every cell has it, as .NET and display: of these there is the host's only.</summary>
    public bool IsForAll(string name) => host.References.ContainsKey(name);

    /// <summary>What of the session's own stands where one of the host's must have the host's, in a library made with these; else null.</summary>
    public string? InTheWayOf(params IEnumerable<string> names) =>
        _names.Count == 0 ? null : Within(names).Where(IsHosts).SelectMany(NeedsOfHosts).FirstOrDefault(_names.Contains);

    /// <summary>What cells have got from the host, each with a library of the session that needs it.</summary>
    public IReadOnlyDictionary<string, string> Taken(IEnumerable<string> libraries)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in libraries.Where(name => !IsForAll(name)))
        {
            foreach (var name in Within([library]).Where(IsHosts))
            {
                taken[name] = name == library ? library : taken.GetValueOrDefault(name, library);
            }
        }

        return taken;
    }

    /// <summary>Decides on assemblies that the host has, that packages have too, and that no cell has got yet.</summary>
    /// <param name="files">The packages' files by the assemblies' names.</param>
    /// <param name="asked">Those whose version was asked for.</param>
    public void Add(IReadOnlyDictionary<string, string> files, IReadOnlySet<string> asked)
    {
        var found = files.Where(file => !host.StandsFor(file.Key, file.Value, exactly: asked.Contains(file.Key))).Select(file => file.Key).ToList();
        while (found.Count > 0)
        {
            _names.UnionWith(found);
            found = [.. files.Keys.Where(name => IsHosts(name) && NeedsOfHosts(name).Any(_names.Contains))];
        }
    }

    private IEnumerable<string> NeedsOfHosts(string name) => HostAssemblies.Needs(host.Reference(name));

    // Libraries and all that they are made with.
    private HashSet<string> Within(IEnumerable<string> libraries)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<string>(libraries);
        while (open.TryPop(out var name))
        {
            if (!IsForAll(name) && found.Add(name))
            {
                HostAssemblies.Needs(reference(name)).ToList().ForEach(open.Push);
            }
        }

        return found;
    }
}
