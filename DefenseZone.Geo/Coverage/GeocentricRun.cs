using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Turns neighbouring vertices into geocentric coordinates, four at a time. Their sines and cosines follow from those of
/// a vertex before them by a small turn: much less work than four calls each, and no less exact (the series end below
/// 1e-18).
/// </summary>
internal ref struct GeocentricRun
{
    private const int Four = 4;
    private const double SmallTurnRadians = 0.01;

    private readonly ref double _x;
    private readonly ref double _y;
    private readonly ref double _z;
    private double _longitude = double.NaN;
    private double _latitude = double.NaN;
    private double _sinLon;
    private double _cosLon;
    private double _sinLat;
    private double _cosLat;

    internal GeocentricRun(double[] x, double[] y, double[] z)
    {
        _x = ref MemoryMarshal.GetArrayDataReference(x);
        _y = ref MemoryMarshal.GetArrayDataReference(y);
        _z = ref MemoryMarshal.GetArrayDataReference(z);
    }

    /// <summary>Writes the coordinates of some vertices of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="first">Its first vertex that is wanted.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="to">Where the first is written.</param>
    internal void Write(LinePositions line, int first, int count, int to)
    {
        int step = line.Step, at = line.At(first);
        double[] numbers = line.Numbers;
        int i = 0;
        for (; i <= count - Four; i += Four, at += Four * step)
        {
            Vector256<double> longitudes = Vector256.Create(numbers[at], numbers[at + step], numbers[at + (2 * step)], numbers[at + (3 * step)]);
            Vector256<double> latitudes = Vector256.Create(numbers[at + 1], numbers[at + step + 1], numbers[at + (2 * step) + 1], numbers[at + (3 * step) + 1]);
            WriteFour(longitudes, latitudes, to + i);
        }

        for (; i < count; i++, at += step)
            WriteOne(numbers[at], numbers[at + 1], to + i);
    }

    // A method of its own: the runtime replaces a method that is called often by a better one, and counts wrongly what
    // happens within one that is called once and takes long.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteFour(Vector256<double> longitudes, Vector256<double> latitudes, int to)
    {
        if (!IsNear(longitudes, latitudes))
        {
            // Not a number is not near either: each vertex then tells by itself that it is none.
            TurnTo(longitudes[0], latitudes[0]);
            if (!IsNear(longitudes, latitudes))
            {
                for (int i = 0; i < Four; i++)
                    WriteOne(longitudes[i], latitudes[i], to + i);
                return;
            }
        }

        (Vector256<double> sinLon, Vector256<double> cosLon) = Turned(_sinLon, _cosLon, (longitudes - Vector256.Create(_longitude)) * (Math.PI / 180));
        (Vector256<double> sinLat, Vector256<double> cosLat) = Turned(_sinLat, _cosLat, (latitudes - Vector256.Create(_latitude)) * (Math.PI / 180));
        Vector256<double> normal = Vector256.Create(Wgs84.SemiMajorAxisMetres)
            / Vector256.Sqrt(Vector256.Create(1.0) - (sinLat * sinLat * Wgs84.EccentricitySquared));
        Vector256<double> equatorial = normal * cosLat;
        (equatorial * cosLon).StoreUnsafe(ref _x, (nuint)to);
        (equatorial * sinLon).StoreUnsafe(ref _y, (nuint)to);
        (normal * (1 - Wgs84.EccentricitySquared) * sinLat).StoreUnsafe(ref _z, (nuint)to);
    }

    private readonly void WriteOne(double longitude, double latitude, int to)
    {
        Ecef place = Ecef.Of(new GeoPoint(longitude, latitude));
        Unsafe.Add(ref _x, to) = place.X;
        Unsafe.Add(ref _y, to) = place.Y;
        Unsafe.Add(ref _z, to) = place.Z;
    }

    private readonly bool IsNear(Vector256<double> longitudes, Vector256<double> latitudes) => Vector256.LessThanAll(
        Vector256.Abs(longitudes - Vector256.Create(_longitude)) + Vector256.Abs(latitudes - Vector256.Create(_latitude)),
        Vector256.Create(SmallTurnRadians * (180 / Math.PI)));

    private void TurnTo(double longitude, double latitude)
    {
        (_longitude, _latitude) = (longitude, latitude);
        (_sinLon, _cosLon) = Math.SinCos(double.DegreesToRadians(longitude));
        (_sinLat, _cosLat) = Math.SinCos(double.DegreesToRadians(latitude));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Sine, Vector256<double> Cosine) Turned(double sine, double cosine, Vector256<double> by)
    {
        Vector256<double> one = Vector256.Create(1.0), square = by * by;
        Vector256<double> sinBy = by * (one - (square * (1 / 6.0) * (one - (square * (1 / 20.0) * (one - (square * (1 / 42.0)))))));
        Vector256<double> cosBy = one - (square * 0.5 * (one - (square * (1 / 12.0) * (one - (square * (1 / 30.0))))));
        return ((cosBy * sine) + (sinBy * cosine), (cosBy * cosine) - (sinBy * sine));
    }
}
