namespace DefenseZone.Geo.Planning;

/// <summary>
/// A stream of pseudo-random numbers that is the same for a seed on every machine and runtime: xoshiro256** by
/// Blackman and Vigna (2018), its state filled by SplitMix64. Not for secrets.
/// </summary>
internal sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>One of many streams of a seed that have nothing to do with one another.</summary>
    public SeededRandom(int seed, int stream)
    {
        ulong state = Mix(unchecked((uint)seed) | ((ulong)unchecked((uint)stream) << 32));
        _s0 = Mix(state += GoldenGamma);
        _s1 = Mix(state += GoldenGamma);
        _s2 = Mix(state += GoldenGamma);
        _s3 = Mix(state + GoldenGamma);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        ulong result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from 0 (inclusive) to 1 (exclusive), evenly spread.</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from −1 (inclusive) to 1 (exclusive), evenly spread.</summary>
    public double NextSigned() => (2 * NextUnit()) - 1;

    /// <summary>A number from <paramref name="from"/> (inclusive) to <paramref name="to"/> (exclusive), evenly spread.</summary>
    public double Next(double from, double to) => from + ((to - from) * NextUnit());

    /// <summary>A whole number from 0 (inclusive) to <paramref name="count"/> (exclusive).</summary>
    public int NextIndex(int count) => (int)(NextUnit() * count);

    /// <summary>Puts a list in an order that every order is as likely as (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> list)
    {
        for (int i = list.Length - 1; i > 0; i--)
        {
            int other = NextIndex(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }

    /// <summary>
    /// A number from −1 (inclusive) to 1 (exclusive) that belongs to a place in a lattice, so that two neighbours
    /// asked apart agree on what they share.
    /// </summary>
    public static double SignedAt(int seed, int kind, long column, long row)
    {
        ulong bits = Mix(unchecked((uint)seed) | ((ulong)unchecked((uint)kind) << 32));
        bits = Mix(bits ^ (unchecked((ulong)column) * GoldenGamma));
        bits = Mix(bits + (unchecked((ulong)row) * 0xD1B54A32D192ED03));
        return ((bits >> 11) * (2.0 / (1UL << 53))) - 1;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
