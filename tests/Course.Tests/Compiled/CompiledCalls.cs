using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Course.Tests.Compiled;

/// <summary>Who calls what, as the compiled libraries have it: what a search through sources would miss is in it.</summary>
internal static class CompiledCalls
{
    private static readonly Dictionary<int, OpCode> _codes =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xffff);

    /// <summary>The libraries of lib/ that the program is made of.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
    [
        .. Directory.GetFiles(Path.Combine(CourseCommand.Root, "lib"), "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(project) + ".dll")).Where(File.Exists),
    ];

    /// <summary>All calls to members of other assemblies, as "Namespace.Type" → "Namespace.Type.Member". A lambda's caller is the type around it.</summary>
    public static IEnumerable<(string Caller, string Called)> All() => Libraries.SelectMany(Of);

    /// <summary>The functions of native libraries that are called.</summary>
    public static IEnumerable<(string Caller, string Called)> Native() => Libraries.SelectMany(library => Read(library, static (_, reader, caller, method) =>
        method.GetImport() is { Module.IsNil: false } import ? [(caller, reader.GetString(import.Name))] : []));

    private static List<(string Caller, string Called)> Of(string library) => Read(library, static (file, reader, caller, method) =>
        method.RelativeVirtualAddress == 0 ? []
        : Tokens(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader()).Select(token => NameOf(reader, token)).OfType<string>().Select(called => (caller, called)));

    private static List<(string, string)> Read(
        string library, Func<PEReader, MetadataReader, string, MethodDefinition, IEnumerable<(string, string)>> look)
    {
        using var file = new PEReader(File.OpenRead(library));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition).SelectMany(type =>
            type.GetMethods().SelectMany(method => look(file, reader, Outermost(reader, type), reader.GetMethodDefinition(method)).ToList()))];
    }

    private static string Outermost(MetadataReader reader, TypeDefinition type) =>
        type.GetDeclaringType() is { IsNil: false } outer ? Outermost(reader, reader.GetTypeDefinition(outer))
        : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static string? NameOf(MetadataReader reader, EntityHandle token) =>
        token.Kind == HandleKind.MethodSpecification ? NameOf(reader, reader.GetMethodSpecification((MethodSpecificationHandle)token).Method)
        : token.Kind == HandleKind.MemberReference && reader.GetMemberReference((MemberReferenceHandle)token) is { Parent.Kind: HandleKind.TypeReference } member
            && reader.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
            ? $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}.{reader.GetString(member.Name)}"
        : null;

    // ECMA-335, partition III: what follows each instruction.
    private static List<EntityHandle> Tokens(BlobReader code)
    {
        var tokens = new List<EntityHandle>();
        while (code.RemainingBytes > 0)
        {
            var first = (int)code.ReadByte();
            switch (_codes[first == 0xfe ? 0xfe00 | code.ReadByte() : first].OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineTok:
                    tokens.Add(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case var operand:
                    code.Offset += operand switch
                    {
                        OperandType.InlineNone => 0,
                        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                        OperandType.InlineVar => 2,
                        OperandType.InlineI8 or OperandType.InlineR => 8,
                        _ => 4,
                    };
                    break;
            }
        }

        return tokens;
    }
}
