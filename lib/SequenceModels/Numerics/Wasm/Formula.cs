using System.Reflection;
using System.Runtime.CompilerServices;

namespace SequenceModels.Numerics.Wasm;

/// <summary>What a formula is made of: pointers to rows, factors, and numbers of rows.</summary>
internal static class Formula
{
    /// <summary>Words (of four bytes) that a formula may have.</summary>
    public const int MostWords = 16;
}

/// <inheritdoc cref="Formula"/>
/// <typeparam name="TFormula">The formula.</typeparam>
internal static unsafe class Formula<TFormula>
    where TFormula : struct
{
    /// <summary>The words that are pointers, and those that are floats.</summary>
    public static readonly IReadOnlyList<int> Pointers = WordsOf(field => field.FieldType == typeof(float*)),
        Floats = WordsOf(field => field.FieldType == typeof(float));

    /// <summary>Of each pointer that goes on from row to row, its word and the one that says by how much. All other words are
    /// numbers.</summary>
    public static readonly IReadOnlyList<(int Pointer, int Step)> Steps =
    [
        .. WordsOf(field => IsOfCursor(field) && field.FieldType == typeof(float*))
            .Zip(WordsOf(field => IsOfCursor(field) && IsNumber(field))),
    ];

    /// <summary>The formula with pointers and floats that tell which they are. Numbers stay: they say how often something is done.</summary>
    public static TFormula StandIn(TFormula formula)
    {
        foreach (var word in Pointers)
        {
            Unsafe.As<uint, nint>(ref Word(ref formula, word)) = (nint)Recording.StandInPointer(word);
        }

        foreach (var word in Floats)
        {
            Word(ref formula, word) = Recording.StandInFloat(word);
        }

        return formula;
    }

    /// <summary>Its numbers, in a word: two formulas of a type with the same are done by the same instructions.</summary>
    public static ulong Numbers(TFormula formula)
    {
        var all = 0ul;
        for (var word = 0; word < _numbers.Length; word++)
        {
            all = (all << 21) ^ Word(ref formula, _numbers[word]);
        }

        return all;
    }

    private static readonly int[] _numbers = WordsOf(field => IsNumber(field) && !IsOfCursor(field));

    private static bool IsNumber(FieldInfo field) => field.FieldType == typeof(int) || field.FieldType == typeof(nint);

    private static bool IsOfCursor(FieldInfo field) => field.DeclaringType == typeof(Cursor);

    private static ref uint Word(ref TFormula formula, int word) => ref Unsafe.Add(ref Unsafe.As<TFormula, uint>(ref formula), word);

    // A field is set, and shows in the word that it is.
    private static int[] WordsOf(Func<FieldInfo, bool> isMeant)
    {
        var words = new List<int>();
        foreach (var path in Leaves(typeof(TFormula), isMeant))
        {
            object marked = default(TFormula);
            Mark(marked, path);
            var formula = (TFormula)marked;
            words.Add(Enumerable.Range(0, Unsafe.SizeOf<TFormula>() / sizeof(uint)).First(word => Word(ref formula, word) != 0));
        }

        return [.. words];
    }

    private static IEnumerable<FieldInfo[]> Leaves(Type type, Func<FieldInfo, bool> isMeant) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(field => isMeant(field) ? [[field]]
            : field.FieldType is { IsValueType: true, IsPrimitive: false } part ? Leaves(part, isMeant).Select(rest => (FieldInfo[])[field, .. rest])
            : Enumerable.Empty<FieldInfo[]>());

    private static void Mark(object formula, ReadOnlySpan<FieldInfo> path)
    {
        var field = path[0];
        object? value = field.FieldType == typeof(float) ? 1f
            : field.FieldType == typeof(int) ? 1
            : field.FieldType == typeof(nint) ? (nint)1
            : field.FieldType.IsPointer ? Pointer.Box((void*)1, field.FieldType)
            : field.GetValue(formula);
        if (path.Length > 1)
        {
            Mark(value!, path[1..]);
        }

        field.SetValue(formula, value);
    }
}
