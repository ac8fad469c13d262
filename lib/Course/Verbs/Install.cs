using System.CommandLine;
using System.Text.RegularExpressions;
using Course.Doctoring;
using Course.Installing;
using Course.Running;

namespace Course.Verbs;

/// <summary><c>install [--user | --system | --prefix DIR] [--as NAME] [--copy] [--remove]</c>.</summary>
internal static partial class Install
{
    public static Command Command()
    {
        var user = new Option<bool>("--user") { Description = "For you (the default)." };
        var system = new Option<bool>("--system") { Description = "For all users of this machine, a JupyterHub's for instance." };
        var prefix = new Option<string?>("--prefix") { Description = "For the environment in this folder.", HelpName = "DIR" };
        var copy = new Option<bool>("--copy") { Description = "Starts a copy of what is built, so that the course can be built while notebooks are open (on Windows always)." };
        var name = new Option<string>("--as")
        {
            Description = "Take the name of another kernel, such as .net-csharp, so that notebooks which ask for it open with this one. What had the name is kept until --remove.",
            HelpName = "NAME",
            DefaultValueFactory = _ => KernelSpec.Name,
        };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !JupyterName().IsMatch(token.Value))
            {
                result.AddError($"--as {token.Value}: expected a kernel's name, of letters, digits, points, lines and underscores");
            }
        });
        var remove = new Option<bool>("--remove") { Description = "Remove it again, under each of its names or, with --as, under that one." };
        var command = new Command("install", $"Announces the kernel, as {KernelSpec.Name}, to VS Code's Jupyter extension, Jupyter and JupyterHub.")
        {
            user, system, prefix, name, copy, remove,
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
                Terminal.Out.Line(Removed(kernels, arguments.GetResult(name) is { Implicit: false } ? [arguments.GetValue(name)!] : null));
                return;
            }

            await MachineCode.MakeAsync().ConfigureAwait(false);
            Terminal.Out.Line(Written(kernels, arguments.GetValue(name)!, arguments.GetValue(copy) || OperatingSystem.IsWindows()));
        });
        return command;
    }

    private static string Written(string kernels, string name, bool copy)
    {
        var program = copy ? BuiltProgram.CopyFor(kernels) : BuiltProgram.InPlace;
        foreach (var other in TakenNames.In(kernels).Where(other => other != name))
        {
            KernelSpec.Write(kernels, program, other); // an earlier copy is gone
        }

        return $"Wrote {KernelSpec.Write(kernels, program, name)}. It starts {(copy ? "a copy of " : "")}the kernel, {Path.GetDirectoryName(program)}: "
            + (CourseFolder.Clone() is null ? $"after an update, install again; before you uninstall it, {OwnProgram.Typed("install --remove")}."
                : copy ? "after building the course again, install again."
                : "after moving the folder, install again.")
            + $"\nFor completion in VS Code: {VsCodeSettings.Mend}.";
    }

    private static string Removed(string kernels, IReadOnlyList<string>? names)
    {
        var removed = (names ?? TakenNames.In(kernels)).Where(name => TakenNames.GiveBack(kernels, name)).ToList();
        if (TakenNames.In(kernels).Count == 0)
        {
            BuiltProgram.RemoveCopies(kernels);
        }

        return removed.Count > 0
            ? $"Removed {string.Join(", ", removed)} from {kernels}."
            : $"There is no {string.Join(", ", names ?? [KernelSpec.Name])} of this kernel in {kernels}: nothing to remove.";
    }

    // jupyter_client, kernelspec.py.
    [GeneratedRegex("^(?![.]{1,2}$)[A-Za-z0-9._-]+$")]
    private static partial Regex JupyterName();
}
