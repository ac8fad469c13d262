using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookSession.Compiling;

/// <summary>
/// The submissions that later cells see, and the instances that hold their variables. What no later cell can see any
/// more, because it was redeclared and nothing visible mentions it, is taken out: the chain is as long as what is
/// declared, however often its cells are run.
/// </summary>
internal sealed class SubmissionChain
{
    private const int Slack = 16;

    private readonly Visibility _visibility = new();
    private readonly Dictionary<string, Assembly> _assemblies = [];
    private List<Submission> _submissions = [];
    private volatile CSharpCompilation? _last; // help with writing reads it while a cell runs
    private object?[] _instances = [null];
    private int _lengthWhenPruned;

    /// <summary>What the next submission is compiled against, or null for the first.</summary>
    public CSharpCompilation? Last => _last;

    /// <summary>The code of the submissions in the chain, by the full names of their assemblies.</summary>
    public IReadOnlyDictionary<string, Assembly> Assemblies => _assemblies;

    /// <summary>The variables that later cells see, by name, with their current values.</summary>
    public IEnumerable<(string Name, object? Value, Type Type)> Variables => _instances
        .OfType<object>()
        .SelectMany(instance => instance.GetType().GetFields().Select(info => (Instance: instance, Info: info)))
        .Where(variable => !variable.Info.Name.StartsWith('<'))
        .GroupBy(variable => variable.Info.Name)
        .Select(named => named.Last())
        .Select(variable => (variable.Info.Name, variable.Info.GetValue(variable.Instance), variable.Info.FieldType));

    /// <summary>The names of variables that were disposed at the end of their cells.</summary>
    public HashSet<string> Disposed { get; } = [];

    /// <summary>The using directives that later cells inherit, but for aliases.</summary>
    public IEnumerable<string> Usings
    {
        get
        {
            for (var cell = _last; cell is not null; cell = cell.ScriptCompilationInfo!.PreviousScriptCompilation)
            {
                foreach (var directive in cell.SyntaxTrees[0].GetCompilationUnitRoot().Usings.Where(directive => directive.Alias is null))
                {
                    yield return directive.ToString();
                }
            }
        }
    }

    /// <summary>The number of submissions that the next one is compiled against.</summary>
    internal int Length => _submissions.Count;

    /// <summary>Makes an assembly known that cells refer to, and that holds no variables.</summary>
    public void AddLibrary(Assembly assembly) => _assemblies[assembly.FullName!] = assembly;

    /// <summary>
    /// Makes a submission visible to later ones, before it runs: what it has assigned when it fails or is stopped,
    /// stays. Returns the array that its entry point fills.
    /// </summary>
    public object?[] Add(Submission submission)
    {
        var instances = _instances;
        if (submission.HasInstance)
        {
            Array.Resize(ref instances, instances.Length + 1);
        }

        if (submission.Declarations.Count > 0)
        {
            _submissions.Add(submission);
            _last = submission.Compilation;
            Disposed.UnionWith(submission.Disposed);
            _visibility.Add(submission);
            _instances = instances;
            if (submission.Assembly is { } assembly)
            {
                AddLibrary(assembly);
            }
        }

        return instances;
    }

    /// <summary>Takes out what has become invisible, now and then; not while a submission is being compiled or run.</summary>
    public void Prune()
    {
        if (_submissions.Count <= 2 * _lengthWhenPruned + Slack)
        {
            return;
        }

        var needed = _visibility.Needed();
        var slot = 0;
        var kept = new List<Submission>();
        List<object?> instances = [null];
        foreach (var submission in _submissions)
        {
            slot += submission.HasInstance ? 1 : 0;
            if (!needed.Contains(submission))
            {
                _assemblies.Remove(submission.Compilation.Assembly.Identity.GetDisplayName());
                continue;
            }

            // The code stays as it was emitted; only what the compiler looks names up in is linked anew.
            submission.Relink(kept.LastOrDefault()?.Compilation);
            kept.Add(submission);
            if (submission.HasInstance)
            {
                instances.Add(_instances[slot]);
            }
        }

        _submissions = kept;
        _last = kept.LastOrDefault()?.Compilation;
        _instances = [.. instances];
        _lengthWhenPruned = kept.Count;
    }
}
