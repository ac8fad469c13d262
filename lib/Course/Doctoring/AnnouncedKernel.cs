using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Installing;
using Course.Running;
using Course.Verbs;

namespace Course.Doctoring;

/// <summary>The kernelspec that VS Code and Jupyter start the kernel by: there, and of programs that are there.</summary>
internal static class AnnouncedKernel
{
    private static string Install => OwnProgram.Typed("install");

    public static Finding Look()
    {
        var spec = JupyterFolders.Searched().Select(folder => Path.Combine(folder, KernelSpec.Name, "kernel.json")).FirstOrDefault(File.Exists);
        return spec is null ? new Finding("Kernel", Condition.Optional, "not announced to VS Code and Jupyter", Install)
            : Programs(spec) is not [.., var kernel] programs ? new Finding("Kernel", Condition.Wrong, $"{spec} cannot be read", Install)
            : programs.Find(program => Path.IsPathRooted(program) && !File.Exists(program)) is { } gone
                ? new Finding("Kernel", Condition.Wrong, $"{spec} starts {gone}, which is not there", Install)
            : BuiltProgram.IsCurrent(kernel, KernelsOf(spec)) ? new Finding("Kernel", Condition.Fine, spec)
            : BuiltProgram.IsCopy(kernel, KernelsOf(spec)) ? new Finding("Kernel", Condition.Optional, $"starts a copy of an earlier build: {kernel}", $"{Install} --copy")
            : new Finding("Kernel", Condition.Optional, $"announced from another folder: {kernel}", Install);
    }

    // …/kernels/csharp-course/kernel.json
    private static string KernelsOf(string spec) => Path.GetDirectoryName(Path.GetDirectoryName(spec))!;

    // What stands before `kernel`: dotnet and the course's library, or a program that needs no dotnet.
    private static List<string>? Programs(string spec)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(spec))?["argv"]?.AsArray().GetValues<string>().TakeWhile(word => word != RunKernel.Name).ToList();
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
