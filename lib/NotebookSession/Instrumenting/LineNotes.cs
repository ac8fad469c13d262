using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NotebookSession.Instrumenting;

/// <summary>
/// Makes a method keep the number of its current line in a local, and note it when an exception passes. Optimized machine
/// code can't tell by itself: all index checks of a method fail in one place.
/// <code>
///   int line;
///   try { line = 3; x = a[i]; … } catch (Exception e) when (Note(e, line, …)) { throw; }      // Note is false
/// </code>
/// </summary>
internal static class LineNotes
{
    /// <summary>Adds the notes, if anything in the method can fail.</summary>
    public static void Add(MethodDefinition method, InstrumentationCalls calls)
    {
        var body = method.Body;
        var places = FailingStatements.Of(method);
        if (places.Count == 0)
        {
            return;
        }

        // The checkpoint at the start is the first line's: there a recursion without an end fails.
        var first = method.DebugInformation.SequencePoints.First(point => !point.IsHidden).StartLine;
        places = [(body.Instructions[0], first), .. places.Where(place => place.Start != body.Instructions[0])];
        var line = new VariableDefinition(method.Module.TypeSystem.Int32);
        body.Variables.Add(line);
        body.InitLocals = true;
        if (!method.AggressiveInlining)
        {
            method.NoInlining = true; // its frame would be missing in the stack trace
        }

        var catching = Region.Catching(body);
        var isCovered = places.TrueForAll(place => catching.Exists(region => region.Covers(place.Start.Offset)));
        var isCell = method.DeclaringType.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal)
            && !SourceName.IsFile(method.DebugInformation.SequencePoints[0].Document.Url);
        foreach (var (start, number) in places)
        {
            body.InsertAt(start, [.. isCell ? Publish(number) : [], Instruction.Create(OpCodes.Ldc_I4, number), Instruction.Create(OpCodes.Stloc, line)]);
        }

        foreach (var region in catching)
        {
            region.AddFilter(body, Filter());
        }

        ShortenTraces(method, calls);
        if (!isCovered)
        {
            Region.Wrap(method, Filter());
        }

        Instruction[] Publish(int number) =>
        [
            Instruction.Create(OpCodes.Ldsfld, calls.CurrentLine),
            Instruction.Create(OpCodes.Ldc_I4, number),
            Instruction.Create(OpCodes.Stind_I4),
        ];

        Instruction[] Filter() =>
        [
            Instruction.Create(OpCodes.Ldloc, line),
            Instruction.Create(OpCodes.Ldstr, $"{method.DeclaringType.Name}.{method.Name}"),
            Instruction.Create(OpCodes.Ldstr, method.DebugInformation.SequencePoints[0].Document.Url),
            Instruction.Create(OpCodes.Call, calls.Note),
            Instruction.Create(OpCodes.Ldc_I4_0),
            Instruction.Create(OpCodes.Stloc, line), // no outer region notes it again
            Instruction.Create(OpCodes.Ldc_I4_0),
            Instruction.Create(OpCodes.Endfilter),
        ];
    }

    // Async recursion hands its exception on, level by level, each with a longer trace: n levels would cost n².
    private static void ShortenTraces(MethodDefinition method, InstrumentationCalls calls)
    {
        if (method.Name == "MoveNext" && method.Body.ExceptionHandlers.LastOrDefault() is
            { HandlerType: ExceptionHandlerType.Catch, CatchType.FullName: "System.Exception" } handler
            && method.DeclaringType.Interfaces.Any(implemented => implemented.InterfaceType.Name == "IAsyncStateMachine"))
        {
            method.Body.InsertAt(handler.HandlerStart, Instruction.Create(OpCodes.Call, calls.Shorten));
        }
    }
}
