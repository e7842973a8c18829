using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.RoadSiting;

/// <summary>
/// A fact about an answer on new roads, as data: each kind of fact is a record of its own, so that whoever shows it can put it
/// into the reader's language. <see cref="Sentence"/> says it in English.
/// </summary>
public abstract record RoadRemark
{
    private RoadRemark()
    {
    }

    /// <summary>The fact as an English sentence.</summary>
    public abstract string Sentence { get; }

    /// <summary>True where the question or its plan is wrong, so that no way was looked for.</summary>
    public virtual bool IsFault => false;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Role(bool isGoal) => isGoal ? "goal" : "start";

    /// <summary>Zones to keep out of that the plan has not got.</summary>
    /// <param name="Zones">Their ids.</param>
    public sealed record UnknownZones(ImmutableArray<FeatureId> Zones) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => $"The plan has no defensive zone {string.Join(", ", Zones.Select(id => $"'{id.Text}'"))} to keep out of.";

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>The plan has no terrain to lay a road on.</summary>
    public sealed record NoTerrain : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "The plan has no terrain: put elevation (.hgt, GeoTIFF or .asc) in its folder terrain/, or make some up.";

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>An end lies outside the terrain.</summary>
    /// <param name="IsGoal">True for the goal, false for the start.</param>
    /// <param name="End">The end.</param>
    /// <param name="Extent">Where the terrain is.</param>
    public sealed record OutsideTerrain(bool IsGoal, RoadEnd End, GeoExtent Extent) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text(
            $"The {Role(IsGoal)}, {End.Name}, lies outside the terrain, which is {Extent.WestDegrees:0.####} to {Extent.EastDegrees:0.####} east and {Extent.SouthDegrees:0.####} to {Extent.NorthDegrees:0.####} north.");

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>An end lies where the terrain has no elevation.</summary>
    /// <param name="IsGoal">True for the goal, false for the start.</param>
    /// <param name="End">The end.</param>
    public sealed record OnVoid(bool IsGoal, RoadEnd End) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => $"The {Role(IsGoal)}, {End.Name}, lies on a void of the terrain: no elevation is known there.";

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>An end lies where no road may go.</summary>
    /// <param name="IsGoal">True for the goal, false for the start.</param>
    /// <param name="End">The end.</param>
    /// <param name="Area">The forbidden area.</param>
    public sealed record InForbiddenArea(bool IsGoal, RoadEnd End, PlanFeature Area) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"The {Role(IsGoal)}, {End.Name}, lies in a forbidden area: {Area.LayerName} {Area.Id.Text}{(Area.Name.Length > 0 ? $" ({Area.Name})" : string.Empty)}.";

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>Both ends are one place.</summary>
    public sealed record OnePlace : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "The road would begin and end at one place.";

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>No existing road is in service.</summary>
    public sealed record NoExistingRoads : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "There are no existing roads to join: the plan has none that is in service.";

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>The start is on an existing road, which a road is asked to.</summary>
    /// <param name="End">The start.</param>
    /// <param name="Metres">How far it is from that road.</param>
    public sealed record OnRoadAlready(RoadEnd End, double Metres) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text($"{End.Name} is on an existing road already, {Metres:0.0} m from it.");

        /// <inheritdoc/>
        public override bool IsFault => true;
    }

    /// <summary>The terrain has too few samples.</summary>
    public sealed record TerrainTooSmall : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "The terrain is too small to look for a road on it.";
    }

    /// <summary>The ground asks for more than the grade limit.</summary>
    /// <param name="MaximumGrade">The limit, metres of height a metre of way.</param>
    /// <param name="Place">Where the ground is too steep.</param>
    /// <param name="NeededGrade">What it needs there.</param>
    /// <param name="FeasibleGrade">The limit that would do.</param>
    public sealed record TooSteep(double MaximumGrade, GeoPoint Place, double NeededGrade, double FeasibleGrade) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text(
            $"There is no way with at most {MaximumGrade * 100:0.#} %: the ground at {Place.LongitudeDegrees:0.#####}, {Place.LatitudeDegrees:0.#####} needs {NeededGrade * 100:0.0} %. A limit of {FeasibleGrade * 100:0.0} % would do.");
    }

    /// <summary>An end is enclosed, so that no grade limit would help.</summary>
    public sealed record Enclosed : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "There is no way, whatever the grade: forbidden areas, voids of the terrain or its edge enclose an end.";
    }

    /// <summary>Not every sample of the terrain was used.</summary>
    /// <param name="EveryNth">Every how manieth.</param>
    /// <param name="CellMetres">How far apart those used are.</param>
    public sealed record Thinned(int EveryNth, double CellMetres) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text(
            $"The window is large: every {EveryNth}th sample of the terrain was used, {CellMetres:0} m apart. Grades between them are not known.");
    }

    /// <summary>There are fewer courses than were asked for.</summary>
    /// <param name="Found">How many there are.</param>
    /// <param name="Asked">How many were asked for.</param>
    /// <param name="MaximumCostRatio">How many times the cheapest one may cost.</param>
    public sealed record FewerCourses(int Found, int Asked, double MaximumCostRatio) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text(
            $"{Found} of {Asked} courses: no other one was found that differs enough and costs at most {MaximumCostRatio:0.##} times the cheapest.");
    }

    /// <summary>A course ends on roads that do not hang together with most others.</summary>
    /// <param name="Course">The course, from 1.</param>
    /// <param name="LengthMetres">The length of the roads that it joins.</param>
    public sealed record JoinsIsland(int Course, double LengthMetres) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text(
            $"Course {Course} joins {LengthMetres / 1000:0.00} km of roads that do not hang together with the longest part of the network.");
    }

    /// <summary>There is no border to bring nearer.</summary>
    public sealed record NoBorder : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "The plan has no border: no road brings any of it nearer.";
    }

    /// <summary>There is nobody who responds.</summary>
    public sealed record NobodyResponds : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "Nobody responds: the plan has no facility of the kinds and statuses that were asked for, so no road brings anything.";
    }

    /// <summary>All roads hang together.</summary>
    public sealed record JoinedAlready : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "All roads hang together already.";
    }

    /// <summary>All facilities hang on one part of the network.</summary>
    public sealed record FacilitiesJoinedAlready : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "All facilities hang on the part with the most road already.";
    }

    /// <summary>Some part of the network cannot be joined.</summary>
    public sealed record NotAllJoined : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => "Not all parts can be joined: no link over the terrain keeps the grade and the forbidden areas.";
    }

    /// <summary>Links are straight.</summary>
    /// <param name="ForWantOfTerrain">True where that is because the plan has no terrain, false where it was asked for.</param>
    public sealed record StraightLinks(bool ForWantOfTerrain) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => ForWantOfTerrain
            ? "The plan has no terrain: links are straight, as on gentle ground."
            : "Links are straight, as on gentle ground.";
    }

    /// <summary>Some links cannot be built.</summary>
    /// <param name="Impossible">How many.</param>
    /// <param name="LookedAt">Of how many that were looked at.</param>
    public sealed record ImpossibleLinks(int Impossible, int LookedAt) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence => Text($"{Impossible} of {LookedAt} links that were looked at cannot be built over the terrain.");
    }

    /// <summary>No road has a status that is ranked.</summary>
    /// <param name="Statuses">The statuses.</param>
    public sealed record NothingToRank(ImmutableArray<LifecycleStatus> Statuses) : RoadRemark
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"There is nothing to rank: the plan has no road whose status is {string.Join(" or ", Statuses.Select(status => Vocabulary.Statuses[status]))}.";
    }
}
