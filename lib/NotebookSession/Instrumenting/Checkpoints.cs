using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>Adds a call of <see cref="InCell.Checkpoint"/> at the start of a method and wherever it jumps back to.</summary>
internal static class Checkpoints
{
    /// <summary>Adds the calls; the offsets must still be those that were read.</summary>
    public static void Add(MethodBody body, InstrumentationCalls calls)
    {
        foreach (var target in body.Instructions.SelectMany(JumpsBack).Distinct().ToList())
        {
            body.InsertAt(target, Instruction.Create(OpCodes.Call, calls.Pass));
        }

        foreach (var allocation in body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Localloc).ToList())
        {
            body.InsertAt(allocation, Instruction.Create(OpCodes.Call, calls.Allocate));
        }

        body.InsertAt(body.Instructions[0], Instruction.Create(OpCodes.Call, calls.Enter));
    }

    /// <summary>Whether an instruction is such a call.</summary>
    public static bool IsOne(Instruction instruction) => instruction.Operand is MethodReference { DeclaringType.Name: nameof(InCell.Checkpoint) };

    private static IEnumerable<Instruction> JumpsBack(Instruction jump) => (jump.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => (Instruction[])[],
    }).Where(target => target.Offset > 0 && target.Offset <= jump.Offset);
}
