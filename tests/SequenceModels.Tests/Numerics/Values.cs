namespace SequenceModels.Tests.Numerics;

/// <summary>Numbers to compute with, from integer arithmetic alone: the same on every machine.</summary>
internal static class Values
{
    /// <summary>Evenly spread over −<paramref name="size"/> … <paramref name="size"/>.</summary>
    public static float[] Spread(int count, uint seed, float size = 1)
    {
        var state = seed * 2654435761 + 1;
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            state = state * 1664525 + 1013904223;
            values[i] = size * ((int)(state >> 8) - (1 << 23)) / (1 << 23);
        }
        return values;
    }
}
