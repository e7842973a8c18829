using System.Numerics;

namespace DefenseZone.Geo.Terrain;

/// <summary>Finds voids in samples, eight or so at a time.</summary>
internal static class Voids
{
    /// <summary>Whether any sample is void.</summary>
    public static bool Any(ReadOnlySpan<float> samples)
    {
        int i = 0;
        for (; i <= samples.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var some = new Vector<float>(samples[i..]);
            if (!Vector.EqualsAll(some, some))
                return true;
        }

        for (; i < samples.Length; i++)
        {
            if (float.IsNaN(samples[i]))
                return true;
        }

        return false;
    }

    /// <summary>How many samples are void.</summary>
    public static long Count(ReadOnlySpan<float> samples)
    {
        long count = 0;
        foreach (float sample in samples)
            count += float.IsNaN(sample) ? 1 : 0;
        return count;
    }
}
