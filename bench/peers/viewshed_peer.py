#!/usr/bin/python3
"""Viewsheds by GDAL in process, and by brute force.

    viewshed_peer.py --worker FOLDER   read terrain.f32 and problem.json once; then for each line of input do it:
                                       "gdal" for all observers, timed; "masks N" writes gdal-i.u8 and brute-i.u8
                                       (a byte for each cell of the terrain, 1 where it is seen) for the first N

Needs Debian's python3-gdal and python3-numpy. The terrain is a dataset in memory, and so is each answer of GDAL.
Brute force is the definition of docs/methods/sight.md in its other form: heights lowered by the Earth's curvature, and
slopes from the eye compared; every target of a ring of cells at once.
"""
import json
import os
import sys
import time

import numpy as np
from osgeo import gdal, osr

EARTH_RADIUS_METRES = 6371008.8
gdal.UseExceptions()


class Problem:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "problem.json"), encoding="utf-8") as file:
            self.__dict__.update(json.load(file))
        self.z = np.fromfile(os.path.join(folder, "terrain.f32"), np.float32).reshape(self.rows, self.columns)
        self.dataset = gdal.GetDriverByName("MEM").Create("", self.columns, self.rows, 1, gdal.GDT_Float32)
        self.dataset.SetGeoTransform([self.westEdge, self.cellMetres, 0, self.northEdge, 0, -self.cellMetres])
        system = osr.SpatialReference()
        system.ImportFromEPSG(32648)
        self.dataset.SetProjection(system.ExportToWkt())
        self.dataset.GetRasterBand(1).WriteArray(self.z)

    def gdal(self, observer):
        x = self.westEdge + (observer[0] + 0.5) * self.cellMetres
        y = self.northEdge - (observer[1] + 0.5) * self.cellMetres
        return gdal.ViewshedGenerate(
            self.dataset.GetRasterBand(1), "MEM", "", [], x, y, self.observerHeightMetres, self.targetHeightMetres,
            1, 0, 0, -1, 1 - self.refraction, gdal.GVM_Edge, self.rangeMetres)

    def gdal_mask(self, observer):
        seen = self.gdal(observer)
        transform = seen.GetGeoTransform()
        west = round((transform[0] - self.westEdge) / self.cellMetres)
        north = round((self.northEdge - transform[3]) / self.cellMetres)
        mask = np.zeros(self.z.shape, np.uint8)
        cells = seen.ReadAsArray() > 0
        mask[north:north + cells.shape[0], west:west + cells.shape[1]] = cells
        return mask

    def brute_mask(self, observer):
        column, row = observer
        drop = (1 - self.refraction) / (2 * EARTH_RADIUS_METRES)
        eye = float(self.z[row, column]) + self.observerHeightMetres
        mask = np.zeros(self.z.shape, np.uint8)
        mask[row, column] = 1
        for steps in range(1, int(self.rangeMetres // self.cellMetres) + 1):
            side = np.arange(-steps, steps + 1)
            edge = np.full(side.shape, steps)
            ring = np.concatenate([np.stack(pair, 1) for pair in
                                   ((side, -edge), (side, edge), (-edge[1:-1], side[1:-1]), (edge[1:-1], side[1:-1]))])
            ring = ring[(ring ** 2).sum(1) * self.cellMetres ** 2 <= self.rangeMetres ** 2]
            there = ring + (column, row)
            ring = ring[((there >= 0) & (there < (self.columns, self.rows))).all(1)]
            if len(ring) == 0:
                continue
            far = np.hypot(ring[:, 0], ring[:, 1]) * self.cellMetres
            height = self.z[ring[:, 1] + row, ring[:, 0] + column].astype(float)
            slope = (height + self.targetHeightMetres - drop * far ** 2 - eye) / far
            k = np.arange(1, steps)[None, :]
            along_row = np.abs(ring[:, 0]) >= np.abs(ring[:, 1])
            minor = np.where(along_row, ring[:, 1], ring[:, 0])[:, None]
            major = np.sign(np.where(along_row, ring[:, 0], ring[:, 1]))[:, None]
            whole, rest = np.divmod(k * minor, steps)
            weight = rest / steps
            flip = along_row[:, None]
            near = self.z[row + np.where(flip, whole, major * k), column + np.where(flip, major * k, whole)].astype(float)
            step = (rest > 0).astype(int)
            beside = self.z[row + np.where(flip, whole + step, major * k), column + np.where(flip, major * k, whole + step)]
            at = far[:, None] * k / steps
            ground = near * (1 - weight) + beside * weight
            mask[ring[:, 1] + row, ring[:, 0] + column] = ((ground - drop * at ** 2 - eye) / at <= slope[:, None] + 1e-6 / at).all(1)
        return mask


def serve(folder):
    problem = Problem(folder)
    print("ready", flush=True)
    for line in sys.stdin:
        order = line.split()
        begin = time.perf_counter()
        if order[0] == "gdal":
            answers = [problem.gdal(observer) for observer in problem.observers]
            seconds = time.perf_counter() - begin
            cells = sum(int((answer.ReadAsArray() > 0).sum()) for answer in answers)
        else:
            cells = 0
            for i, observer in enumerate(problem.observers[:int(order[1])]):
                problem.gdal_mask(observer).tofile(os.path.join(folder, f"gdal-{i}.u8"))
                brute = problem.brute_mask(observer)
                brute.tofile(os.path.join(folder, f"brute-{i}.u8"))
                cells += int(brute.sum())
            seconds = time.perf_counter() - begin
        print(json.dumps({"seconds": seconds, "answers": {"visibleCells": cells}}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "--worker":
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    serve(sys.argv[2])
