using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>A part of the network that no open road joins to the others.</summary>
/// <param name="Number">Its number, from 0 for the one with the most metres of road.</param>
/// <param name="RoadMetres">Its metres of open road.</param>
/// <param name="NodeCount">How many nodes it has.</param>
/// <param name="Facilities">The facilities that join it, by their index in <see cref="RoadDiagnosis.Facilities"/>.</param>
/// <param name="HasBase">True where one of those who respond joins it.</param>
/// <param name="MissingLink">The shortest link to another part; none for the only one.</param>
public sealed record NetworkPart(
    int Number, double RoadMetres, int NodeCount, ImmutableArray<int> Facilities, bool HasBase, MissingLink? MissingLink);

/// <summary>The shortest straight line from a part of the network to another.</summary>
/// <param name="From">Where it begins, on the part.</param>
/// <param name="FromRoad">The road there, as the plan has its id.</param>
/// <param name="To">Where it ends, on another part.</param>
/// <param name="ToRoad">The road there.</param>
/// <param name="ToPart">The number of that part.</param>
/// <param name="LengthMetres">Its length.</param>
public readonly record struct MissingLink(GeoPoint From, FeatureId FromRoad, GeoPoint To, FeatureId ToRoad, int ToPart, double LengthMetres);

/// <summary>A stretch of road without which the network falls apart: a bridge of the graph.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Road">Its road.</param>
/// <param name="LengthMetres">Its length.</param>
/// <param name="BeyondRoadMetres">Metres of road on the side that is cut off: the one without a base, or else the shorter one.</param>
/// <param name="CutOff">The facilities on that side if it has no base, by their index in <see cref="RoadDiagnosis.Facilities"/>; none if it has one.</param>
/// <param name="ServedBorderMetres">Metres of border to which whoever is first comes over it.</param>
/// <param name="LeavesNoBase">True where no base is left on that side.</param>
public readonly record struct CriticalEdge(
    int Edge, FeatureId Road, double LengthMetres, double BeyondRoadMetres, ImmutableArray<int> CutOff, double ServedBorderMetres, bool LeavesNoBase);

/// <summary>A junction without which the network falls apart: an articulation point of the graph.</summary>
/// <param name="Node">The node.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Roads">The roads that meet there.</param>
/// <param name="CutOff">The facilities on sides without a base, by their index in <see cref="RoadDiagnosis.Facilities"/>.</param>
public readonly record struct CriticalNode(int Node, GeoPoint Place, ImmutableArray<FeatureId> Roads, ImmutableArray<int> CutOff);

/// <summary>The end of a road that leads nowhere.</summary>
/// <param name="Node">The node.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Road">The road.</param>
/// <param name="LengthMetres">How far it is back to the next junction.</param>
public readonly record struct DeadEnd(int Node, GeoPoint Place, FeatureId Road, double LengthMetres);

/// <summary>
/// What is wrong with a network, and where it is weak: parts and what would join them, stretches and junctions that may not
/// fail, dead ends. What became of roads when the network was made is in <see cref="RoadNetwork.Report"/>.
/// </summary>
public sealed class RoadDiagnosis
{
    private readonly double[] _served;

    internal RoadDiagnosis(ResponseReport response, ImmutableArray<Facility> facilities, DiagnosisWork work)
    {
        Response = response;
        Facilities = facilities;
        Parts = work.Parts;
        CriticalEdges = work.CriticalEdges;
        BridgeCount = work.BridgeCount;
        CriticalNodes = work.CriticalNodes;
        ArticulationCount = work.ArticulationCount;
        DeadEnds = work.DeadEnds;
        Unjoined = work.Unjoined;
        _served = work.Served;
    }

    /// <summary>The response on which what serves the border is based.</summary>
    public ResponseReport Response { get; }

    /// <summary>The network.</summary>
    public RoadNetwork Network => Response.Network;

    /// <summary>All facilities that are asked about, those who respond among them.</summary>
    public ImmutableArray<Facility> Facilities { get; }

    /// <summary>The parts of the network, by falling length.</summary>
    public ImmutableArray<NetworkPart> Parts { get; }

    /// <summary>The facilities on parts without a base, by their index in <see cref="Facilities"/>.</summary>
    public ImmutableArray<int> CutOff => [.. Parts.Where(part => !part.HasBase).SelectMany(part => part.Facilities).Order()];

    /// <summary>The facilities that join nothing, as there is no open road.</summary>
    public ImmutableArray<int> Unjoined { get; }

    /// <summary>
    /// The bridges of the graph whose loss cuts a facility off or on which the border's response depends, by falling number of
    /// facilities, then by falling metres of border.
    /// </summary>
    public ImmutableArray<CriticalEdge> CriticalEdges { get; }

    /// <summary>How many bridges the graph has, dead ends included.</summary>
    public int BridgeCount { get; }

    /// <summary>The articulation points whose loss cuts a facility off, by falling number of them.</summary>
    public ImmutableArray<CriticalNode> CriticalNodes { get; }

    /// <summary>How many articulation points the graph has.</summary>
    public int ArticulationCount { get; }

    /// <summary>The dead ends, by node.</summary>
    public ImmutableArray<DeadEnd> DeadEnds { get; }

    /// <summary>Metres of border to which whoever is first comes over an edge, or leaves it for the border.</summary>
    public double ServedBorderMetres(int edge) => _served[edge];

    /// <summary>Looks at the network of a response.</summary>
    /// <param name="response">The network, who responds, and how.</param>
    /// <param name="posts">Which facilities may not be cut off; none given: every existing one and those being built, or where the response is about a year those in service in it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RoadDiagnosis Of(ResponseReport response, FacilityFilter? posts = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        posts ??= new FacilityFilter { Kinds = [.. Enum.GetValues<FacilityKind>()], Year = response.Problem.Facilities.Year };
        ImmutableArray<Facility> facilities = [.. posts.Select(response.Problem.Plan).Union(response.Facilities)];
        return new RoadDiagnosis(response, facilities, new DiagnosisWork(response, facilities, cancellationToken));
    }
}
