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
    /// <param name="Line">Its vertices as they are walked.</param>
    /// <param name="StartsPart">True where it does not touch the line before it.</param>
    internal readonly record struct Link(BorderSegment Segment, LinePositions Line, bool StartsPart);

    private sealed record Piece(int Number, BorderSegment Segment, CoordinateSequence Line, Ecef Start, Ecef End);

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
                    pieces.Add(Read(pieces.Count, segment, line.CoordinateSequence));
            }
        }

        return sequenced
            ? InSequence(BySequence(pieces))
            : ByEnds(pieces);
    }

    private static Piece Read(int number, BorderSegment segment, CoordinateSequence line) => new(
        number,
        segment,
        line,
        Ecef.Of(new GeoPoint(line.GetX(0), line.GetY(0))),
        Ecef.Of(new GeoPoint(line.GetX(line.Count - 1), line.GetY(line.Count - 1))));

    // The lines of one segment stay in their order.
    private static Piece[] BySequence(List<Piece> pieces)
    {
        Piece[] sorted = [.. pieces];
        Array.Sort(sorted, static (a, b) =>
        {
            int order = a.Segment.Sequence!.Value.CompareTo(b.Segment.Sequence!.Value);
            return order != 0 ? order : a.Number.CompareTo(b.Number);
        });
        return sorted;
    }

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
            chain.Add(new Link(piece.Segment, new LinePositions(piece.Line, reversed), !follows));
            end = reversed ? piece.Start : piece.End;
        }

        return chain;
    }

    private static List<Link> ByEnds(List<Piece> pieces)
    {
        var chain = new List<Link>(pieces.Count);
        var free = new FreeEnds(pieces);
        foreach (Piece begin in pieces)
        {
            if (!free.Take(begin))
                continue;
            List<Link> after = Follow(free, begin.End, backwards: false), before = Follow(free, begin.Start, backwards: true);
            before.Reverse();
            int first = chain.Count;
            chain.AddRange(before);
            chain.Add(new Link(begin.Segment, new LinePositions(begin.Line, reversed: false), StartsPart: false));
            chain.AddRange(after);
            chain[first] = chain[first] with { StartsPart = true };
        }

        return chain;
    }

    /// <summary>The free lines that touch a place one after the other; those that lead up to it where walked backwards.</summary>
    private static List<Link> Follow(FreeEnds free, Ecef place, bool backwards)
    {
        var links = new List<Link>();
        while (free.TakeTouching(place) is { } next)
        {
            bool atItsEnd = !Touch(place, next.Start);
            links.Add(new Link(next.Segment, new LinePositions(next.Line, atItsEnd != backwards), StartsPart: false));
            place = atItsEnd ? next.Start : next.End;
        }

        return links;
    }

    private static bool TouchesEitherEnd(Ecef place, Piece piece) => Touch(place, piece.Start) || Touch(place, piece.End);

    private static bool Touch(Ecef left, Ecef right) => left.DistanceMetresTo(right) <= TouchMetres;

    /// <summary>The ends of the lines that are not in the chain yet, in cubes, so that only those near a place are looked at.</summary>
    private sealed class FreeEnds
    {
        private const double CubeMetres = 16 * TouchMetres;

        private readonly Dictionary<(int X, int Y, int Z), List<Piece>> _cubes = [];
        private readonly HashSet<int> _free = [];

        internal FreeEnds(List<Piece> pieces)
        {
            foreach (Piece piece in pieces)
            {
                _free.Add(piece.Number);
                Enter(piece, piece.Start);
                Enter(piece, piece.End);
            }
        }

        /// <summary>Takes a line; false where it was taken before.</summary>
        internal bool Take(Piece piece)
        {
            if (!_free.Remove(piece.Number))
                return false;
            _cubes[CubeOf(piece.Start, 0, 0, 0)].Remove(piece);
            _cubes[CubeOf(piece.End, 0, 0, 0)].Remove(piece);
            return true;
        }

        /// <summary>Takes the first free line that has an end at a place, if there is one.</summary>
        internal Piece? TakeTouching(Ecef place)
        {
            Piece? first = null;
            (int X, int Y, int Z) low = CubeOf(place, -TouchMetres, -TouchMetres, -TouchMetres);
            (int X, int Y, int Z) high = CubeOf(place, TouchMetres, TouchMetres, TouchMetres);
            for (int x = low.X; x <= high.X; x++)
            {
                for (int y = low.Y; y <= high.Y; y++)
                {
                    for (int z = low.Z; z <= high.Z; z++)
                    {
                        if (_cubes.TryGetValue((x, y, z), out List<Piece>? near))
                            first = First(near, place, first);
                    }
                }
            }

            if (first is not null)
                Take(first);
            return first;
        }

        private static Piece? First(List<Piece> near, Ecef place, Piece? first)
        {
            foreach (Piece piece in near)
            {
                if ((first is null || piece.Number < first.Number) && TouchesEitherEnd(place, piece))
                    first = piece;
            }

            return first;
        }

        private void Enter(Piece piece, Ecef end)
        {
            (int X, int Y, int Z) cube = CubeOf(end, 0, 0, 0);
            if (!_cubes.TryGetValue(cube, out List<Piece>? pieces))
                _cubes.Add(cube, pieces = []);
            pieces.Add(piece);
        }

        private static (int X, int Y, int Z) CubeOf(Ecef place, double x, double y, double z) => (
            (int)Math.Floor((place.X + x) / CubeMetres),
            (int)Math.Floor((place.Y + y) / CubeMetres),
            (int)Math.Floor((place.Z + z) / CubeMetres));
    }
}
