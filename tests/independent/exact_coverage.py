#!/usr/bin/python3
"""Coverage of a border by exact geodesic circles: slow, plain, and independent of the library.

    python3 exact_coverage.py < problem.json > answer.json
    python3 exact_coverage.py --plan FOLDER > answer.json

problem: {"border": [[[lon, lat], ...], ...parts], "facilities": [[lon, lat, radiusMetres], ...],
          "minimumGapMetres": 1, "requiredDepth": 1}
answer:  {"borderMetres", "coveredMetres", "gapCount", "longestGapMetres", "gaps": [[from, to], ...],
          "metresByDepth": [...]}

Every border edge is the geodesic between its ends, however long. Distances, points along edges and chainages
are GeographicLib's (pyproj.Geod, WGS84, good to some nanometres). A circle of less than a quarter of the
meridian is convex, so along an edge the distance to its centre falls and then rises: an edge with both ends
inside is inside; with one end inside it is left once; with both outside it is entered and left on the two sides
of the nearest point, if that is inside. The nearest point is where the direction to the centre is square to the
edge. Ends are found by bisection.

A gap is a longest stretch of less than the required depth that is longer than the minimum, and does not go on
from one part to the next unless these touch. Needs python3-pyproj and python3-numpy.
"""
import json
import os
import sys

import numpy as np
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
LONGEST_PIECE_METRES = 5_000.0
NOISE_METRES = 1e-5
BISECTIONS = 48


def geocentric(longitude, latitude):
    """WGS84 degrees to geocentric metres. Straight chords there are never longer than geodesics."""
    lam, phi = np.radians(longitude), np.radians(latitude)
    e2 = GEOD.es
    n = GEOD.a / np.sqrt(1 - e2 * np.sin(phi) ** 2)
    return np.stack([n * np.cos(phi) * np.cos(lam), n * np.cos(phi) * np.sin(lam), n * (1 - e2) * np.sin(phi)], axis=-1)


class Pieces:
    """The border's edges cut into geodesic pieces of at most some kilometres, with the chainage of each."""

    def __init__(self, parts):
        starts, azimuths, lengths, chainages = [], [], [], []
        self.parts = []
        chainage = 0.0
        last = None
        for part in parts:
            points = np.asarray(part, dtype=float)[:, :2]
            azimuth, _, length = GEOD.inv(points[:-1, 0], points[:-1, 1], points[1:, 0], points[1:, 1])
            begin = chainage
            for i in range(len(length)):
                if length[i] == 0:
                    continue
                count = max(1, int(np.ceil(length[i] / LONGEST_PIECE_METRES)))
                step = length[i] / count
                for k in range(count):
                    if k == 0:
                        lon, lat, az = points[i, 0], points[i, 1], azimuth[i]
                    else:
                        lon, lat, back = GEOD.fwd(points[i, 0], points[i, 1], azimuth[i], k * step)
                        az = back + 180
                    starts.append((lon, lat))
                    azimuths.append(az)
                    lengths.append(step)
                    chainages.append(chainage + k * step)
                chainage += length[i]
            touches = last is not None and np.array_equal(last, points[0])
            if touches:
                self.parts[-1][1] = chainage
            else:
                self.parts.append([begin, chainage])
            last = points[-1]
        self.longitude, self.latitude = np.array(starts, dtype=float).reshape(-1, 2).T
        self.azimuth = np.array(azimuths)
        self.length = np.array(lengths)
        self.chainage = np.array(chainages)
        self.metres = chainage
        middle = self.at(np.arange(len(self.length)), self.length / 2)
        self.middle = geocentric(middle[0], middle[1])

    def at(self, piece, metres):
        """Longitude, latitude and direction of the border at some metres into pieces."""
        longitude, latitude, back = GEOD.fwd(
            self.longitude[piece], self.latitude[piece], self.azimuth[piece], metres)
        return np.asarray(longitude), np.asarray(latitude), np.asarray(back) + 180


def covered_stretches(pieces, facilities):
    """For each facility and piece in reach: the stretch covered, as (facility, from, to) chainages."""
    piece, facility = [], []
    for j, (longitude, latitude, radius) in enumerate(facilities):
        chord = np.linalg.norm(pieces.middle - geocentric(longitude, latitude), axis=1)
        near = np.flatnonzero(chord <= radius + pieces.length / 2 + 0.01)
        piece.append(near)
        facility.append(np.full(len(near), j))
    if not piece:
        return np.empty((0, 3))
    piece, facility = np.concatenate(piece), np.concatenate(facility)
    centres = np.asarray(facilities, dtype=float)
    centre_longitude, centre_latitude, radius = centres[facility].T

    def distance(which, metres):
        """Distance to the centre, and whether it is still falling, at some metres into the pieces of some pairs."""
        longitude, latitude, direction = pieces.at(piece[which], metres)
        azimuth, _, far = GEOD.inv(longitude, latitude, centre_longitude[which], centre_latitude[which])
        return np.asarray(far), np.cos(np.radians(np.asarray(azimuth) - direction)) > 0

    def bisect(which, low, high, is_low):
        """Where a condition stops to hold, in pairs where it holds at low and not at high (and changes once)."""
        low, high = low.copy(), high.copy()
        for _ in range(BISECTIONS):
            middle = (low + high) / 2
            holds = is_low(*distance(which, middle), radius[which])
            low = np.where(holds, middle, low)
            high = np.where(holds, high, middle)
        return (low + high) / 2

    pairs = np.arange(len(piece))
    length = pieces.length[piece]
    inside_start = distance(pairs, np.zeros(len(pairs)))[0] <= radius
    inside_end = distance(pairs, length)[0] <= radius
    start = np.where(inside_start, 0.0, np.nan)
    end = np.where(inside_end, length, np.nan)

    leaving = np.flatnonzero(inside_start & ~inside_end)
    end[leaving] = bisect(leaving, np.zeros(len(leaving)), length[leaving], lambda d, falls, r: d <= r)
    entering = np.flatnonzero(~inside_start & inside_end)
    start[entering] = bisect(entering, np.zeros(len(entering)), length[entering], lambda d, falls, r: d > r)

    passing = np.flatnonzero(~inside_start & ~inside_end)
    nearest = bisect(passing, np.zeros(len(passing)), length[passing], lambda d, falls, r: falls)
    reaches = distance(passing, nearest)[0] <= radius[passing]
    passing, nearest = passing[reaches], nearest[reaches]
    start[passing] = bisect(passing, np.zeros(len(passing)), nearest, lambda d, falls, r: d > r)
    end[passing] = bisect(passing, nearest, length[passing], lambda d, falls, r: d <= r)

    found = np.flatnonzero(~np.isnan(start) & ~np.isnan(end))
    base = pieces.chainage[piece[found]]
    return np.stack([facility[found], base + start[found], base + end[found]], axis=-1)


def joined(stretches):
    """Stretches of one facility that touch, as one: pieces' ends are no ends of coverage."""
    out = []
    for facility, begin, end in sorted(map(tuple, stretches)):
        if out and out[-1][0] == facility and begin <= out[-1][2] + NOISE_METRES:
            out[-1][2] = max(out[-1][2], end)
        else:
            out.append([facility, begin, end])
    return out


def answer(problem):
    pieces = Pieces(problem["border"])
    minimum = problem.get("minimumGapMetres", 1)
    required = problem.get("requiredDepth", 1)
    events = []
    for _, begin, end in joined(covered_stretches(pieces, problem["facilities"])):
        events += [(begin, 1), (end, -1)]
    events.sort()

    by_depth, open_stretches = {}, []
    for begin, end in pieces.parts:
        depth, at = 0, begin
        for place, step in [event for event in events] + [(end, 0)]:
            place = min(max(place, begin), end)
            if place > at:
                by_depth[depth] = by_depth.get(depth, 0.0) + place - at
                if depth < required:
                    # Two uncovered stretches with no more than rounding between them are one.
                    if open_stretches and at - open_stretches[-1][1] < NOISE_METRES and at > begin:
                        open_stretches[-1][1] = place
                    else:
                        open_stretches.append([at, place])
                at = place
            depth += step
    gaps = [gap for gap in open_stretches if gap[1] - gap[0] > max(minimum, NOISE_METRES)]
    return {
        "borderMetres": pieces.metres,
        "coveredMetres": sum(metres for depth, metres in by_depth.items() if depth >= required),
        "gapCount": len(gaps),
        "longestGapMetres": max((gap[1] - gap[0] for gap in gaps), default=0.0),
        "gaps": gaps,
        "metresByDepth": [by_depth.get(depth, 0.0) for depth in range(max(by_depth, default=0) + 1)],
    }


def problem_of_plan(folder):
    """A plan folder's border and militia posts. Segments are taken in the order of their sequence."""

    def features(layer):
        path = os.path.join(folder, layer + ".geojson")
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8") as file:
            return json.load(file)["features"]

    with open(os.path.join(folder, "plan.json"), encoding="utf-8") as file:
        defaults = json.load(file).get("defaults", {})
    default_radius = defaults.get("coverageRadiusMetres", {}).get("militia-posts")
    border = []
    for feature in sorted(features("border-segments"), key=lambda feature: feature["properties"].get("sequence", 0)):
        geometry = feature["geometry"]
        border += [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]
    posts = []
    for feature in features("militia-posts"):
        radius = feature["properties"].get("coverageRadiusMetres", default_radius)
        if radius is not None and feature["properties"].get("status", "existing") in ("existing", "under-construction"):
            posts.append([*feature["geometry"]["coordinates"][:2], radius])
    return {"border": border, "facilities": posts, "minimumGapMetres": defaults.get("minimumGapMetres", 1)}


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--plan":
        problem = problem_of_plan(arguments[1])
    elif not arguments:
        problem = json.load(sys.stdin)
    else:
        print(__doc__, file=sys.stderr)
        return 2
    json.dump(answer(problem), sys.stdout)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
