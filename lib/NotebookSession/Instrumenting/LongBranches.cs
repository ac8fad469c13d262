using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>Short jumps reach 127 bytes, which may not be enough once something is inserted.</summary>
internal static class LongBranches
{
    private static readonly Dictionary<Code, OpCode> _long = new()
    {
        [Code.Br_S] = OpCodes.Br,
        [Code.Brfalse_S] = OpCodes.Brfalse,
        [Code.Brtrue_S] = OpCodes.Brtrue,
        [Code.Beq_S] = OpCodes.Beq,
        [Code.Bge_S] = OpCodes.Bge,
        [Code.Bgt_S] = OpCodes.Bgt,
        [Code.Ble_S] = OpCodes.Ble,
        [Code.Blt_S] = OpCodes.Blt,
        [Code.Bne_Un_S] = OpCodes.Bne_Un,
        [Code.Bge_Un_S] = OpCodes.Bge_Un,
        [Code.Bgt_Un_S] = OpCodes.Bgt_Un,
        [Code.Ble_Un_S] = OpCodes.Ble_Un,
        [Code.Blt_Un_S] = OpCodes.Blt_Un,
        [Code.Leave_S] = OpCodes.Leave,
    };

    /// <summary>Replaces them by the long ones.</summary>
    public static void Expand(MethodBody body)
    {
        foreach (var instruction in body.Instructions)
        {
            instruction.OpCode = _long.GetValueOrDefault(instruction.OpCode.Code, instruction.OpCode);
        }
    }
}
