using System.Globalization;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>Where a GeoTIFF is on the ground (OGC 19-008r4): its keys, its pixel scale and its tie point.</summary>
internal static class TiffGeoreference
{
    private const int ModelType = 1024, RasterType = 1025, GeographicType = 2048, ProjectedType = 3072, VerticalUnits = 4099;
    private const int PixelIsPoint = 2, Projected = 1, Geographic = 2, Wgs84In3D = 4979, Metre = 9001, UserDefined = 32767;
    private const string Known = "known are WGS84 (4326), UTM on WGS84 (32601-32660, 32701-32760), VN-2000 (4756, 3405, 3406, 5896-5899, 9205-9218) and 3857; bring it into one of them: gdalwarp -t_srs EPSG:4326 IN.tif OUT.tif";

    /// <summary>The frame of the samples.</summary>
    /// <exception cref="TerrainException">The file does not say where it is, or in a way that is not read.</exception>
    public static GridFrame Read(TiffFile file, TiffDirectory image, int columns, int rows)
    {
        Dictionary<int, int> keys = Keys(file, image);
        CoordinateSystem system = System(file, keys);
        (double west, double north, double stepX, double stepY) = Corner(file, image);

        // The tie point names the corner of a cell, or its centre where samples are points.
        if (keys.GetValueOrDefault(RasterType, 1) != PixelIsPoint)
            (west, north) = (west + (stepX / 2), north - (stepY / 2));
        if (!double.IsFinite(west) || !double.IsFinite(north))
            throw TerrainException.In(TerrainFaultKind.Damaged, file.Name, $"its first sample would be at ({west}, {north})", "coordinates are finite numbers: the file is damaged");
        if (system.IsGeographic && (north > 90.5 || north - (stepY * (rows - 1.0)) < -90.5 || west < -540 || west + (stepX * (columns - 1.0)) > 720))
            throw TerrainException.In(TerrainFaultKind.UnknownSystem, file.Name, $"its keys say degrees, and ({west}, {north}) with steps of {stepX} and {stepY} are none", "see that its coordinate system is the right one: gdal_translate -a_srs EPSG:… IN.tif OUT.tif");
        return new GridFrame(system, west, north, stepX, stepY, columns, rows);
    }

    private static Dictionary<int, int> Keys(TiffFile file, TiffDirectory image)
    {
        long[] numbers = image.Numbers(TiffTag.GeoKeyDirectory, 4, 65_536);
        var keys = new Dictionary<int, int>();
        for (int i = 4; i + 3 < numbers.Length && i / 4 <= numbers[3]; i += 4)
        {
            // A number of 16 bits stands in the directory itself; decimals and texts elsewhere, and are not needed.
            if (numbers[i + 1] == 0)
                keys.TryAdd((int)numbers[i], (int)numbers[i + 3]);
        }

        return keys.Count > 0 ? keys : throw TerrainException.In(
            TerrainFaultKind.NoPlace, file.Name, $"it does not say its coordinate system (there is no {TiffDirectory.Described(TiffTag.GeoKeyDirectory)})", "say it: gdal_translate -a_srs EPSG:… IN.tif OUT.tif");
    }

    private static CoordinateSystem System(TiffFile file, Dictionary<int, int> keys)
    {
        if (keys.TryGetValue(VerticalUnits, out int unit) && unit is not (Metre or UserDefined))
            throw TerrainException.In(TerrainFaultKind.NotSupported, file.Name, $"its heights are in unit {unit} (GeoKey {VerticalUnits})", "elevations are in metres (9001): convert them, for instance with gdal_calc.py");
        int model = keys.GetValueOrDefault(ModelType, 0);
        int key = model == Projected || (model != Geographic && keys.ContainsKey(ProjectedType)) ? ProjectedType : GeographicType;
        int epsg = keys.GetValueOrDefault(key, 0);
        if (epsg == Wgs84In3D)
            epsg = 4326;
        if (CoordinateSystem.TryOf(epsg, out CoordinateSystem system) && system.IsGeographic == (key == GeographicType))
            return system;
        string said = epsg switch
        {
            0 => $"its keys do not name a coordinate system (there is no GeoKey {key})",
            UserDefined => $"its coordinate system is one of its own (GeoKey {key} is 32767)",
            _ => string.Create(CultureInfo.InvariantCulture, $"its coordinate system is EPSG:{epsg} (GeoKey {key})"),
        };
        throw TerrainException.In(TerrainFaultKind.UnknownSystem, file.Name, said, Known);
    }

    private static (double West, double North, double StepX, double StepY) Corner(TiffFile file, TiffDirectory image)
    {
        double[] matrix = image.Doubles(TiffTag.ModelTransformation, 16), scale = image.Doubles(TiffTag.ModelPixelScale, 3);
        double[] tie = image.Doubles(TiffTag.ModelTiepoint, 65_536);
        double west, north, stepX, stepY;
        if (scale.Length >= 2 && tie.Length >= 6)
        {
            (stepX, stepY) = (scale[0], scale[1]);
            (west, north) = (tie[3] - (tie[0] * stepX), tie[4] + (tie[1] * stepY));
        }
        else if (matrix.Length == 16)
        {
            if (matrix[1] != 0 || matrix[4] != 0)
                throw TerrainException.In(TerrainFaultKind.NotSupported, file.Name, $"it is turned against north ({TiffDirectory.Described(TiffTag.ModelTransformation)})", "turn it: gdalwarp IN.tif OUT.tif");
            (west, north, stepX, stepY) = (matrix[3], matrix[7], matrix[0], -matrix[5]);
        }
        else
        {
            throw TerrainException.In(
                TerrainFaultKind.NoPlace, file.Name, $"it does not say where it is (neither {TiffDirectory.Described(TiffTag.ModelPixelScale)} and {TiffDirectory.Described(TiffTag.ModelTiepoint)}, nor {TiffDirectory.Described(TiffTag.ModelTransformation)})",
                "give it a place: gdal_translate -a_ullr W N E S -a_srs EPSG:… IN.tif OUT.tif");
        }

        return double.IsFinite(stepX) && double.IsFinite(stepY) && stepX > 0 && stepY > 0
            ? (west, north, stepX, stepY)
            : throw TerrainException.In(TerrainFaultKind.NotSupported, file.Name, $"its cells are {stepX} by {stepY}", "both sides are above 0 and rows go south: gdalwarp IN.tif OUT.tif turns it north up");
    }
}
