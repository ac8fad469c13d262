using System.Reflection;
using System.Runtime.CompilerServices;

namespace Exercises.Functions;

/// <summary>What a function gave for one input: its parts, or the exception it stopped with.</summary>
internal sealed record Trial(object?[] Parts, Exception? Stopped, bool ChangedItsArguments)
{
    private readonly Numbers?[] _numbers = [.. Parts.Select(Numbers.Of)];

    public Numbers? this[int part] => part < _numbers.Length ? _numbers[part] : null;

    public bool IsFinite(int part) => this[part] is { } numbers && numbers.Values.All(double.IsFinite);

    public static Trial Of(Delegate function, object[] arguments, int parts)
    {
        try
        {
            Numbers?[] before = [.. arguments.Select(Numbers.Of)];
            var result = function.DynamicInvoke(arguments);
            var changed = arguments.Select(Numbers.Of).Zip(before)
                .Any(pair => pair is ({ } after, { } first) && !after.Values.SequenceEqual(first.Values));
            return new([.. Split(result, parts)], null, changed);
        }
        catch (TargetInvocationException exception)
        {
            return new([], exception.InnerException, false);
        }
        catch (Exception exception) // a result that fails while it is read
        {
            return new([], exception, false);
        }
    }

    /// <summary>Whether this part is the same in both; functions that stop agree if they stop alike.</summary>
    public bool Agrees(Trial other, int part) => (Stopped, other.Stopped) switch
    {
        (null, null) => (this[part], other[part]) is ({ } mine, { } theirs) && NumberComparison.Holds(mine, theirs),
        ({ } mine, { } theirs) => mine.GetType() == theirs.GetType() && mine.Message == theirs.Message,
        _ => false,
    };

    private static IEnumerable<object?> Split(object? result, int parts) => result switch
    {
        _ when parts == 1 => [result],
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(index => tuple[index]),
        _ => [result],
    };
}
