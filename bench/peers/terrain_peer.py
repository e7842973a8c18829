#!/usr/bin/python3
"""Hillshade and slope by GDAL in process.

    terrain_peer.py --worker FOLDER   read dem.tif once, into a dataset in memory; then for each line of input
                                      ("hillshade" or "slope") work it out into another one, timed

Needs Debian's python3-gdal and python3-numpy. The mean is taken after the clock has stopped; of GDAL's own, without the
cells on the edge, which it leaves out.
"""
import json
import os
import sys
import time

from osgeo import gdal

gdal.UseExceptions()


def serve(folder):
    source = gdal.GetDriverByName("MEM").CreateCopy("", gdal.Open(os.path.join(folder, "dem.tif")))
    print("ready", flush=True)
    for line in sys.stdin:
        begin = time.perf_counter()
        result = gdal.DEMProcessing("", source, line.strip(), format="MEM")
        seconds = time.perf_counter() - begin
        mean = float(result.ReadAsArray()[1:-1, 1:-1].mean(dtype=float))
        print(json.dumps({"seconds": seconds, "answers": {"mean": round(mean, 2)}}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "--worker":
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    serve(sys.argv[2])
