using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Course.Tests.Compiled;

namespace Course.Tests;

/// <summary>Reads the course's assemblies: whatever calls another way to write a file than AtomicFile has a reason that stands here.</summary>
public sealed class OneWayToWrite
{
    private static readonly string[] _ways =
    [
        "File.WriteAll", "File.AppendAll", "File.AppendText", "File.Create", "File.OpenWrite", "File.Open", "File.Copy", "File.Move", "File.Replace",
        "FileInfo.Create", "FileInfo.AppendText", "FileInfo.Open", "FileInfo.CopyTo", "FileInfo.MoveTo", "FileInfo.Replace",
        "FileStream..ctor", "StreamWriter..ctor", "MemoryMappedFile.CreateFromFile", "ZipFile.", "ZipFileExtensions.", "XmlWriter.Create",
    ];

    private static readonly Dictionary<string, string> _reasons = new()
    {
        ["Files.AtomicFile"] = "the one way",
        ["Course.Installing.MachineCode"] = "a claim: it is empty, and gone when its program ends",
        ["Course.Doctoring.Machine"] = "whether a file could be written: it is empty, and gone at once",
        ["Course.Folders"] = "copies of files, with their times",
        ["NotebookSession.Documents.PlainFile"] = "reads",
        ["NotebookKernel.Running.LineFile"] = "four bytes that two processes share",
        ["NotebookKernel.Running.StandardHandles"] = "standard input and output, which are no files",
        ["NotebookSession.UserFolder"] = "whether a file could be written: it is empty, and gone at once",
        ["NotebookSession.Hosting.FileAssemblies"] = "reads, so that what it reads may be replaced",
    };

    [Fact]
    public void Nothing_in_the_course_writes_a_file_another_way_but_for_the_reasons_named_here()
    {
        var found = CompiledCalls.Libraries.SelectMany(WritersIn).ToHashSet();

        Assert.Equal(_reasons.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> WritersIn(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var ways = reader.MemberReferences.Where(handle => IsWay(reader, reader.GetMemberReference(handle)))
            .Select(handle => MetadataTokens.GetToken(handle)).ToHashSet();
        foreach (var method in reader.MethodDefinitions.Select(reader.GetMethodDefinition).Where(method => method.RelativeVirtualAddress > 0))
        {
            var code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            if (Enumerable.Range(0, Math.Max(0, code.Length - 3)).Any(at => ways.Contains(BitConverter.ToInt32(code, at))))
            {
                yield return Outermost(reader, method.GetDeclaringType());
            }
        }
    }

    private static bool IsWay(MetadataReader reader, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference
        && reader.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
        && $"{reader.GetString(type.Name)}.{reader.GetString(member.Name)}" is var name
        && reader.GetString(type.Namespace).StartsWith("System.", StringComparison.Ordinal)
        && name is not ("File.OpenRead" or "File.OpenText")
        && _ways.Any(way => name.StartsWith(way, StringComparison.Ordinal));

    // A lambda's or an iterator's code is in a nested type.
    private static string Outermost(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Outermost(reader, outer)
            : $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }
}
