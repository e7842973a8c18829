using System.Collections.Immutable;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>
/// Why there is no round, as data: each reason is a record of its own, so that whoever shows it can put it into the reader's
/// language. <see cref="Sentence"/> says it in English.
/// </summary>
public abstract record RoundFault
{
    private RoundFault()
    {
    }

    /// <summary>The reason as an English sentence.</summary>
    public abstract string Sentence { get; }

    private static string Quoted(IEnumerable<FeatureId> ids) => string.Join(", ", ids.Select(id => $"'{id}'"));

    /// <summary>All roads are closed, or there is none.</summary>
    public sealed record NoOpenRoad : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => "There is no open road.";
    }

    /// <summary>Roads to be driven are closed.</summary>
    /// <param name="Roads">Their ids.</param>
    public sealed record Closed(ImmutableArray<FeatureId> Roads) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => $"Closed, and so not to be driven: {string.Join(", ", Roads)}.";
    }

    /// <summary>There is nothing to call on.</summary>
    public sealed record NoStops : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => "A round needs facilities or roads to call on; there are none.";
    }

    /// <summary>Roads that the network has not got: the plan has not, or they are not in service.</summary>
    /// <param name="Roads">Their ids.</param>
    public sealed record UnknownRoads(ImmutableArray<FeatureId> Roads) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => $"Not in the network: road {Quoted(Roads)}.";
    }

    /// <summary>Roads that were left out when the network was made, such as copies of others.</summary>
    /// <param name="Roads">Their ids.</param>
    public sealed record LeftOutRoads(ImmutableArray<FeatureId> Roads) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => $"Left out of the network, for the reason that its report gives: road {Quoted(Roads)}.";
    }

    /// <summary>Facilities that stand nowhere.</summary>
    /// <param name="Facilities">The facilities.</param>
    public sealed record WithoutPlace(ImmutableArray<Facility> Facilities) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence =>
            $"Without a place on the ground: {string.Join(", ", Facilities.Select(facility => $"{facility.LayerName} {facility.Id}"))}.";
    }

    /// <summary>The shift is no time.</summary>
    /// <param name="Minutes">What it is.</param>
    public sealed record ShiftOutOfRange(double Minutes) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => $"A shift must be above 0 minutes; {Minutes} is not.";
    }

    /// <summary>The stay is no time.</summary>
    /// <param name="Minutes">What it is.</param>
    public sealed record StayOutOfRange(double Minutes) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => $"A stay must be 0 minutes or more; {Minutes} is not.";
    }

    /// <summary>There is more to call on than can be planned at once.</summary>
    /// <param name="Items">Facilities, and stretches of road between junctions.</param>
    public sealed record TooMany(int Items) : RoundFault
    {
        /// <inheritdoc/>
        public override string Sentence => $"A round has at most {PatrolRoundProblem.MostItems} facilities and stretches between junctions; these are {Items}.";
    }
}
