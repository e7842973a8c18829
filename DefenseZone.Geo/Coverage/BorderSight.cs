using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Sight;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Looks at the border from facilities, one after another: the heights within the range are read once, the border's
/// edges are brought into the coordinates of that window, and lines of sight are followed to them.
/// </summary>
/// <remarks>One to a thread.</remarks>
internal sealed class BorderSight(ElevationSurface terrain, BorderLine border)
{
    private readonly List<BorderStretch> _within = [];
    private readonly List<BorderStretch> _seen = [];
    private float[] _heights = [];
    private Outlook _outlook;
    private int _edge;
    private (double Column, double Row) _edgeFrom;
    private (double Column, double Row) _edgeTo;
    private double _unknownMetres;

    private enum State
    {
        Hidden,
        Seen,
        Unknown,
    }

    internal static GeoPoint PlaceOf(Facility facility) => new(facility.Location.X, facility.Location.Y);

    /// <summary>Finds what a facility sees.</summary>
    internal FacilitySight Look(Facility facility, double rangeMetres, SightConditions conditions, CancellationToken cancellationToken)
    {
        var sight = new FacilitySight
        {
            Facility = facility,
            Ground = ObserverGround.OutsideTerrain,
            RangeMetres = rangeMetres,
            ObserverHeightMetres = conditions.ObserverHeightMetres,
        };
        if (rangeMetres == 0 || double.IsNaN(facility.Location.X) || double.IsNaN(facility.Location.Y))
            return sight;
        GeoPoint place = PlaceOf(facility);
        double curvature = Wgs84.MeanRadiusOfCurvatureMetres(place.LatitudeDegrees);
        _within.Clear();
        border.Within(Ecef.Of(place), 2 * curvature * Math.Sin(rangeMetres / (2 * curvature)), _within);
        double within = _within.Sum(stretch => stretch.LengthMetres);
        sight = sight with { WithinMetres = within, UnknownMetres = within };
        if (ViewshedScratch.Cell(terrain.Frame, place) is not { } cell)
            return sight;
        double ground = Open(place, cell, rangeMetres, conditions, cancellationToken);
        if (double.IsNaN(ground))
            return sight with { Ground = ObserverGround.Void };

        _seen.Clear();
        _unknownMetres = 0;
        _edge = -1;
        foreach (BorderStretch stretch in _within)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Follow(stretch);
        }

        return sight with
        {
            Ground = ObserverGround.Known,
            GroundMetres = ground,
            Stretches = [.. _seen],
            SeenMetres = _seen.Sum(stretch => stretch.LengthMetres),
            UnknownMetres = _unknownMetres,
        };
    }

    /// <summary>Reads the heights about a place.</summary>
    /// <returns>The height of the ground there; NaN in a void.</returns>
    private double Open(GeoPoint place, (int Column, int Row) cell, double rangeMetres, SightConditions conditions, CancellationToken cancellationToken)
    {
        GridFrame frame = terrain.Frame;
        double down = rangeMetres / frame.CellHeightMetres(cell.Row);

        // Columns stand closest at the end that is nearer to a pole.
        double narrowest = Math.Min(frame.CellWidthMetres(cell.Row - down), frame.CellWidthMetres(cell.Row + down));
        (int west, int columns) = Reach(cell.Column, rangeMetres / narrowest, frame.Columns);
        (int north, int rows) = Reach(cell.Row, down, frame.Rows);
        if (_heights.Length < columns * rows)
            _heights = new float[columns * rows];
        terrain.Read(west, north, columns, rows, _heights.AsSpan(0, columns * rows), cancellationToken);
        (double column, double row) = frame.Locate(place);
        _outlook = new Outlook
        {
            West = west,
            North = north,
            Columns = columns,
            Rows = rows,
            Place = Ecef.Of(place),
            Conditions = conditions,
            SpacingMetres = Math.Min(frame.CellWidthMetres(cell.Row), frame.CellHeightMetres(cell.Row)),
        };
        (double Column, double Row) from = Inside(column - west, row - north) ?? (0, 0);
        double ground = GroundAt(from);
        _outlook = _outlook with { From = from, EyeMetres = ground + conditions.ObserverHeightMetres };
        return ground;
    }

    private static (int First, int Count) Reach(int middle, double cells, int all)
    {
        int reach = (int)Math.Min(Math.Ceiling(cells) + 2, all);
        int first = Math.Max(0, middle - reach);
        return (first, Math.Min(all - 1, middle + reach) - first + 1);
    }

    private void Follow(BorderStretch stretch)
    {
        int steps = Math.Max(1, (int)Math.Ceiling(stretch.LengthMetres / _outlook.SpacingMetres));
        double at = stretch.FromMetres, since = at;
        State state = StateAt(at);
        for (int step = 1; step <= steps; step++)
        {
            double next = step == steps ? stretch.ToMetres : stretch.FromMetres + (stretch.LengthMetres * step / steps);
            State then = StateAt(next);
            if (then != state)
            {
                double change = Change(at, state, next);
                Take(state, since, change);
                (since, state) = (change, then);
            }

            at = next;
        }

        Take(state, since, stretch.ToMetres);
    }

    // Between two places of different state the first change is closed in on from both sides.
    private double Change(double from, State state, double to)
    {
        while (to - from > SightCoverage.EndMetres)
        {
            double middle = 0.5 * (from + to);
            if (StateAt(middle) == state)
                from = middle;
            else
                to = middle;
        }

        return 0.5 * (from + to);
    }

    private void Take(State state, double from, double to)
    {
        if (!(to > from))
            return;
        if (state == State.Unknown)
            _unknownMetres += to - from;
        if (state != State.Seen)
            return;
        if (_seen.Count > 0 && _seen[^1].ToMetres == from)
            _seen[^1] = new BorderStretch(_seen[^1].FromMetres, to);
        else
            _seen.Add(new BorderStretch(from, to));
    }

    private State StateAt(double chainage)
    {
        BorderVertices vertices = border.Vertices;
        Enter(chainage);
        double first = vertices.Chainages[_edge], length = vertices.Chainages[_edge + 1] - first;
        double share = length > 0 ? Math.Clamp((chainage - first) / length, 0, 1) : 0;
        (double Column, double Row)? inside = Inside(
            _edgeFrom.Column + (share * (_edgeTo.Column - _edgeFrom.Column)), _edgeFrom.Row + (share * (_edgeTo.Row - _edgeFrom.Row)));
        if (inside is not { } to || GroundAt(to) is var ground && double.IsNaN(ground))
            return State.Unknown;
        Ecef a = vertices.Place(_edge), b = vertices.Place(_edge + 1);
        double distance = _outlook.Place.DistanceMetresTo(
            new Ecef(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y)), a.Z + (share * (b.Z - a.Z))));
        var line = new GroundLine(Heights, _outlook.Columns, _outlook.From.Column, _outlook.From.Row, to.Column, to.Row);
        return line.IsFree(_outlook.EyeMetres, ground + _outlook.Conditions.TargetHeightMetres, _outlook.Conditions.DropMetres(distance))
            ? State.Seen
            : State.Hidden;
    }

    /// <summary>Goes to the edge with a chainage; mostly the same as before, or the next.</summary>
    private void Enter(double chainage)
    {
        double[] chainages = border.Vertices.Chainages;
        if (_edge >= 0 && chainages[_edge] <= chainage && chainage <= chainages[_edge + 1])
            return;
        int edge = Array.BinarySearch(chainages, chainage);
        edge = Math.Clamp(edge >= 0 ? edge : ~edge - 1, 0, chainages.Length - 2);

        // Between parts, and at doubled vertices, are edges without a length.
        while (edge > 0 && chainages[edge + 1] <= chainages[edge] && chainages[edge] >= chainage)
            edge--;
        while (edge + 2 < chainages.Length && chainages[edge + 1] <= chainages[edge])
            edge++;
        _edge = edge;
        _edgeFrom = Locate(edge);
        _edgeTo = Locate(edge + 1);
    }

    private (double Column, double Row) Locate(int vertex)
    {
        (double column, double row) = terrain.Frame.Locate(border.Vertices.Point(vertex));
        return (column - _outlook.West, row - _outlook.North);
    }

    // In the half cell beyond the outermost centres the ground is that of the nearest place between centres.
    private (double Column, double Row)? Inside(double column, double row) =>
        column >= -0.5 && column <= _outlook.Columns - 0.5 && row >= -0.5 && row <= _outlook.Rows - 0.5
            ? (Math.Clamp(column, 0, _outlook.Columns - 1), Math.Clamp(row, 0, _outlook.Rows - 1))
            : null;

    private ReadOnlySpan<float> Heights => _heights.AsSpan(0, _outlook.Columns * _outlook.Rows);

    private double GroundAt((double Column, double Row) place) =>
        new HeightCells(Heights, _outlook.Columns, 1, 1).Bilinear(place.Column, place.Row);

    /// <summary>The window that was read, and from where in it is looked.</summary>
    private readonly record struct Outlook
    {
        public required int West { get; init; }

        public required int North { get; init; }

        public required int Columns { get; init; }

        public required int Rows { get; init; }

        public required Ecef Place { get; init; }

        public required SightConditions Conditions { get; init; }

        public required double SpacingMetres { get; init; }

        public (double Column, double Row) From { get; init; }

        public double EyeMetres { get; init; }
    }
}
