using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>Puts instructions where others stand.</summary>
internal static class Insertion
{
    /// <summary>
    /// Inserts instructions such that whatever points to the place (jumps, lines, protected regions) comes to them first.
    /// </summary>
    public static void InsertAt(this MethodBody body, Instruction place, params ReadOnlySpan<Instruction> inserted)
    {
        var moved = Instruction.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand, moved.Offset) = (place.OpCode, place.Operand, place.Offset);
        (place.OpCode, place.Operand) = (inserted[0].OpCode, inserted[0].Operand);
        var index = body.Instructions.IndexOf(place);
        foreach (var instruction in inserted[1..])
        {
            body.Instructions.Insert(++index, instruction);
        }

        body.Instructions.Insert(index + 1, moved);
    }
}
