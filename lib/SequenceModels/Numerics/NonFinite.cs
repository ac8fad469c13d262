using System.Runtime.InteropServices;

namespace SequenceModels.Numerics;

/// <summary>Looks for NaN and infinities among many numbers: as whole numbers, their bits are the upper end of the
/// positive ones and of the negative ones, and spans search for such a range in whole registers.</summary>
internal static class NonFinite
{
    private const int Infinity = 0x7F800000;

    /// <summary>The first position that holds NaN or an infinity, or −1.</summary>
    public static int IndexIn(ReadOnlySpan<float> x)
    {
        var bits = MemoryMarshal.Cast<float, int>(x);
        var (positive, negative) = (
            bits.IndexOfAnyInRange(Infinity, int.MaxValue), bits.IndexOfAnyInRange(Infinity | int.MinValue, -1));
        return positive < 0 ? negative : negative < 0 ? positive : Math.Min(positive, negative);
    }
}
