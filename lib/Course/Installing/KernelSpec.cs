using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Course.Running;
using Course.Verbs;
using Files;

namespace Course.Installing;

/// <summary>The folder, <c>csharp-course</c> or of another name, that tells front ends how to start the kernel.</summary>
/// <remarks>jupyter-client.readthedocs.io, "Making kernels": Kernel specs.</remarks>
internal static class KernelSpec
{
    /// <summary>What notebooks call the kernel.</summary>
    public const string Name = "csharp-course";

    /// <summary>What its metadata say of a folder that this command wrote: the version.</summary>
    public const string Marker = "notebookcourse";

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it below a folder of kernels, in one move: a front end sees the old one or the new one.</summary>
    /// <param name="kernels">The folder of kernels.</param>
    /// <param name="program">What it starts.</param>
    /// <param name="name">What notebooks call it: this kernel's own name, or another's that it takes.</param>
    /// <returns>The folder written.</returns>
    public static string Write(string kernels, string program, string name = Name)
    {
        Directory.CreateDirectory(kernels);
        TakenNames.Take(kernels, name);
        var (target, fresh, old) = (Path.Combine(kernels, name), Temporary(kernels), Temporary(kernels));
        Directory.CreateDirectory(fresh);
        try
        {
            AtomicFile.WriteText(Path.Combine(fresh, "kernel.json"), Json(program, name).ToJsonString(_json) + "\n");
            foreach (var logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" })
            {
                using var image = typeof(KernelSpec).Assembly.GetManifestResourceStream(logo)!;
                AtomicFile.Write(Path.Combine(fresh, logo), image);
            }

            if (Directory.Exists(target))
            {
                Directory.Move(target, old);
            }

            Directory.Move(fresh, target);
            return target;
        }
        finally
        {
            Remove(fresh);
            Remove(old);
        }
    }

    private static JsonObject Json(string program, string name) => new()
    {
        ["argv"] = new JsonArray([.. OwnProgram.Command(program), RunKernel.Name, "{connection_file}"]),
        ["display_name"] = name == Name ? "C# (course)" : $"C# (course, as {name})",
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject { ["DOTNET_EnableWriteXorExecute"] = "0" }, // code that is compiled here starts a tenth sooner
        ["metadata"] = new JsonObject { ["debugger"] = false, [Marker] = typeof(KernelSpec).Assembly.GetName().Version!.ToString(3) },
    };

    private static string Temporary(string kernels) => Path.Combine(kernels, $".{Name}-{Path.GetRandomFileName()}");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
