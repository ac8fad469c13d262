using Mono.Cecil;

namespace NotebookSession.Instrumenting;

/// <summary>
/// What is internal in a cell's library is for the notebook's other cells, and becomes public; the compiler does the same
/// with scripts.
/// </summary>
internal static class InternalNames
{
    /// <summary>Makes them public.</summary>
    public static void Publish(ModuleDefinition module)
    {
        foreach (var type in module.GetTypes().Where(type => !type.Name.StartsWith('<')))
        {
            type.IsPublic |= type.IsNotPublic;
            type.IsNestedPublic |= type.IsNestedAssembly || type.IsNestedFamilyOrAssembly;
            foreach (var method in type.Methods)
            {
                method.IsPublic |= method.IsAssembly || method.IsFamilyOrAssembly;
            }

            foreach (var field in type.Fields)
            {
                field.IsPublic |= field.IsAssembly || field.IsFamilyOrAssembly;
            }
        }
    }
}
