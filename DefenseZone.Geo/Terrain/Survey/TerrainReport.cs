using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Terrain.Survey;

/// <summary>What a terrain is, how much of it is known, and whether it reaches as far as a plan needs it to.</summary>
/// <param name="Problem">What was asked: its terrain says which tiles there are, and where.</param>
public sealed record TerrainReport(TerrainSurvey Problem)
{
    /// <summary>The lowest and highest elevation, and how many cells are void.</summary>
    public required ElevationRange Elevations { get; init; }

    /// <summary>Where it is lowest, the first such cell from the north-west; of no meaning where all is void.</summary>
    public GeoPoint LowestPlace { get; init; }

    /// <summary>Where it is highest, likewise.</summary>
    public GeoPoint HighestPlace { get; init; }

    /// <summary>What the plan's border stands on.</summary>
    public BorderGround Border { get; init; }

    /// <summary>The posts, and candidate sites for posts, that stand outside of the terrain or on a void: they see nothing.</summary>
    public ImmutableArray<SurveyedPost> Posts { get; init; } = [];

    /// <summary>What there is to know about the terrain.</summary>
    public ImmutableArray<string> Notes => TerrainNotes.On(Problem.Terrain, Elevations);
}

/// <summary>What a border stands on, in metres of its length: found in steps no longer than a cell of the terrain.</summary>
/// <param name="LengthMetres">All of it.</param>
/// <param name="KnownMetres">On known ground.</param>
/// <param name="VoidMetres">On voids.</param>
/// <param name="OutsideMetres">Outside of the terrain.</param>
public readonly record struct BorderGround(double LengthMetres, double KnownMetres, double VoidMetres, double OutsideMetres);

/// <summary>A post, or a candidate site for one, and the ground under it.</summary>
/// <param name="Post">The facility or candidate site.</param>
/// <param name="Ground">What it stands on.</param>
public sealed record SurveyedPost(PlanFeature Post, PlaceGround Ground);
