using System.Collections.Immutable;
using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Roads;
using DefenseZone.Geo.Viewer.Cartography;
using DefenseZone.Geo.Viewer.Scene;

namespace DefenseZone.Geo.Viewer.Workspace;

/// <summary>How much hangs on a stretch of road.</summary>
public enum RoadWeight
{
    /// <summary>There is another way round.</summary>
    Plain,

    /// <summary>It is the only way by which some of the border is reached first.</summary>
    Border,

    /// <summary>One or two facilities would be cut off without it.</summary>
    CutsOffSome,

    /// <summary>Three facilities or more would be cut off without it.</summary>
    CutsOffMany,

    /// <summary>Nobody who responds gets there.</summary>
    NoBase,

    /// <summary>It is closed.</summary>
    Closed,
}

/// <summary>How soon somebody is at the border, against the minutes that are asked for.</summary>
public enum ResponseSpeed
{
    /// <summary>In half of them.</summary>
    Soon,

    /// <summary>In time.</summary>
    InTime,

    /// <summary>Late: in twice as many.</summary>
    Late,

    /// <summary>Later still, or never.</summary>
    TooLate,
}

/// <summary>A stretch of road ready to be drawn.</summary>
/// <param name="Weight">How much hangs on it.</param>
/// <param name="Line">Its vertices in web-Mercator metres, x before y.</param>
/// <param name="Extent">The box around them.</param>
public sealed record RoadPiece(RoadWeight Weight, double[] Line, MapExtent Extent);

/// <summary>A stretch of border of one speed of response, ready to be drawn.</summary>
/// <param name="Speed">The speed.</param>
/// <param name="Stretch">Its chainages.</param>
/// <param name="Line">Its vertices in web-Mercator metres, x before y.</param>
/// <param name="Extent">The box around them.</param>
public sealed record ResponsePiece(ResponseSpeed Speed, BorderStretch Stretch, double[] Line, MapExtent Extent);

/// <summary>What hangs on a road, all its stretches together.</summary>
/// <param name="Road">The road.</param>
/// <param name="Weight">That of its gravest stretch.</param>
/// <param name="CutOff">The facilities that would be cut off without some stretch of it.</param>
/// <param name="ServedBorderMetres">Metres of border to which whoever is first comes over it; of its stretches the most.</param>
public sealed record RoadImportance(PatrolRoad Road, RoadWeight Weight, ImmutableArray<Facility> CutOff, double ServedBorderMetres);

/// <summary>How soon somebody is where, what may not fail, and what closures change.</summary>
public sealed class NetworkAnswer
{
    private const int Many = 3;

    private NetworkAnswer(ResponseReport now, ResponseReport before, RoadDiagnosis diagnosis, RoadDiagnosis whole, double minutes)
    {
        Now = now;
        Before = before;
        Diagnosis = diagnosis;
        Minutes = minutes;

        // What panels and strip read is worked out here and not while the page is drawn.
        _ = (now.Stretches, now.MeanSeconds, before.Stretches, before.MeanSeconds);
        WithinMetres = now.MetresWithin(minutes);
        BeforeWithinMetres = before.MetresWithin(minutes);
        CutOff = CutOffIn(diagnosis);
        HashSet<Facility> cutBefore = new(CutOffIn(whole), ReferenceEqualityComparer.Instance);
        NewlyCutOff = [.. CutOff.Where(facility => !cutBefore.Contains(facility))];
        Lost = ReferenceEquals(now, before) ? [] : Stretches.Without(before.ReachedWithin(minutes), now.ReachedWithin(minutes));
        Border = [.. Speeds(now, minutes)];
        RoadWeight[] weights = Weights(diagnosis);
        Roads = [.. Pieces(now.Network, weights)];
        Importance = ImportanceOf(diagnosis, weights);
    }

    /// <summary>The response with what is closed.</summary>
    public ResponseReport Now { get; }

    /// <summary>The response with nothing closed; the same where nothing is.</summary>
    public ResponseReport Before { get; }

    /// <summary>The network as it is with what is closed.</summary>
    public RoadDiagnosis Diagnosis { get; }

    /// <summary>Within how many minutes somebody should be at the border.</summary>
    public double Minutes { get; }

    /// <summary>Metres of border reached in time.</summary>
    public double WithinMetres { get; }

    /// <summary>Metres of border reached in time with nothing closed.</summary>
    public double BeforeWithinMetres { get; }

    /// <summary>The facilities to which no road leads from anybody who responds.</summary>
    public ImmutableArray<Facility> CutOff { get; }

    /// <summary>Those of them that are so because of what is closed.</summary>
    public ImmutableArray<Facility> NewlyCutOff { get; }

    /// <summary>The border that is reached in time with nothing closed, and no longer.</summary>
    public ImmutableArray<BorderStretch> Lost { get; }

    /// <summary>The border by speed of response.</summary>
    public ImmutableArray<ResponsePiece> Border { get; }

    /// <summary>The stretches of road on which something hangs, those without a base and those that are closed.</summary>
    public ImmutableArray<RoadPiece> Roads { get; }

    /// <summary>The roads on which something hangs, the gravest first.</summary>
    public ImmutableArray<RoadImportance> Importance { get; }

    /// <summary>True where something is closed.</summary>
    public bool HasClosures => !ReferenceEquals(Now, Before);

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Asks a network.</summary>
    public static NetworkAnswer Of(NetworkQuestion question, IProgress<double> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(progress);
        var clock = Stopwatch.StartNew();
        ResponseCoverage asked = question.Response;
        var problem = new ResponseProblem(question.Plan) { Roads = asked.Roads, Facilities = question.Who };
        ResponseReport before = problem.Solve(stop);
        progress.Report(0.4);
        RoadDiagnosis whole = RoadDiagnosis.Of(before, cancellationToken: stop);
        progress.Report(0.6);
        ResponseReport now = asked.Closure.IsNone ? before : (problem with { Closure = asked.Closure }).Solve(stop);
        RoadDiagnosis diagnosis = asked.Closure.IsNone ? whole : RoadDiagnosis.Of(now, cancellationToken: stop);
        progress.Report(0.8);
        return new NetworkAnswer(now, before, diagnosis, whole, asked.Minutes) { Took = clock.Elapsed };
    }

    /// <summary>Metres of border of a speed.</summary>
    public double MetresOf(ResponseSpeed speed) => Border.Where(piece => piece.Speed == speed).Sum(piece => piece.Stretch.LengthMetres);

    /// <summary>What hangs on a road; none where nothing does.</summary>
    public RoadImportance? Find(PatrolRoad road)
    {
        ArgumentNullException.ThrowIfNull(road);
        return Importance.FirstOrDefault(found => found.Road.Id == road.Id);
    }

    private static ImmutableArray<Facility> CutOffIn(RoadDiagnosis diagnosis) =>
        [.. diagnosis.CutOff.Concat(diagnosis.Unjoined).Distinct().Order().Select(index => diagnosis.Facilities[index])];

    private static IEnumerable<ResponsePiece> Speeds(ResponseReport report, double minutes)
    {
        ImmutableArray<BorderStretch> soon = report.ReachedWithin(minutes / 2), inTime = report.ReachedWithin(minutes), late = report.ReachedWithin(minutes * 2);
        ImmutableArray<BorderStretch> all = report.Border.LengthMetres > 0 ? [new BorderStretch(0, report.Border.LengthMetres)] : [];
        (ResponseSpeed Speed, ImmutableArray<BorderStretch> Stretches)[] classes =
        [
            (ResponseSpeed.TooLate, Stretches.Without(all, late)),
            (ResponseSpeed.Late, Stretches.Without(late, inTime)),
            (ResponseSpeed.InTime, Stretches.Without(inTime, soon)),
            (ResponseSpeed.Soon, soon),
        ];
        return classes.SelectMany(of => of.Stretches.SelectMany(stretch => Cut(report.Border, stretch)).Select(stretch => Piece(report.Border, of.Speed, stretch)));
    }

    // A line must not be drawn across from one part of the border to the next.
    private static IEnumerable<BorderStretch> Cut(BorderLine border, BorderStretch stretch) => border.Parts
        .Select(part => new BorderStretch(Math.Max(part.FromMetres, stretch.FromMetres), Math.Min(part.ToMetres, stretch.ToMetres)))
        .Where(piece => piece.ToMetres > piece.FromMetres);

    private static ResponsePiece Piece(BorderLine border, ResponseSpeed speed, BorderStretch stretch)
    {
        double[] line = BorderPieces.Projected(border.Slice(stretch.FromMetres, stretch.ToMetres));
        return new ResponsePiece(speed, stretch, line, MapExtent.Around(line));
    }

    private static RoadWeight[] Weights(RoadDiagnosis diagnosis)
    {
        RoadNetwork network = diagnosis.Network;
        ReadOnlySpan<double> seconds = diagnosis.Response.Times.Seconds;
        var weights = new RoadWeight[network.EdgeCount];
        foreach (CriticalEdge critical in diagnosis.CriticalEdges)
        {
            weights[critical.Edge] = critical.CutOff.Length >= Many ? RoadWeight.CutsOffMany
                : critical.CutOff.Length > 0 ? RoadWeight.CutsOffSome
                : critical.ServedBorderMetres > 0 ? RoadWeight.Border
                : RoadWeight.Plain;
        }

        for (int i = 0; i < weights.Length; i++)
        {
            RoadEdge edge = network.Edge(i);
            if (network.IsClosed(i))
                weights[i] = RoadWeight.Closed;
            else if (double.IsInfinity(seconds[edge.From]) && double.IsInfinity(seconds[edge.To]))
                weights[i] = RoadWeight.NoBase;
        }

        return weights;
    }

    private static IEnumerable<RoadPiece> Pieces(RoadNetwork network, RoadWeight[] weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] == RoadWeight.Plain)
                continue;
            double[] line = BorderPieces.Projected(network.Shape(i));
            yield return new RoadPiece(weights[i], line, MapExtent.Around(line));
        }
    }

    private static ImmutableArray<RoadImportance> ImportanceOf(RoadDiagnosis diagnosis, RoadWeight[] weights)
    {
        RoadNetwork network = diagnosis.Network;
        ILookup<int, CriticalEdge> critical = diagnosis.CriticalEdges.ToLookup(edge => network.Edge(edge.Edge).Road);
        var gravest = new RoadWeight[network.Roads.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            int road = network.Edge(i).Road;
            gravest[road] = (RoadWeight)Math.Max((int)gravest[road], (int)weights[i]);
        }

        return
        [
            .. Enumerable.Range(0, gravest.Length)
                .Where(road => gravest[road] != RoadWeight.Plain)
                .Select(road => new RoadImportance(
                    network.Roads[road],
                    gravest[road],
                    [.. critical[road].SelectMany(edge => edge.CutOff).Distinct().Order().Select(index => diagnosis.Facilities[index])],
                    critical[road].Select(edge => edge.ServedBorderMetres).DefaultIfEmpty(0).Max()))
                .OrderByDescending(road => road.CutOff.Length)
                .ThenByDescending(road => road.ServedBorderMetres)
                .ThenByDescending(road => road.Weight),
        ];
    }
}
