using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Tests.Roads;

/// <summary>
/// Small road networks drawn with characters. A letter or digit is a junction; <c>-</c>, <c>|</c>, <c>/</c> and <c>\</c>
/// between two of them are a road, whose id is its two ends in the order of the drawing (left to right, top to bottom):
/// <c>AB</c>. A <c>+</c> is a crossing that is not drawn as a junction: both roads go straight on. Each column and row
/// is 0.01° wide and high; the top left corner is 105°E 20°N.
/// </summary>
internal sealed class AsciiMap
{
    internal const double StepDegrees = 0.01;
    internal const double West = 105;
    internal const double North = 20;

    private readonly string[] _rows;

    private AsciiMap(string drawing)
    {
        _rows = drawing.Split('\n');
        for (int row = 0; row < _rows.Length; row++)
        {
            for (int column = 0; column < _rows[row].Length; column++)
            {
                if (char.IsLetterOrDigit(_rows[row][column]))
                    Places.Add(_rows[row][column], new Coordinate(West + (column * StepDegrees), North - (row * StepDegrees)));
            }
        }
    }

    internal Dictionary<char, Coordinate> Places { get; } = [];

    internal List<PatrolRoad> Roads { get; } = [];

    internal Coordinate this[char place] => Places[place];

    /// <summary>Reads a drawing; every road has the speed given.</summary>
    internal static AsciiMap Of(string drawing, double? speedKmh = 36)
    {
        var map = new AsciiMap(drawing);
        for (int row = 0; row < map._rows.Length; row++)
        {
            for (int column = 0; column < map._rows[row].Length; column++)
            {
                char from = map._rows[row][column];
                if (!char.IsLetterOrDigit(from))
                    continue;
                map.Follow(from, row, column, 0, 1, '-', speedKmh);
                map.Follow(from, row, column, 1, 0, '|', speedKmh);
                map.Follow(from, row, column, 1, 1, '\\', speedKmh);
                map.Follow(from, row, column, 1, -1, '/', speedKmh);
            }
        }

        return map;
    }

    /// <summary>A plan with these roads.</summary>
    internal Plan Plan => DefenseZone.Geo.Model.Plan.Empty with { PatrolRoads = [.. Roads] };

    /// <summary>The same map with one road changed.</summary>
    internal AsciiMap With(string road, Func<PatrolRoad, PatrolRoad> change)
    {
        int at = Roads.FindIndex(one => one.Id.Text == road);
        Roads[at] = change(Roads[at]);
        return this;
    }

    internal AsciiMap With(PatrolRoad road)
    {
        Roads.Add(road);
        return this;
    }

    internal static PatrolRoad Road(string id, double? speedKmh, params ReadOnlySpan<Coordinate> vertices) => new()
    {
        Id = FeatureId.Of(id),
        SpeedKmh = speedKmh,
        Geometry = Wgs84Geometry.Factory.CreateLineString(vertices.ToArray()),
    };

    private void Follow(char from, int row, int column, int down, int right, char stroke, double? speedKmh)
    {
        int r = row + down, c = column + right;
        if (At(r, c) != stroke && At(r, c) != '+')
            return;
        while (At(r, c) == stroke || At(r, c) == '+')
        {
            r += down;
            c += right;
        }

        char to = At(r, c);
        if (char.IsLetterOrDigit(to))
            Roads.Add(Road($"{from}{to}", speedKmh, Places[from].Copy(), Places[to].Copy()));
    }

    private char At(int row, int column) =>
        row >= 0 && row < _rows.Length && column >= 0 && column < _rows[row].Length ? _rows[row][column] : ' ';
}
