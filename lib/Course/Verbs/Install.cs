using System.CommandLine;
using Course.Doctoring;
using Course.Installing;
using Course.Running;

namespace Course.Verbs;

/// <summary><c>install [--user | --system | --prefix DIR] [--copy] [--remove]</c>.</summary>
internal static class Install
{
    public static Command Command()
    {
        var user = new Option<bool>("--user") { Description = "For you (the default)." };
        var system = new Option<bool>("--system") { Description = "For all users of this machine, a JupyterHub's for instance." };
        var prefix = new Option<string?>("--prefix") { Description = "For the environment in this folder.", HelpName = "DIR" };
        var copy = new Option<bool>("--copy") { Description = "Starts a copy of what is built, so that the course can be built while notebooks are open (on Windows always)." };
        var remove = new Option<bool>("--remove") { Description = "Remove it again." };
        var command = new Command("install", $"Announces the kernel, as {KernelSpec.Name}, to VS Code's Jupyter extension, Jupyter and JupyterHub.")
        {
            user, system, prefix, copy, remove,
        };
        command.Validators.Add(result =>
        {
            if (new Option[] { user, system, prefix }.Count(option => result.GetResult(option) is { Implicit: false }) > 1)
            {
                result.AddError("Give one of --user, --system and --prefix");
            }
        });
        command.SetAction(async (arguments, _) =>
        {
            var kernels = arguments.GetValue(prefix) is { } folder ? JupyterFolders.OfPrefix(folder)
                : arguments.GetValue(system) ? JupyterFolders.OfSystem()
                : JupyterFolders.OfUser();
            if (arguments.GetValue(remove))
            {
                Terminal.Out.Line(Removed(kernels));
                return;
            }

            await MachineCode.MakeAsync().ConfigureAwait(false);
            Terminal.Out.Line(Written(kernels, arguments.GetValue(copy) || OperatingSystem.IsWindows()));
        });
        return command;
    }

    private static string Written(string kernels, bool copy)
    {
        var program = copy ? BuiltProgram.CopyFor(kernels) : BuiltProgram.InPlace;
        return $"Wrote {KernelSpec.Write(kernels, program)}. It starts {(copy ? "a copy of " : "")}the kernel, {Path.GetDirectoryName(program)}: "
            + (CourseFolder.Clone() is null ? $"after an update, install again; before you uninstall it, {OwnProgram.Typed("install --remove")}."
                : copy ? "after building the course again, install again."
                : "after moving the folder, install again.")
            + $"\nFor completion in VS Code: {VsCodeSettings.Mend}.";
    }

    private static string Removed(string kernels)
    {
        BuiltProgram.RemoveCopies(kernels);
        return KernelSpec.RemoveFrom(kernels)
            ? $"Removed {KernelSpec.Name} from {kernels}."
            : $"There is no {KernelSpec.Name} in {kernels}: nothing to remove.";
    }
}
