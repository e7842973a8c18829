using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>The GeoKeys of a file (OGC 19-008r4, 7.1): numbers of 16 bits in the directory itself, decimals and texts in fields of their own.</summary>
internal sealed class TiffGeoKeys
{
    private const long MostValues = 65_536;

    private readonly Dictionary<int, (int Field, int Count, int Value)> _keys = [];
    private readonly double[] _decimals;
    private readonly string _texts;

    private TiffGeoKeys(TiffDirectory image)
    {
        long[] numbers = image.Numbers(TiffTag.GeoKeyDirectory, 4, MostValues);
        for (int i = 4; i + 3 < numbers.Length && i / 4 <= numbers[3]; i += 4)
            _keys.TryAdd((int)numbers[i], ((int)numbers[i + 1], (int)numbers[i + 2], (int)numbers[i + 3]));
        _decimals = image.Count(TiffTag.GeoDoubleParams) <= MostValues ? image.Doubles(TiffTag.GeoDoubleParams, MostValues) : [];
        _texts = image.Count(TiffTag.GeoAsciiParams) <= MostValues ? image.Text(TiffTag.GeoAsciiParams, MostValues) : string.Empty;
    }

    /// <summary>The keys of an image.</summary>
    /// <exception cref="TerrainException">There are none.</exception>
    public static TiffGeoKeys Read(TiffFile file, TiffDirectory image)
    {
        var keys = new TiffGeoKeys(image);
        return keys._keys.Count > 0 ? keys : throw TerrainException.In(
            TerrainFaultKind.NoPlace, file.Name, $"it does not say its coordinate system (there is no {TiffDirectory.Described(TiffTag.GeoKeyDirectory)})", "say it: gdal_translate -a_srs EPSG:… IN.tif OUT.tif");
    }

    /// <summary>The number of a key, or what holds where it is missing.</summary>
    public int Number(int key, int otherwise) => _keys.TryGetValue(key, out var found) && found.Field == 0 ? found.Value : otherwise;

    /// <summary>The decimal number of a key; NaN where it is missing.</summary>
    public double Decimal(int key) =>
        _keys.TryGetValue(key, out var found) && found.Field == (int)TiffTag.GeoDoubleParams && (uint)found.Value < (uint)_decimals.Length ? _decimals[found.Value] : double.NaN;

    /// <summary>The text of a key; empty where it is missing.</summary>
    public ReadOnlySpan<char> Text(int key)
    {
        if (!_keys.TryGetValue(key, out var found) || found.Field != (int)TiffTag.GeoAsciiParams || found.Value < 0 || found.Value > _texts.Length)
            return [];
        return _texts.AsSpan(found.Value, Math.Clamp(found.Count, 0, _texts.Length - found.Value));
    }
}
