using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>A protected region with handlers that may catch: a filter before them sees each exception first.</summary>
internal sealed class Region(List<ExceptionHandler> handlers)
{
    private readonly int _from = handlers[0].TryStart.Offset;
    private readonly int _to = handlers[0].TryEnd.Offset;

    /// <summary>The regions of a method, inner ones first.</summary>
    public static List<Region> Catching(MethodBody body) =>
    [
        .. body.ExceptionHandlers
            .GroupBy(handler => (handler.TryStart, handler.TryEnd))
            .Select(region => region.Where(handler => handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter).ToList())
            .Where(region => region.Count > 0)
            .Select(region => new Region(region)),
    ];

    /// <summary>Whether the region protects the instruction at that offset, as read.</summary>
    public bool Covers(int offset) => offset >= _from && offset < _to;

    /// <summary>Lets a filter look at each exception before the region's own handlers do.</summary>
    public void AddFilter(MethodBody body, Instruction[] filter)
    {
        var first = handlers[0].FilterStart ?? handlers[0].HandlerStart;
        var never = Instruction.Create(OpCodes.Throw);
        EndBefore(body, first, filter[0]);
        var index = body.Instructions.IndexOf(first);
        foreach (var instruction in (Instruction[])[.. filter, never])
        {
            body.Instructions.Insert(index++, instruction);
        }

        body.ExceptionHandlers.Insert(body.ExceptionHandlers.IndexOf(handlers[0]), new ExceptionHandler(ExceptionHandlerType.Filter)
        {
            TryStart = handlers[0].TryStart,
            TryEnd = filter[0],
            FilterStart = filter[0],
            HandlerStart = never,
            HandlerEnd = first,
        });
    }

    /// <summary>Makes the whole method a region that only the filter looks at.</summary>
    public static void Wrap(MethodDefinition method, Instruction[] filter)
    {
        var body = method.Body;
        var type = method.ReturnType;
        while (type is IModifierType modified)
        {
            type = modified.ElementType;
        }

        var value = type.MetadataType == MetadataType.Void ? null : new VariableDefinition(type);
        var end = Instruction.Create(OpCodes.Nop);
        if (value is not null)
        {
            body.Variables.Add(value);
            end = Instruction.Create(OpCodes.Ldloc, value);
        }

        foreach (var leaving in body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Ret).ToList())
        {
            if (value is not null)
            {
                body.InsertAt(leaving, Instruction.Create(OpCodes.Stloc, value), Instruction.Create(OpCodes.Leave, end));
                body.Instructions.RemoveAt(body.Instructions.IndexOf(leaving) + 2);
            }
            else
            {
                (leaving.OpCode, leaving.Operand) = (OpCodes.Leave, end);
            }
        }

        var never = Instruction.Create(OpCodes.Throw);
        EndBefore(body, null, filter[0]);
        foreach (var instruction in (Instruction[])[.. filter, never, end, Instruction.Create(OpCodes.Ret)])
        {
            body.Instructions.Add(instruction);
        }

        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Filter)
        {
            TryStart = body.Instructions[0],
            TryEnd = filter[0],
            FilterStart = filter[0],
            HandlerStart = never,
            HandlerEnd = end,
        });
    }

    // What ended before an instruction, ends before the one that is put there.
    private static void EndBefore(MethodBody body, Instruction? old, Instruction inserted)
    {
        foreach (var handler in body.ExceptionHandlers)
        {
            handler.TryEnd = handler.TryEnd == old ? inserted : handler.TryEnd;
            handler.HandlerEnd = handler.HandlerEnd == old ? inserted : handler.HandlerEnd;
        }
    }
}
