using System.Collections.Immutable;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using NetTopologySuite.Geometries;

namespace DefenseZone.Geo.Coverage;

/// <summary>
/// Puts the lines of the border's segments in order, end to end. With <see cref="BorderSegment.Sequence"/> on
/// every segment they follow it; without, lines whose ends touch are chained, beginning with the first line and
/// in its direction. A line drawn against the direction of its chain is walked backwards.
/// </summary>
internal static class BorderChain
{
    /// <summary>Ends no farther apart than this touch: digitised ends rarely agree to the last decimal.</summary>
    internal const double TouchMetres = 1;

    /// <summary>One line in its place.</summary>
    /// <param name="Segment">The segment it belongs to.</param>
    /// <param name="Line">Its vertices.</param>
    /// <param name="Reversed">True where it is walked from its last vertex to its first.</param>
    /// <param name="StartsPart">True where it does not touch the line before it.</param>
    internal readonly record struct Link(BorderSegment Segment, CoordinateSequence Line, bool Reversed, bool StartsPart)
    {
        /// <summary>Writes out the line's vertices in the order in which it is walked.</summary>
        internal void CopyTo(Span<double> longitudes, Span<double> latitudes)
        {
            int count = Line.Count;
            ReadOnlySpan<double> positions = Wgs84Geometry.Positions(Line);
            for (int i = 0; i < count; i++)
            {
                longitudes[i] = positions[2 * i];
                latitudes[i] = positions[(2 * i) + 1];
            }

            if (Reversed)
            {
                longitudes[..count].Reverse();
                latitudes[..count].Reverse();
            }
        }
    }

    private sealed record Piece(BorderSegment Segment, CoordinateSequence Line, Ecef Start, Ecef End);

    internal static List<Link> Of(ImmutableArray<BorderSegment> segments)
    {
        var pieces = new List<Piece>();
        bool sequenced = !segments.IsEmpty;
        foreach (BorderSegment segment in segments)
        {
            sequenced &= segment.Sequence is not null;
            for (int i = 0; i < segment.Geometry.NumGeometries; i++)
            {
                if (segment.Geometry.GetGeometryN(i) is LineString { IsEmpty: false } line)
                    pieces.Add(Read(segment, line.CoordinateSequence));
            }
        }

        return sequenced
            ? InSequence([.. pieces.OrderBy(piece => piece.Segment.Sequence!.Value)])
            : ByEnds(pieces);
    }

    private static Piece Read(BorderSegment segment, CoordinateSequence line) => new(
        segment,
        line,
        Ecef.Of(new GeoPoint(line.GetX(0), line.GetY(0))),
        Ecef.Of(new GeoPoint(line.GetX(line.Count - 1), line.GetY(line.Count - 1))));

    private static List<Link> InSequence(Piece[] pieces)
    {
        var chain = new List<Link>(pieces.Length);
        Ecef end = default;
        for (int i = 0; i < pieces.Length; i++)
        {
            Piece piece = pieces[i];
            bool follows = i > 0 && (Touch(end, piece.Start) || Touch(end, piece.End));
            bool reversed = follows
                ? !Touch(end, piece.Start)
                : i + 1 < pieces.Length && !TouchesEitherEnd(piece.End, pieces[i + 1]) && TouchesEitherEnd(piece.Start, pieces[i + 1]);
            chain.Add(new Link(piece.Segment, piece.Line, reversed, !follows));
            end = reversed ? piece.Start : piece.End;
        }

        return chain;
    }

    private static List<Link> ByEnds(List<Piece> pieces)
    {
        var chain = new List<Link>(pieces.Count);
        var free = new List<Piece>(pieces);
        while (free.Count > 0)
        {
            var part = new LinkedList<(Piece Piece, bool Reversed)>();
            part.AddFirst((free[0], false));
            Ecef start = free[0].Start, end = free[0].End;
            free.RemoveAt(0);
            while (TakeTouching(free, end, out Piece? next, out bool atItsEnd))
            {
                part.AddLast((next, atItsEnd));
                end = atItsEnd ? next.Start : next.End;
            }

            while (TakeTouching(free, start, out Piece? before, out bool atItsEnd))
            {
                part.AddFirst((before, !atItsEnd));
                start = atItsEnd ? before.Start : before.End;
            }

            bool first = true;
            foreach ((Piece piece, bool reversed) in part)
            {
                chain.Add(new Link(piece.Segment, piece.Line, reversed, first));
                first = false;
            }
        }

        return chain;
    }

    private static bool TakeTouching(List<Piece> free, Ecef place, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Piece? taken, out bool atItsEnd)
    {
        for (int i = 0; i < free.Count; i++)
        {
            atItsEnd = !Touch(place, free[i].Start);
            if (!atItsEnd || Touch(place, free[i].End))
            {
                taken = free[i];
                free.RemoveAt(i);
                return true;
            }
        }

        taken = null;
        atItsEnd = false;
        return false;
    }

    private static bool TouchesEitherEnd(Ecef place, Piece piece) => Touch(place, piece.Start) || Touch(place, piece.End);

    private static bool Touch(Ecef left, Ecef right) => left.DistanceMetresTo(right) <= TouchMetres;
}
