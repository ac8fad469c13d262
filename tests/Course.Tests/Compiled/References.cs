using Mono.Cecil;

namespace Course.Tests.Compiled;

/// <summary>What refers to what, as the compiled libraries have it: one project to another, and one folder (the namespace's first word) to another within a project.</summary>
internal static class References
{
    /// <summary>What stands in no folder.</summary>
    public const string Root = "(root)";

    /// <summary>The libraries of lib/, by name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Projects()
    {
        var all = CompiledCalls.Libraries.ToDictionary(path => Path.GetFileNameWithoutExtension(path)!);
        return all.ToDictionary(library => library.Key, library => Read(library.Value, module => (IReadOnlyList<string>)
            [.. module.AssemblyReferences.Select(reference => reference.Name).Where(all.ContainsKey).Order(StringComparer.Ordinal)]));
    }

    /// <summary>The folders of a library, each with those that its types refer to.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Folders(string library) =>
        Read(CompiledCalls.Libraries.Single(path => Path.GetFileNameWithoutExtension(path) == library), module => module.Types
            .Where(type => FolderOf(type, library) is not null)
            .GroupBy(type => FolderOf(type, library)!, type => Mentioned(type).Select(other => FolderOf(other, library)))
            .ToDictionary(folder => folder.Key, folder => (IReadOnlyList<string>)
                [.. folder.SelectMany(others => others).OfType<string>().Where(other => other != folder.Key).Distinct().Order(StringComparer.Ordinal)]));

    /// <summary>The types of all libraries that stand in no other type, but for what compilers make.</summary>
    public static IReadOnlyList<string> Types() => [.. CompiledCalls.Libraries.SelectMany(path => Read(path, module => (IReadOnlyList<string>)
        [.. module.Types.Where(type => char.IsLetter(type.Name[0]) && !IsGenerated(type)).Select(type => type.FullName)]))];

    private static bool IsGenerated(TypeDefinition type) => type.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "EmbeddedAttribute");

    /// <summary>A way from a name back to itself; null if there is none.</summary>
    public static string? Circle(IReadOnlyDictionary<string, IReadOnlyList<string>> arrows) =>
        arrows.Keys.Select(start => Way(arrows, start, start, [])).FirstOrDefault(way => way is not null);

    private static string? Way(IReadOnlyDictionary<string, IReadOnlyList<string>> arrows, string from, string to, HashSet<string> seen) =>
        arrows.GetValueOrDefault(from, []).Where(seen.Add)
            .Select(next => next == to ? $"{from} → {to}" : Way(arrows, next, to, seen) is { } rest ? $"{from} → {rest}" : null)
            .FirstOrDefault(way => way is not null);

    private static T Read<T>(string path, Func<ModuleDefinition, T> look)
    {
        using var module = ModuleDefinition.ReadModule(path);
        return look(module);
    }

    private static string? FolderOf(TypeReference type, string library)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Scope is not (ModuleDefinition or null) ? null
            : type.Namespace == library ? Root
            : type.Namespace.StartsWith($"{library}.", StringComparison.Ordinal) ? type.Namespace[(library.Length + 1)..].Split('.')[0]
            : null;
    }

    private static IEnumerable<TypeReference> Mentioned(TypeDefinition type) =>
    [
        .. type.NestedTypes.SelectMany(Mentioned),
        .. ((TypeReference?[])[type.BaseType, .. type.Interfaces.Select(it => it.InterfaceType), .. type.Fields.Select(field => field.FieldType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType), .. type.Methods.SelectMany(Mentioned)]).SelectMany(Parts),
    ];

    private static IEnumerable<TypeReference?> Mentioned(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. !method.HasBody ? [] : method.Body.Variables.Select(variable => variable.VariableType),
        .. !method.HasBody ? [] : method.Body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference it => [it],
            GenericInstanceMethod it => [it.DeclaringType, .. it.GenericArguments],
            MemberReference it => (TypeReference[])[it.DeclaringType],
            _ => [],
        }),
    ];

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification made => Parts(made.ElementType),
        _ => [type],
    };
}
