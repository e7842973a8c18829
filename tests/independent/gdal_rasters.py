"""Writes the same elevations in every way that GDAL can keep them, with what GDAL reads back from each.

    python3 gdal_rasters.py FOLDER kinds|places|refused|hgt

A line a file on the standard output, parted by tabs: name, columns, rows, the x and y of the outer north-western
corner, the steps, the EPSG code. Beside FILE stands FILE.f32: the samples as GDAL reads them, NaN for voids.
"""

import os
import struct
import sys

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()
folder, what = sys.argv[1], sys.argv[2]
COLUMNS, ROWS = 53, 41
TYPES = {
    "int16": gdal.GDT_Int16, "uint16": gdal.GDT_UInt16, "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32, "float64": gdal.GDT_Float64,
}


def system(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference


def grid(columns=COLUMNS, rows=ROWS):
    """Relief with flats, steps, negative ground and voids."""
    y, x = np.mgrid[0:rows, 0:columns]
    heights = 700 * np.sin(x / 9.0) * np.cos(y / 7.0) + 650 + (x * y % 11) * 0.3
    heights[5:9, 10:30] = 412.0
    heights[12:15, 3:9] = np.nan
    heights[0, 0] = np.nan
    heights[-1, -1] = -31.0
    return heights


def source(kind, epsg=32648, transform=(612000.0, 30.0, 0.0, 2512000.0, 0.0, -30.0), heights=None):
    heights = grid() if heights is None else heights
    is_float = kind.startswith("float")
    no_data = -9999.0 if is_float else (65535 if kind == "uint16" else -32768)
    values = np.where(np.isnan(heights), no_data, heights if is_float else np.round(np.maximum(heights, 0 if kind == "uint16" else -1e9)))
    rows, columns = heights.shape
    dataset = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, TYPES[kind])
    dataset.SetGeoTransform(transform)
    dataset.SetProjection(system(epsg).ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(values)
    dataset.GetRasterBand(1).SetNoDataValue(no_data)
    return dataset


def tell(path, epsg, read=None):
    dataset = gdal.Open(read or path)
    band = dataset.GetRasterBand(1)
    samples = band.ReadAsArray()
    values = samples.astype(np.float64)
    if band.GetNoDataValue() is not None:
        values[samples == samples.dtype.type(band.GetNoDataValue())] = np.nan
    values.astype("<f4").tofile(path + ".f32")
    west, step_x, _, north, _, step_y = dataset.GetGeoTransform()
    print("\t".join([os.path.basename(path), *map(repr, (dataset.RasterXSize, dataset.RasterYSize, west, north, step_x, -step_y, epsg))]))


def write(name, dataset, options, driver="GTiff", epsg=32648):
    path = os.path.join(folder, name)
    gdal.Translate(path, dataset, format=driver, creationOptions=options)
    tell(path, epsg)
    return path


def old_deflate(path, epsg=32648):
    """The same file under the number that Deflate had before it was registered: 32946."""
    with open(path, "rb") as stream:
        data = bytearray(stream.read())
    order = "<" if data[:2] == b"II" else ">"
    big = struct.unpack(order + "H", data[2:4])[0] == 43
    at = struct.unpack(order + ("Q" if big else "I"), data[8:16] if big else data[4:8])[0]
    count = struct.unpack(order + ("Q" if big else "H"), data[at:at + (8 if big else 2)])[0]
    start, size, value = (at + 8, 20, 12) if big else (at + 2, 12, 8)
    for i in range(count):
        field = start + i * size
        if struct.unpack(order + "H", data[field:field + 2])[0] == 259:
            data[field + value:field + value + 2] = struct.pack(order + "H", 32946)
    copy = path.replace("deflate", "deflate32946")
    with open(copy, "wb") as stream:
        stream.write(data)
    tell(copy, epsg)


def in_big_endian(path):
    """
    The same classic file with the other byte order, its strips or tiles byte for byte: predictor 3 puts the highest
    byte first in both. GDAL 3.6 does not read back itself what it writes of this kind, so this is put together here.
    """
    with open(path, "rb") as stream:
        data = stream.read()
    at = struct.unpack("<I", data[4:8])[0]
    sizes, letters = {1: 1, 2: 1, 3: 2, 4: 4, 12: 8}, {1: "B", 2: "B", 3: "H", 4: "I", 12: "d"}
    fields = {}
    for i in range(struct.unpack("<H", data[at:at + 2])[0]):
        tag, kind, count, value = struct.unpack("<HHII", data[at + 2 + 12 * i:at + 14 + 12 * i])
        start = at + 10 + 12 * i if sizes[kind] * count <= 4 else value
        fields[tag] = (kind, struct.unpack(f"<{count}{letters[kind]}", data[start:start + sizes[kind] * count]))
    places, lengths = (324, 325) if 324 in fields else (273, 279)
    blocks = [data[offset:offset + length] for offset, length in zip(fields[places][1], fields[lengths][1])]
    offsets, end = [], 8
    for block in blocks:
        offsets.append(end)
        end += len(block)
    end += end % 2
    fields[places] = (4, tuple(offsets))
    head, tail = b"", b""
    tail_at = end + 2 + 12 * len(fields) + 4
    for tag in sorted(fields):
        kind, values = fields[tag]
        packed = struct.pack(f">{len(values)}{letters[kind]}", *values)
        head += struct.pack(">HHI", tag, kind, len(values))
        if len(packed) <= 4:
            head += packed.ljust(4, b"\0")
        else:
            head += struct.pack(">I", tail_at + len(tail))
            tail += packed + b"\0" * (len(packed) % 2)
    body = b"".join(blocks)
    copy = path.replace("-little-", "-big-")
    with open(copy, "wb") as stream:
        stream.write(b"MM" + struct.pack(">HI", 42, end) + body + b"\0" * (end - 8 - len(body)) + struct.pack(">H", len(fields)) + head + struct.pack(">I", 0) + tail)
    return copy


def kinds():
    for kind in TYPES:
        dataset = source(kind)
        for packing in ("none", "packbits", "lzw", "deflate"):
            predictors = (1,) if packing in ("none", "packbits") else ((1, 2, 3) if kind.startswith("float") else (1, 2))
            for predictor in predictors:
                for layout in ("strips", "tiles"):
                    for order in ("little", "big"):
                        for size in ("classic", "bigtiff"):
                            if predictor == 3 and order == "big":
                                continue
                            options = [f"COMPRESS={packing.upper()}", f"ENDIANNESS={order.upper()}", f"BIGTIFF={'YES' if size == 'bigtiff' else 'NO'}"]
                            if predictor > 1:
                                options.append(f"PREDICTOR={predictor}")
                            options += ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=32"] if layout == "tiles" else ["BLOCKYSIZE=6"]
                            path = write(f"{kind}-{packing}-p{predictor}-{layout}-{order}-{size}.tif", dataset, options)
                            if packing == "deflate":
                                old_deflate(path)
                            if predictor == 3 and size == "classic":
                                tell(in_big_endian(path), 32648, path)


def places():
    degrees = (106.0 - 1 / 7200, 1 / 3600, 0.0, 22.5 + 1 / 7200, 0.0, -1 / 3600)
    for epsg in (4326, 4756):
        write(f"epsg{epsg}.tif", source("int16", epsg, degrees), [], epsg=epsg)
    metres = (512345.5, 25.0, 0.0, 2412345.25, 0.0, -20.0)
    for epsg in (32648, 32649, 32748, 3857, 3405, 3406, 5896, 5897, 5898, 5899, *range(9205, 9219)):
        write(f"epsg{epsg}.tif", source("float32", epsg, metres), [], epsg=epsg)
    point = source("float32", 4326, degrees)
    point.SetMetadataItem("AREA_OR_POINT", "Point")
    write("point.tif", point, [], epsg=4326)
    path = write("overviews.tif", source("int16"), ["COMPRESS=LZW"])
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.BuildOverviews("AVERAGE", [2, 4])
    dataset = None
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.full((ROWS, COLUMNS), 255, np.uint8))
    dataset = None
    tell(path, 32648)
    sparse = gdal.GetDriverByName("GTiff").Create(os.path.join(folder, "sparse.tif"), 64, 64, 1, gdal.GDT_Int16, ["TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "SPARSE_OK=TRUE"])
    sparse.SetGeoTransform(metres)
    sparse.SetProjection(system(32648).ExportToWkt())
    sparse.GetRasterBand(1).SetNoDataValue(-32768)
    sparse.GetRasterBand(1).WriteArray(np.arange(256, dtype=np.int16).reshape(16, 16), 16, 32)
    sparse = None
    tell(os.path.join(folder, "sparse.tif"), 32648)
    write("one-strip.tif", source("float32"), ["BLOCKYSIZE=41", "COMPRESS=DEFLATE"])
    write("one-long-strip.tif", source("int16", heights=grid(700, 900)), ["BLOCKYSIZE=900", "ENDIANNESS=BIG"])
    write("short-last-strip.tif", source("float64"), ["BLOCKYSIZE=7", "COMPRESS=DEFLATE", "PREDICTOR=3"])
    for number in (float("nan"), float("inf"), float("-inf"), -9999.1, -3.4028234663852886e38):
        heights = np.where(np.isnan(grid()), number, grid())
        dataset = source("float32", heights=np.nan_to_num(grid()))
        dataset.GetRasterBand(1).WriteArray(heights)
        dataset.GetRasterBand(1).SetNoDataValue(number)
        write(f"void{number}.tif", dataset, [])

    # Zones by what they are laid on, as many programs write them.
    for name, datum, meridian, scale, epsg in (("zone", 4756, 105, 0.9999, 5897), ("province", 4756, 107.25, 0.9999, 9215), ("utm", 4326, 105, 0.9996, 32648)):
        laid = osr.SpatialReference()
        laid.CopyGeogCSFrom(system(datum))
        laid.SetProjCS("laid on")
        laid.SetTM(0, meridian, scale, 500000, 0)
        dataset = source("int16", transform=metres)
        dataset.SetProjection(laid.ExportToWkt())
        write(f"by-parameters-{name}.tif", dataset, [], epsg=epsg)
    write("degrees.asc", source("float32", 4326, degrees), ["DECIMAL_PRECISION=7"], "AAIGrid", 4326)
    for epsg in (32648, 32748, 3405):
        write(f"utm{epsg}.asc", source("int16", epsg, (512345.0, 25.0, 0.0, 2412345.0, 0.0, -25.0)), [], "AAIGrid", epsg)


def refused():
    for name in ("scale", "offset", "feet", "metres"):
        dataset = source("int16")
        band = dataset.GetRasterBand(1)
        if name == "scale":
            band.SetScale(0.1)
        elif name == "offset":
            band.SetOffset(100)
        else:
            band.SetUnitType("ft" if name == "feet" else "metre")
        write(name + ".tif", dataset, [])


def hgt():
    for size, name in ((1201, "N22E106.hgt"), (3601, "S01W077.hgt")):
        step = 1 / (size - 1)
        south, west = (22, 106) if size == 1201 else (-1, -77)
        transform = (west - step / 2, step, 0.0, south + 1 + step / 2, 0.0, -step)
        write(name, source("int16", 4326, transform, grid(size, size)), [], "SRTMHGT", 4326)


{"kinds": kinds, "places": places, "refused": refused, "hgt": hgt}[what]()
