namespace SequenceModels.Numerics;

/// <summary>The floats at an end that fill no whole register.</summary>
internal static unsafe class Remainder
{
    public static void Copy(float* source, float* target, int count) =>
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(target, count));
}
