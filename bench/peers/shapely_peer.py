#!/usr/bin/python3
"""What a Shapely user would write for coverage, gaps and depth.

    shapely_peer.py FOLDER            the whole process: read, project, answer (prints JSON)
    shapely_peer.py --worker FOLDER   read once; then for each line of input (a work's name) do it once and print
                                      {"seconds", "answers"}: only the geometry is timed, the data are in memory

Measured with python3-shapely 1.8.5; needs it, python3-pyproj and python3-numpy. Border chunks are made before the clock runs.
"""
import gc
import json
import sys
import time
import warnings

from shapely.ops import linemerge, unary_union
from shapely.prepared import prep
from shapely.strtree import STRtree

from plane import Plane

warnings.filterwarnings("ignore", message="STRtree will be changed")

MINIMUM_GAP_METRES = 1.0


def hits(tree, items, geometry):
    """Numbers of the tree's items whose boxes meet a geometry's: Shapely 1.8 gives items, Shapely 2 numbers."""
    found = tree.query(geometry)
    return [items[id(item)] for item in found] if items else found


def numbered(geometries):
    tree = STRtree(geometries)
    probe = tree.query(geometries[0])
    gives_items = len(probe) > 0 and hasattr(probe[0], "geom_type")
    return tree, {id(geometry): i for i, geometry in enumerate(geometries)} if gives_items else None


def pieces_of(geometry):
    if geometry.is_empty:
        return []
    return [piece for piece in getattr(geometry, "geoms", [geometry]) if piece.length > 0]


def totals(plane, left):
    """Covered metres and gaps from the uncovered pieces; pieces that touch end to end are one gap."""
    merged = linemerge(left) if len(left) > 1 else left[0] if left else None
    gaps = [] if merged is None else pieces_of(merged)
    return {
        "borderMetres": plane.metres,
        "coveredMetres": plane.metres - sum(gap.length for gap in gaps),
        "gapCount": sum(1 for gap in gaps if gap.length > MINIMUM_GAP_METRES),
    }


def union_difference(plane):
    """Buffer, unary_union, one difference."""
    return totals(plane, pieces_of(plane.line.difference(unary_union(plane.circles()))))


def union_prepared(plane):
    """Buffer, unary_union; then a prepared test a border chunk, and a difference only where a circle's edge runs."""
    covered = unary_union(plane.circles())
    parts = list(getattr(covered, "geoms", [covered]))
    prepared = [prep(part) for part in parts]
    tree, numbers = numbered(parts)
    left = []
    for chunk in plane.chunks:
        rest = chunk
        for i in hits(tree, numbers, chunk):
            if prepared[i].contains_properly(chunk):
                rest = None
                break
            if prepared[i].intersects(chunk):
                rest = rest.difference(parts[i])
        if rest is not None:
            left += pieces_of(rest)
    return totals(plane, left)


def chunk_by_chunk(plane):
    """No union: the circles near a border chunk, prepared; the difference with the union of those few."""
    circles = plane.circles()
    prepared = [prep(circle) for circle in circles]
    tree, numbers = numbered(circles)
    left = []
    for chunk in plane.chunks:
        near = hits(tree, numbers, chunk)
        if any(prepared[i].contains_properly(chunk) for i in near):
            continue
        touching = [circles[i] for i in near if prepared[i].intersects(chunk)]
        left += pieces_of(chunk.difference(unary_union(touching)) if touching else chunk)
    return totals(plane, left)


def depth(plane):
    """Linear referencing: each circle's pieces of border as chainages, then one sweep; coverage and gaps come with it."""
    tree, numbers = numbered(plane.chunks)
    events = []
    for circle in plane.circles():
        prepared = prep(circle)
        for i in hits(tree, numbers, circle):
            chunk = plane.chunks[i]
            begin, end = plane.chunk_chainages[i]
            if prepared.contains_properly(chunk):
                events += [(begin, 1), (end, -1)]
            elif prepared.intersects(chunk):
                for piece in pieces_of(circle.intersection(chunk)):
                    ends = piece.boundary.geoms
                    events += [(begin + chunk.project(ends[0]), 1), (begin + chunk.project(ends[1]), -1)]
    events.sort()
    by_depth, level, at, gaps, uncovered_from = {}, 0, 0.0, 0, 0.0
    for place, step in events + [(plane.metres, 0)]:
        by_depth[level] = by_depth.get(level, 0.0) + place - at
        if level == 0 and place - uncovered_from > MINIMUM_GAP_METRES:
            gaps += 1
        level, at = level + step, place
        if level == 0:
            uncovered_from = place
    return {
        "gapCount": gaps,
        "atLeast1Metres": sum(metres for level, metres in by_depth.items() if level >= 1),
        "atLeast2Metres": sum(metres for level, metres in by_depth.items() if level >= 2),
        "atLeast5Metres": sum(metres for level, metres in by_depth.items() if level >= 5),
        "meanDepth": sum(level * metres for level, metres in by_depth.items()) / plane.metres,
    }


WORKS = {
    "union-difference": union_difference,
    "union-prepared": union_prepared,
    "chunk-by-chunk": chunk_by_chunk,
    "depth": depth,
}


def serve(folder):
    plane = Plane(folder)
    print("ready", flush=True)
    for line in sys.stdin:
        work = WORKS[line.strip()]
        gc.collect()
        begin = time.perf_counter()
        answers = work(plane)
        print(json.dumps({"seconds": time.perf_counter() - begin, "answers": answers}), flush=True)


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--worker":
        serve(arguments[1])
    elif len(arguments) == 1:
        print(json.dumps(chunk_by_chunk(Plane(arguments[0]))))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
