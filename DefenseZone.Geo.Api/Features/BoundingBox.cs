using System.Globalization;
using DefenseZone.Geo.Api.Http;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Api.Features;

/// <summary>
/// The <c>bbox</c> parameter: longitudes and latitudes in degrees (CRS84), bounds included. West of more than east
/// crosses the antimeridian. Heights may be given and are ignored: no layer has any.
/// </summary>
internal readonly record struct BoundingBox(double West, double South, double East, double North)
{
    public const string Parameter = "bbox";
    private const string Remedy =
        "It must be four numbers 'west,south,east,north' in degrees, or six with the heights third and last.";

    /// <summary>The one or two boxes of the plane that it is.</summary>
    public IEnumerable<Envelope> Parts => West <= East
        ? [new Envelope(West, East, South, North)]
        : [new Envelope(West, 180, South, North), new Envelope(-180, East, South, North)];

    public static bool TryParse(string text, FaultList faults, out BoundingBox box)
    {
        box = default;
        string[] pieces = text.Split(',');
        var numbers = new double[pieces.Length];
        for (int i = 0; i < pieces.Length; i++)
        {
            if (!double.TryParse(pieces[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
                return Refuse($"The bbox has '{pieces[i]}' where a number should be.", faults);
        }

        if (numbers.Length is not (4 or 6))
            return Refuse($"The bbox has {numbers.Length} numbers.", faults);
        int upper = numbers.Length / 2;
        box = new BoundingBox(numbers[0], numbers[1], numbers[upper], numbers[upper + 1]);
        if (box.South > box.North)
            return Refuse($"The bbox has its south {box.South} above its north {box.North}.", faults);
        if (upper == 3 && numbers[2] > numbers[5])
            return Refuse($"The bbox has its lowest height {numbers[2]} above its highest {numbers[5]}.", faults);
        if (Math.Abs(box.West) > 180 || Math.Abs(box.East) > 180 || Math.Abs(box.South) > 90 || Math.Abs(box.North) > 90)
            return Refuse("The bbox leaves the Earth: longitudes are −180 to 180 and latitudes −90 to 90.", faults);
        return true;
    }

    private static bool Refuse(string message, FaultList faults)
    {
        faults.Add(new Fault(Parameter, message, Remedy));
        return false;
    }
}
