using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Rendering;

/// <summary>What a strip diagram shows: the border as a straight line, with all that lies along it. Chainages in metres.</summary>
public sealed record StripContent
{
    /// <summary>The length of the border.</summary>
    public required double BorderMetres { get; init; }

    /// <summary>How often a place must be covered not to be a gap.</summary>
    public int RequiredDepth { get; init; } = 1;

    /// <summary>The depth of cover: stretches that follow each other from 0 to <see cref="BorderMetres"/>.</summary>
    public required ImmutableArray<StripStretch> Stretches { get; init; }

    /// <summary>The gaps, along the border.</summary>
    public ImmutableArray<StripGap> Gaps { get; init; } = [];

    /// <summary>The facilities, in any order.</summary>
    public ImmutableArray<StripFacility> Facilities { get; init; } = [];

    /// <summary>The zones, one row a level, the widest level first.</summary>
    public ImmutableArray<StripZoneRow> ZoneRows { get; init; } = [];

    /// <summary>Where one piece of the border ends and the next, which does not touch it, begins.</summary>
    public ImmutableArray<double> BreaksMetres { get; init; } = [];
}

/// <summary>A stretch of one depth.</summary>
public readonly record struct StripStretch(double FromMetres, double ToMetres, int Depth);

/// <summary>A gap by its number along the border.</summary>
public readonly record struct StripGap(int Number, double FromMetres, double ToMetres);

/// <summary>A facility at the chainage nearest to it.</summary>
/// <param name="Index">Which one it is, to whoever asks.</param>
/// <param name="Metres">Its nearest chainage.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">How far it has come.</param>
public readonly record struct StripFacility(int Index, double Metres, FacilityKind Kind, LifecycleStatus Status);

/// <summary>The zones of one level.</summary>
public sealed record StripZoneRow(ZoneLevel Level, ImmutableArray<StripZone> Zones);

/// <summary>A stretch that lies in a zone.</summary>
/// <param name="Index">Which zone it is, to whoever asks.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromMetres">Where it begins.</param>
/// <param name="ToMetres">Where it ends.</param>
public readonly record struct StripZone(int Index, string Name, double FromMetres, double ToMetres);
