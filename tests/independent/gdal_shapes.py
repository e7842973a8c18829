"""Hillshade, slope, aspect and contours of a GeoTIFF by GDAL.

    python3 gdal_shapes.py DEM FOLDER

writes hillshade.f32, slope.f32, aspect.f32 (NaN or 0 where GDAL has none) and prints, a line each, the levels of the
contours at 50 m with their total length and how many are closed.
"""

import collections
import sys

import numpy as np
from osgeo import gdal, ogr

gdal.UseExceptions()
dem, folder = sys.argv[1], sys.argv[2]
for name in ("hillshade", "slope", "aspect"):
    dataset = gdal.DEMProcessing("", dem, name, format="MEM")
    values = dataset.GetRasterBand(1).ReadAsArray().astype(np.float32)
    if name != "hillshade":
        values[values == dataset.GetRasterBand(1).GetNoDataValue()] = np.nan
    values.astype("<f4").tofile(f"{folder}/{name}.f32")
source = gdal.Open(dem)
memory = ogr.GetDriverByName("Memory").CreateDataSource("")
layer = memory.CreateLayer("contours", None, ogr.wkbLineString)
layer.CreateField(ogr.FieldDefn("elevation", ogr.OFTReal))
gdal.ContourGenerate(source.GetRasterBand(1), 50, 0, [], 1, -9999, layer, -1, 0)
lengths, rings = collections.Counter(), collections.Counter()
for feature in layer:
    line = feature.GetGeometryRef()
    lengths[feature.GetField(0)] += line.Length()
    rings[feature.GetField(0)] += line.IsRing()
for level in sorted(lengths):
    print(level, lengths[level], rings[level])
