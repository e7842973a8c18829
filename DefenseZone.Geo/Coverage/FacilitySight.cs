using System.Collections.Immutable;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;

namespace DefenseZone.Geo.Coverage;

/// <summary>What one facility sees of the border, and what it does not and why.</summary>
public sealed record FacilitySight
{
    /// <summary>The facility.</summary>
    public required Facility Facility { get; init; }

    /// <summary>What it stands on. It sees nothing unless that is known.</summary>
    public required ObserverGround Ground { get; init; }

    /// <summary>The height of the ground under it, in metres; NaN where it is not known.</summary>
    public double GroundMetres { get; init; } = double.NaN;

    /// <summary>The height of its eye above the ground, in metres.</summary>
    public required double ObserverHeightMetres { get; init; }

    /// <summary>How far it looks, in metres; 0 where it has no radius.</summary>
    public required double RangeMetres { get; init; }

    /// <summary>The stretches of border that it sees: in order, each with a length, no two touching.</summary>
    public ImmutableArray<BorderStretch> Stretches { get; init; } = [];

    /// <summary>Metres of border within its range.</summary>
    public double WithinMetres { get; init; }

    /// <summary>Metres of border that it sees.</summary>
    public double SeenMetres { get; init; }

    /// <summary>Metres of border within its range of which the terrain has no height: nothing can be said of them. All of them where the facility itself stands nowhere.</summary>
    public double UnknownMetres { get; init; }

    /// <summary>Metres of border within its range that ground hides.</summary>
    public double HiddenMetres => Math.Max(0, WithinMetres - SeenMetres - UnknownMetres);

    /// <summary>The share of the border within its range that it sees, 0 to 1; 0 where there is none.</summary>
    public double SeenRatio => WithinMetres > 0 ? SeenMetres / WithinMetres : 0;
}
