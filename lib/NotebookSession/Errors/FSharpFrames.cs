using System.Reflection;

namespace NotebookSession.Errors;

/// <summary>The code of parts in F#, as stack traces have it.</summary>
internal static class FSharpFrames
{
    /// <summary>Whether an assembly is such code.</summary>
    public static bool Has(Assembly assembly) => assembly.GetName().Name!.StartsWith("FSI-ASSEMBLY", StringComparison.Ordinal);

    /// <summary>A method of such code, as the student knows it: empty for what stands in the cell itself.</summary>
    public static string NameOf(MethodBase method) => method.DeclaringType switch
    {
        _ when method.Name == "main@" => "",
        { Name: var function } when function.Contains('@', StringComparison.Ordinal) => function.Split('@')[0], // a class for a lambda, or for a function in a function
        { DeclaringType: not null } type => $"{TypeNames.Of(type)}.{method.Name}",
        _ => method.Name,
    };
}
