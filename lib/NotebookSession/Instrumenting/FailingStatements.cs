using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>The statements of a method that may throw: all that calls, divides, reads through a reference, …</summary>
internal static class FailingStatements
{
    /// <summary>The first instruction of each, with its line.</summary>
    public static List<(Instruction Start, int Line)> Of(MethodDefinition method)
    {
        var places = new List<(Instruction, int)>();
        var lines = method.DebugInformation.GetSequencePointMapping();
        (Instruction, int)? statement = null;
        foreach (var instruction in method.Body.Instructions)
        {
            if (lines.TryGetValue(instruction, out var point))
            {
                statement = point.IsHidden ? null : (instruction, point.StartLine);
            }

            if (statement is { } failing && CanFail(instruction.OpCode) && !Checkpoints.IsOne(instruction))
            {
                places.Add(failing);
                statement = null;
            }
        }

        return places;
    }

    private static bool CanFail(OpCode code) => code.FlowControl is FlowControl.Call or FlowControl.Throw || code.Code switch
    {
        Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un or Code.Ckfinite => true,
        Code.Add or Code.Sub or Code.Mul => false,
        _ => code.OpCodeType is OpCodeType.Objmodel
            || code.Name.Contains(".ovf", StringComparison.Ordinal)
            || code.Name.StartsWith("ldind", StringComparison.Ordinal)
            || code.Name.StartsWith("stind", StringComparison.Ordinal)
            || code.Code is Code.Localloc or Code.Cpblk or Code.Initblk,
    };
}
