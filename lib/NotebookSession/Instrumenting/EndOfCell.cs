using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>Where a cell ends, well or not: it hands its context on.</summary>
internal static class EndOfCell
{
    /// <summary>Adds the call, if the method is the cell's own code.</summary>
    public static void Add(MethodDefinition method, InstrumentationCalls calls)
    {
        if (method.Name != "MoveNext" || !method.DeclaringType.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal))
        {
            return;
        }

        var editor = method.Body.GetILProcessor();
        foreach (var end in method.Body.Instructions.Where(CompletesTheTask).ToList())
        {
            editor.InsertBefore(end, editor.Create(OpCodes.Call, calls.KeepContext));
        }
    }

    private static bool CompletesTheTask(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "SetResult" or "SetException", DeclaringType.Name: "AsyncTaskMethodBuilder`1" };
}
