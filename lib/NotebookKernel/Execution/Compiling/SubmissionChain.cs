using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Execution.Compiling;

/// <summary>The submissions that later cells see, and the instances that hold their variables.</summary>
internal sealed class SubmissionChain
{
    private readonly List<Submission> _submissions = [];
    private readonly Dictionary<string, Assembly> _assemblies = [];
    private object?[] _instances = [null];

    /// <summary>What the next submission is compiled against, or null for the first.</summary>
    public CSharpCompilation? Last => _submissions.LastOrDefault()?.Compilation;

    /// <summary>The code of the submissions in the chain, by assembly name.</summary>
    public IReadOnlyDictionary<string, Assembly> Assemblies => _assemblies;

    /// <summary>The variables that later cells see, by name, with their current values.</summary>
    public IEnumerable<(string Name, object? Value, Type Type)> Variables => _instances
        .OfType<object>()
        .SelectMany(instance => instance.GetType().GetFields().Select(info => (Instance: instance, Info: info)))
        .Where(variable => !variable.Info.Name.StartsWith('<'))
        .GroupBy(variable => variable.Info.Name)
        .Select(named => named.Last())
        .Select(variable => (variable.Info.Name, variable.Info.GetValue(variable.Instance), variable.Info.FieldType));

    /// <summary>Makes an assembly known that cells refer to, and that holds no variables.</summary>
    public void AddLibrary(Assembly assembly) => _assemblies[assembly.GetName().Name!] = assembly;

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

        if (submission.Declares)
        {
            _submissions.Add(submission);
            if (submission.Assembly is { } assembly)
            {
                AddLibrary(assembly);
            }

            _instances = instances;
        }

        return instances;
    }
}
