using System.Collections;

namespace DefenseZone.Geo.Api.Http;

/// <summary>
/// What is wrong with a request. Only the first faults are kept, and of each only so much text, since a body may be
/// wrong in half a million places: the rest are counted.
/// </summary>
internal sealed class FaultList : IEnumerable<Fault>
{
    /// <summary>How many faults are kept.</summary>
    public const int MostKept = 100;

    private const int LongestPlace = 300;
    private const int LongestText = 1_000;
    private readonly List<Fault> _kept = [];

    /// <summary>How many faults there are, kept or not.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are counted only.</summary>
    public int Omitted => Count - _kept.Count;

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault)
    {
        Count++;
        if (_kept.Count < MostKept)
            _kept.Add(new Fault(Shorten(fault.Where, LongestPlace), Shorten(fault.Message, LongestText), Shorten(fault.Remedy, LongestText)));
    }

    /// <inheritdoc/>
    public IEnumerator<Fault> GetEnumerator() => _kept.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The beginning of a text, with a mark where it was cut; never half of a character.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        int end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + "…";
    }
}
