using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Io.Reports;

/// <summary>The words of reports on sight.</summary>
public static class SightWords
{
    /// <summary>What an observer stands on.</summary>
    public static Terms<ObserverGround> Grounds { get; } = new(
        ("known", ObserverGround.Known),
        ("void", ObserverGround.Void),
        ("outside-terrain", ObserverGround.OutsideTerrain));

    /// <summary>How a line of sight ends.</summary>
    public static Terms<SightVerdict> Verdicts { get; } = new(
        ("visible", SightVerdict.Visible),
        ("hidden", SightVerdict.Hidden),
        ("observer-without-ground", SightVerdict.ObserverWithoutGround),
        ("target-without-ground", SightVerdict.TargetWithoutGround));
}
