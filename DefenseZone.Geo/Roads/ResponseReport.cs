using System.Collections.Immutable;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;

namespace DefenseZone.Geo.Roads;

/// <summary>How soon somebody is at each place of the border and at each node of the roads, and who.</summary>
/// <remarks>Immutable to its users, and safe to share between threads.</remarks>
public sealed class ResponseReport
{
    private readonly List<EnvelopePiece> _pieces;
    private readonly int[] _facilityOf;
    private readonly Lazy<ImmutableArray<ResponseStretch>> _stretches;
    private readonly Lazy<double> _mean;

    internal ResponseReport(
        ResponseProblem problem,
        BorderLine border,
        ImmutableArray<Facility> facilities,
        ImmutableArray<NetworkPoint?> joins,
        NetworkTimes times,
        int[] facilityOf,
        List<EnvelopePiece> pieces,
        double buildSeconds,
        double querySeconds)
    {
        Problem = problem;
        Border = border;
        Facilities = facilities;
        Joins = joins;
        Times = times;
        BuildSeconds = buildSeconds;
        QuerySeconds = querySeconds;
        _facilityOf = facilityOf;
        _pieces = pieces;
        _stretches = new(Describe);
        _mean = new(Mean);
    }

    /// <summary>The question that this answers.</summary>
    public ResponseProblem Problem { get; }

    /// <summary>The border that it is about.</summary>
    public BorderLine Border { get; }

    /// <summary>The roads without those that are closed.</summary>
    public RoadNetwork Network => Times.Network;

    /// <summary>Those who respond; stretches name them by their index here.</summary>
    public ImmutableArray<Facility> Facilities { get; }

    /// <summary>The open road nearest to each of them; none where there is no open road. One may set out by any other.</summary>
    public ImmutableArray<NetworkPoint?> Joins { get; }

    /// <summary>The times at the nodes of the network. Their sources are the places where facilities come onto the roads.</summary>
    public NetworkTimes Times { get; }

    /// <summary>How long it took to make the network, in seconds; next to nothing where it was there already.</summary>
    public double BuildSeconds { get; }

    /// <summary>How long closures, joins and times at all nodes took, in seconds.</summary>
    public double QuerySeconds { get; }

    /// <summary>
    /// The border cut where another facility is first, or another stretch of road is left: in order, without overlap, and all of
    /// it. Ends are exact to a centimetre.
    /// </summary>
    public ImmutableArray<ResponseStretch> Stretches => _stretches.Value;

    /// <summary>The greatest response time along the border; infinite where some place is never reached, 0 where there is no border.</summary>
    public double MostSeconds => Stretches.IsEmpty ? 0 : Stretches.Max(stretch => stretch.MostSeconds);

    /// <summary>The border cut where another cone is best.</summary>
    internal IReadOnlyList<EnvelopePiece> Pieces => _pieces;

    /// <summary>The length-weighted mean of the response time along the border; infinite where some place is never reached, 0 where there is no border.</summary>
    public double MeanSeconds => Border.LengthMetres == 0 ? 0 : _pieces.Count == 0 ? double.PositiveInfinity : _mean.Value;

    /// <summary>The facility that is first at a node; −1 where none comes.</summary>
    public int FacilityAtNode(int node) => Times.Sources[node] is var source and >= 0 ? _facilityOf[source] : -1;

    /// <summary>How one comes to a chainage first.</summary>
    public ResponseAt At(double chainageMetres)
    {
        if (_pieces.Count == 0)
            return new ResponseAt(double.PositiveInfinity, -1, -1, default, 0);
        int low = 0, high = _pieces.Count - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_pieces[middle].ToMetres < chainageMetres)
                low = middle + 1;
            else
                high = middle;
        }

        AccessCone access = _pieces[low].Access;
        var place = Ecef.Of(Border.PointAt(Math.Clamp(chainageMetres, _pieces[low].FromMetres, _pieces[low].ToMetres)));
        double seconds = access.Cone.SecondsAt(place, out double along);
        GeoPoint leave;
        if (access.Edge < 0)
        {
            leave = new GeoPoint(Facilities[access.Facility].Location.X, Facilities[access.Facility].Location.Y);
        }
        else
        {
            double metres = access.FromMetres + (Math.Sign(access.ToMetres - access.FromMetres) * along);
            double length = Network.Graph.Lengths[access.Edge];
            leave = Network.PointAt(access.Edge, length > 0 ? metres / length : 0);
        }

        return new ResponseAt(seconds, access.Facility, access.Edge, leave, place.DistanceMetresTo(Ecef.Of(leave)));
    }

    /// <summary>The stretches that are reached within a time, in order, no two touching.</summary>
    public ImmutableArray<BorderStretch> ReachedWithin(double minutes)
    {
        var reached = ImmutableArray.CreateBuilder<BorderStretch>();
        foreach ((EnvelopePiece piece, Ecef p, Ecef q, double from, double to) in Edges())
        {
            (double enter, double leave) = piece.Access.Cone.Within(p, q, minutes * 60);
            double begin = Math.Max(piece.FromMetres, enter <= 0 ? from : from + (enter * (to - from)));
            double end = Math.Min(piece.ToMetres, leave >= 1 ? to : from + (leave * (to - from)));
            if (!(enter < leave) || !(begin < end))
                continue;
            if (reached.Count > 0 && begin <= reached[^1].ToMetres)
                reached[^1] = reached[^1] with { ToMetres = Math.Max(end, reached[^1].ToMetres) };
            else
                reached.Add(new BorderStretch(begin, end));
        }

        return reached.DrainToImmutable();
    }

    /// <summary>Metres of border reached within a time.</summary>
    public double MetresWithin(double minutes) => ReachedWithin(minutes).Sum(stretch => stretch.LengthMetres);

    /// <summary>Every piece with each edge of the border that it takes part in: where the edge begins and ends, as places and chainages.</summary>
    internal IEnumerable<(EnvelopePiece Piece, Ecef P, Ecef Q, double From, double To)> Edges()
    {
        BorderVertices vertices = Border.Vertices;
        int edge = 0;
        foreach (EnvelopePiece piece in _pieces)
        {
            while (vertices.Chainages[edge + 1] <= piece.FromMetres)
                edge++;
            for (int i = edge; i + 1 < vertices.Count && vertices.Chainages[i] < piece.ToMetres; i++)
            {
                if (vertices.Chainages[i + 1] > vertices.Chainages[i])
                    yield return (piece, vertices.Place(i), vertices.Place(i + 1), vertices.Chainages[i], vertices.Chainages[i + 1]);
            }
        }
    }

    private ImmutableArray<ResponseStretch> Describe()
    {
        if (_pieces.Count == 0)
        {
            return Border.LengthMetres > 0
                ? [new ResponseStretch(0, Border.LengthMetres, -1, -1, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity)]
                : [];
        }

        var stretches = ImmutableArray.CreateBuilder<ResponseStretch>();
        foreach ((EnvelopePiece piece, Ecef p, Ecef q, double from, double to) in Edges())
        {
            double begin = Math.Max(from, piece.FromMetres), end = Math.Min(to, piece.ToMetres);
            double at = piece.Access.Cone.SecondsAt(Between(p, q, (begin - from) / (to - from)));
            double then = piece.Access.Cone.SecondsAt(Between(p, q, (end - from) / (to - from)));
            ResponseStretch last = stretches.Count > 0 ? stretches[^1] : default;
            bool goesOn = stretches.Count > 0 && last.ToMetres == begin && last.Facility == piece.Access.Facility && last.Edge == piece.Access.Edge;
            if (goesOn)
            {
                stretches[^1] = last with
                {
                    ToMetres = end,
                    ToSeconds = then,
                    LeastSeconds = Math.Min(last.LeastSeconds, Math.Min(at, then)),
                    MostSeconds = Math.Max(last.MostSeconds, Math.Max(at, then)),
                };
            }
            else
            {
                stretches.Add(new ResponseStretch(begin, end, piece.Access.Facility, piece.Access.Edge, at, then, Math.Min(at, then), Math.Max(at, then)));
            }
        }

        return stretches.DrainToImmutable();
    }

    // Simpson's rule on each edge of the border, along which times are nearly straight.
    private double Mean()
    {
        double sum = 0;
        foreach ((EnvelopePiece piece, Ecef p, Ecef q, double from, double to) in Edges())
        {
            double begin = (Math.Max(from, piece.FromMetres) - from) / (to - from), end = (Math.Min(to, piece.ToMetres) - from) / (to - from);
            ReachCone cone = piece.Access.Cone;
            double ends = cone.SecondsAt(Between(p, q, begin)) + cone.SecondsAt(Between(p, q, end));
            sum += (end - begin) * (to - from) * (ends + (4 * cone.SecondsAt(Between(p, q, (begin + end) / 2)))) / 6;
        }

        return sum / Border.LengthMetres;
    }

    private static Ecef Between(Ecef p, Ecef q, double t) => new(p.X + (t * (q.X - p.X)), p.Y + (t * (q.Y - p.Y)), p.Z + (t * (q.Z - p.Z)));
}
