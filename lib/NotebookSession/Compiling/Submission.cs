using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookSession.Compiling;

/// <summary>One piece of C# that compiled: a link of the chain that later cells see.</summary>
internal sealed class Submission(CSharpCompilation compilation, CompilationUnitSyntax root)
{
    /// <summary>What later cells are compiled against.</summary>
    public CSharpCompilation Compilation { get; private set; } = compilation;

    /// <summary>Its syntax, as the student wrote it.</summary>
    public CompilationUnitSyntax Root { get; } = root;

    /// <summary>The emitted code, or null if there is none, as in a cell of using directives.</summary>
    public Assembly? Assembly { get; init; }

    /// <summary>Runs it; takes the instances of the earlier submissions, adds its own.</summary>
    public Func<object?[], Task<object?>> Entry { get; init; } = _ => Task.FromResult<object?>(null);

    /// <summary>Whether it ends in an expression to show. Asked only where its value is null, so that most needn't know.</summary>
    public Func<bool> HasValue { get; init; } = () => false;

    /// <summary>The variables that are declared with using, in the order of the text.</summary>
    public IReadOnlyList<string> Disposed { get; init; } = [];

    /// <summary>What compiles, but hardly is what was meant.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What later cells can see of it; if nothing, it needn't be in the chain.</summary>
    public IReadOnlyList<Declaration> Declarations { get; } = Compiling.Declarations.Of(root);

    /// <summary>Roslyn gives a slot in the array of instances to every submission that has a member.</summary>
    public bool HasInstance => Root.Members.Count > 0;

    /// <summary>Disposes what it has declared with using, the last first, however it has ended.</summary>
    /// <param name="instances">What its entry point has filled.</param>
    public async ValueTask EndAsync(object?[] instances)
    {
        foreach (var name in Disposed.Reverse())
        {
            var value = instances[^1]?.GetType().GetField(name)?.GetValue(instances[^1]);
            if (value is IAsyncDisposable later)
            {
                await later.DisposeAsync();
            }
            else
            {
                (value as IDisposable)?.Dispose();
            }
        }
    }

    /// <summary>Puts it behind another submission than it was compiled behind.</summary>
    public void Relink(CSharpCompilation? previous)
    {
        if (Compilation.ScriptCompilationInfo is { } info && info.PreviousScriptCompilation != previous)
        {
            Compilation = Compilation.WithScriptCompilationInfo(info.WithPreviousScriptCompilation(previous));
        }
    }
}
