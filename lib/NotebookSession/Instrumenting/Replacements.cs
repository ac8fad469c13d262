using Mono.Cecil;
using Mono.Cecil.Cil;
using NotebookSession.InCell;

namespace NotebookSession.Instrumenting;

/// <summary>Calls that would end the process, and with it the notebook's variables, throw instead.</summary>
internal static class Replacements
{
    private static readonly Dictionary<string, Delegate> _byName = new()
    {
        ["System.Void System.Environment::Exit(System.Int32)"] = ForbiddenCalls.Exit,
        ["System.Void System.Environment::FailFast(System.String)"] = (Action<string?>)ForbiddenCalls.FailFast,
        ["System.Void System.Environment::FailFast(System.String,System.Exception)"] = (Action<string?, Exception?>)ForbiddenCalls.FailFast,
        ["System.Void System.Diagnostics.Process::Kill()"] = (Action<System.Diagnostics.Process>)ForbiddenCalls.Kill,
        ["System.Void System.Diagnostics.Process::Kill(System.Boolean)"] = (Action<System.Diagnostics.Process, bool>)ForbiddenCalls.Kill,
    };

    /// <summary>Replaces them.</summary>
    public static void Apply(MethodBody body, InstrumentationCalls calls)
    {
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Operand is MethodReference { DeclaringType.Namespace: "System" or "System.Diagnostics" } called
                && instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Ldftn
                && _byName.TryGetValue(called.FullName, out var instead))
            {
                instruction.OpCode = instruction.OpCode.Code == Code.Ldftn ? OpCodes.Ldftn : OpCodes.Call;
                instruction.Operand = calls.Import(instead);
            }
        }
    }
}
