using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NotebookKernel.Execution.Compiling;

/// <summary>One piece of C# that compiled: a link of the chain that later cells see.</summary>
/// <param name="Compilation">What later cells are compiled against.</param>
/// <param name="Root">Its syntax, as the student wrote it.</param>
/// <param name="Assembly">The emitted code, or null if there is none, as in a cell of using directives.</param>
/// <param name="Entry">Runs it; takes the instances of the earlier submissions, adds its own.</param>
/// <param name="HasValue">Whether it ends in an expression to show.</param>
internal sealed record Submission(
    CSharpCompilation Compilation,
    CompilationUnitSyntax Root,
    Assembly? Assembly,
    Func<object?[], Task<object?>> Entry,
    bool HasValue)
{
    /// <summary>What compiles, but hardly is what was meant.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Roslyn gives a slot in the array of instances to every submission that has a member.</summary>
    public bool HasInstance { get; } = Root.Members.Count > 0;

    /// <summary>Whether later cells can see anything of it; if not, it needn't be in the chain.</summary>
    public bool Declares { get; } = Root.Usings.Count > 0
        || Root.Members.Any(member => member is not GlobalStatementSyntax)
        || Root.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax);
}
