using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace DefenseZone.Geo.Model;

/// <summary>
/// Keeps the positions of lines and rings as one array of numbers, 16 bytes a position, where an array of coordinate
/// objects takes 40 and scatters them over memory. A single position stays an object, since who asks for a point's
/// place wants just that.
/// </summary>
internal sealed class CompactSequenceFactory : CoordinateSequenceFactory
{
    private static readonly CoordinateSequenceFactory Many = PackedCoordinateSequenceFactory.DoubleFactory;
    private static readonly CoordinateSequenceFactory Single = CoordinateArraySequenceFactory.Instance;

    private CompactSequenceFactory()
        : base(Ordinates.XYZM)
    {
    }

    internal static CompactSequenceFactory Instance { get; } = new();

    public override CoordinateSequence Create(Coordinate[] coordinates) => For(coordinates?.Length ?? 0).Create(coordinates);

    public override CoordinateSequence Create(CoordinateSequence coordSeq)
    {
        ArgumentNullException.ThrowIfNull(coordSeq);
        return For(coordSeq.Count).Create(coordSeq);
    }

    public override CoordinateSequence Create(int size, int dimension, int measures) => For(size).Create(size, dimension, measures);

    private static CoordinateSequenceFactory For(int count) => count > 1 ? Many : Single;
}
