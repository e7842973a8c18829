"""A plan folder in the metric plane that a Shapely user would take: UTM zone 48N, which the sample plans lie in."""
import json
import os

import numpy as np
from pyproj import Transformer
from shapely.geometry import LineString, Point

# Vertices in a piece of border that is tested as a whole. Of 8 to 256, the best for coverage at L.
CHUNK = 128


def features(folder, layer):
    with open(os.path.join(folder, layer + ".geojson"), encoding="utf-8") as file:
        return json.load(file)["features"]


class Plane:
    """Border and posts, projected."""

    def __init__(self, folder):
        to_plane = Transformer.from_crs(4326, 32648, always_xy=True)
        segments = sorted(features(folder, "border-segments"), key=lambda feature: feature["properties"]["sequence"])
        degrees = []
        for segment in segments:
            degrees += segment["geometry"]["coordinates"][1 if degrees else 0:]
        self.border = np.column_stack(to_plane.transform(*np.array(degrees).T))
        posts = features(folder, "militia-posts")
        centres = np.array([post["geometry"]["coordinates"] for post in posts])
        self.centres = np.column_stack(to_plane.transform(*centres.T))
        self.radii = np.array([post["properties"]["coverageRadiusMetres"] for post in posts])
        self.points = [Point(centre) for centre in self.centres]
        self.line = LineString(self.border)
        steps = np.hypot(*np.diff(self.border, axis=0).T)
        self.chainages = np.concatenate([[0.0], np.cumsum(steps)])
        self.metres = float(self.chainages[-1])
        starts = range(0, len(self.border) - 1, CHUNK)
        self.chunks = [LineString(self.border[i:i + CHUNK + 1]) for i in starts]
        self.chunk_chainages = [(float(self.chainages[i]), float(self.chainages[min(i + CHUNK, len(self.border) - 1)]))
                                for i in starts]

    def circles(self):
        return [point.buffer(radius, 16) for point, radius in zip(self.points, self.radii)]
