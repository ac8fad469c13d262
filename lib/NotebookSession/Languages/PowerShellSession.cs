using System.Collections.ObjectModel;
using System.Reflection;
using NotebookSession.Compiling;
using NotebookSession.Packages;
using NotebookSession.Showing;

namespace NotebookSession.Languages;

/// <summary>PowerShell, in a runspace of its own. Only its names are known here: it comes by a package.</summary>
internal sealed class PowerShellSession : ICellLanguage
{
    private const string Engine = "System.Management.Automation";
    private const int Width = 120; // characters; a page has no console that could tell

    // A page has no console that could be asked, either.
    private const string Prelude = """
        $PSStyle.OutputRendering = 'PlainText'
        function Read-Host([string] $Prompt, [switch] $AsSecureString, [switch] $MaskInput) {
            $asked = $Prompt ? "${Prompt}: " : ''
            $line = [Microsoft.DotNet.Interactive.Kernel]::GetInputAsync($asked, $AsSecureString -or $MaskInput ? 'password' : 'text').Result
            $AsSecureString ? [Net.NetworkCredential]::new('', $line).SecurePassword : $line
        }
        """;

    private readonly Assembly _engine;
    private readonly PowerShellErrors _errors;
    private readonly dynamic _runspace;
    private readonly HashSet<string> _own;

    private PowerShellSession(Assembly engine)
    {
        _engine = engine;
        _errors = new PowerShellErrors(engine);
        _runspace = engine.GetType($"{Engine}.Runspaces.RunspaceFactory", throwOnError: true)!.GetMethod("CreateRunspace", [])!.Invoke(null, null)!;
        _runspace.ThreadOptions = (dynamic)Named("Runspaces.PSThreadOptions", "UseCurrentThread");
        _runspace.Open();
        Shell().AddScript(Prelude, false).Invoke();
        _own = [.. Names()];
    }

    /// <inheritdoc/>
    public bool KnowsAllTypes => true;

    /// <inheritdoc/>
    public IEnumerable<(string Name, object? Value, Type Type)> Variables =>
        from name in Names()
        where !_own.Contains(name)
        let variable = Find(name) ?? new Variable(null, typeof(object))
        select (name, variable.Value, variable.Type);

    /// <summary>Makes the package's engine one of the session's libraries, and starts it.</summary>
    public static ICellLanguage Start(RestoredFiles files, Libraries libraries)
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1"); // what a class does is nobody else's business
        libraries.AddPackages(files with { Compile = [.. files.Compile.Where(file => Path.GetFileNameWithoutExtension(file) == Engine)] }, new HashSet<string>());
        return new PowerShellSession(libraries.Load(new AssemblyName(Engine))!);
    }

    /// <inheritdoc/>
    public Variable? Run(string text, string source, CellScope cell)
    {
        _errors.Require(text);
        var shell = Shell();
        using var disposing = (IDisposable)shell;
        dynamic script = shell.AddScript(text, false);
        script.Commands.Commands[0].MergeMyResults((dynamic)Named("Runspaces.PipelineResultTypes", "Information"), (dynamic)Named("Runspaces.PipelineResultTypes", "Output"));
        script.AddCommand("Out-String").AddParameter("Stream").AddParameter("Width", Width);
        using var stopping = cell.Abort.Register(() => script.BeginStop(null, null));
        var failed = new List<object>();
        try
        {
            script.Invoke<string>(null, new Lines(cell));
        }
        catch (Exception) when (cell.Abort.IsCancellationRequested)
        {
            throw new OperationCanceledException(cell.Abort);
        }
        catch (Exception error) when (error.GetType().Assembly == _engine)
        {
            failed.Add(((dynamic)error).ErrorRecord);
        }

        failed.InsertRange(0, ToldOf(script.Streams, cell));
        return failed.Count == 0 ? null : throw new CellException(_errors.Report(failed, text));
    }

    /// <inheritdoc/>
    public Variable? Find(string name)
    {
        object? value = _runspace.SessionStateProxy.GetVariable(name);
        var held = value?.GetType() is { Name: "PSObject" } type ? type.GetProperty("BaseObject")!.GetValue(value) : value;
        var shared = held?.GetType().Name == "PSCustomObject" ? value : held; // it is nothing without its properties
        return shared is null ? null : new Variable(shared, shared.GetType());
    }

    /// <inheritdoc/>
    public void Declare(string name, Variable variable, CellScope cell) => _runspace.SessionStateProxy.SetVariable(name, variable.Value);

    /// <inheritdoc/>
    public void Dispose() => ((IDisposable)_runspace).Dispose();

    // Writes warnings, and what other programs wrote as errors; the rest are statements that failed.
    private static List<object> ToldOf(dynamic streams, CellScope cell)
    {
        var failed = new List<object>();
        foreach (var warning in streams.Warning)
        {
            cell.Outputs.Write("stderr", $"WARNING: {warning.Message}\n");
        }

        foreach (var error in streams.Error)
        {
            if (((string)error.FullyQualifiedErrorId).StartsWith("NativeCommandError", StringComparison.Ordinal))
            {
                cell.Outputs.Write("stderr", $"{error.Exception.Message}\n");
            }
            else
            {
                failed.Add(error);
            }
        }

        return failed;
    }

    private dynamic Shell()
    {
        dynamic shell = _engine.GetType($"{Engine}.PowerShell", throwOnError: true)!.GetMethod("Create", [])!.Invoke(null, null)!;
        shell.Runspace = _runspace;
        return shell;
    }

    private Collection<string> Names() => Shell().AddScript("(Get-Variable -Scope Global).Name", false).Invoke<string>();

    private object Named(string type, string value) => Enum.Parse(_engine.GetType($"{Engine}.{type}", throwOnError: true)!, value);

    // Lines are written as they come.
    private sealed class Lines(CellScope cell) : Collection<string>
    {
        protected override void InsertItem(int index, string item) => cell.Outputs.Write("stdout", item.TrimEnd() + "\n");
    }
}
