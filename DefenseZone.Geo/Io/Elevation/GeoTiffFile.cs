using System.Buffers;
using System.Globalization;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>
/// A GeoTIFF of one band. A block is a strip or tile; several short strips are taken together. Blocks that the file
/// leaves out are void (or 0 where the file names no void, as GDAL has it).
/// </summary>
internal sealed class GeoTiffFile : TileSource
{
    private const int SamplesPerReading = 1 << 16;

    private readonly TiffFile _file;
    private readonly TiffRaster _raster;
    private readonly double _noData;
    private readonly bool _namesVoids;
    private readonly int _stripsTogether;

    private GeoTiffFile(TiffFile file, TiffRaster raster, GridFrame frame, double noData, bool namesVoids)
    {
        _file = file;
        _raster = raster;
        _noData = noData;
        _namesVoids = namesVoids;
        Frame = frame;
        _stripsTogether = raster.IsTiled ? 1 : Math.Clamp(SamplesPerReading / (raster.BlockColumns * raster.BlockRows), 1, raster.BlocksDown);
    }

    public override string Name => _file.Name;

    public override string Format => string.Create(CultureInfo.InvariantCulture, $"{(_file.IsBig ? "BigTIFF" : "GeoTIFF")}, {_raster.Sample.ToString().ToLowerInvariant()}, {_raster.Compression switch
    {
        1 => "not packed",
        5 => "LZW",
        32773 => "PackBits",
        _ => "Deflate",
    }}");

    public override GridFrame Frame { get; }

    public override int BlockColumns => _raster.BlockColumns;

    public override int BlockRows => _raster.BlockRows * _stripsTogether;

    /// <summary>The image of a file; no sample is read.</summary>
    /// <exception cref="TerrainException">The file is no GeoTIFF, damaged, or of a kind that is not read.</exception>
    public static GeoTiffFile Open(ByteSource bytes)
    {
        (TiffFile file, TiffDirectory image) = TiffFile.Open(bytes);
        TiffRaster raster = TiffRaster.Read(file, image);
        GridFrame frame = TiffGeoreference.Read(file, image, raster.Columns, raster.Rows);
        return new GeoTiffFile(file, raster, frame, NoData(file, image), image.Has(TiffTag.NoData));
    }

    public override void ReadBlock(int blockColumn, int blockRow, Span<float> samples)
    {
        int one = _raster.BlockColumns * _raster.BlockRows;
        for (int i = 0; i < _stripsTogether; i++)
        {
            int row = (blockRow * _stripsTogether) + i;
            if (row < _raster.BlocksDown)
                ReadPiece((row * _raster.BlocksAcross) + blockColumn, row, samples.Slice(i * one, one));
        }
    }

    private static double NoData(TiffFile file, TiffDirectory image)
    {
        string text = image.Text(TiffTag.NoData, 256).Trim();
        if (text.Length == 0 || text.Equals("nan", StringComparison.OrdinalIgnoreCase) || text.Equals("-nan", StringComparison.OrdinalIgnoreCase))
            return double.NaN;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw TerrainException.In(
            TerrainFaultKind.NotSupported, file.Name, $"{TiffDirectory.Described(TiffTag.NoData)} is '{text}'", "it is the number that marks a void: gdal_translate -a_nodata -32768 IN.tif OUT.tif");
    }

    private void ReadPiece(int index, int row, Span<float> samples)
    {
        // The last strip has only the rows that are left; a tile is always whole.
        int rows = _raster.IsTiled ? _raster.BlockRows : Math.Min(_raster.BlockRows, _raster.Rows - (row * _raster.BlockRows));
        samples = samples[..(rows * _raster.BlockColumns)];
        long offset = _raster.Offsets[index], stored = _raster.ByteCounts[index];
        if (offset == 0 && stored == 0)
        {
            samples.Fill(_namesVoids ? float.NaN : 0);
            return;
        }

        string what = string.Create(CultureInfo.InvariantCulture, $"{(_raster.IsTiled ? "tile" : "strip")} {index}");
        int plainLength = samples.Length * _raster.SampleBytes;

        // No packing makes more than twice of it: what stands behind belongs to nobody.
        int packedLength = (int)Math.Min(stored, Math.Min((2L * plainLength) + 1024, Array.MaxLength));
        byte[] packed = ArrayPool<byte>.Shared.Rent(Math.Max(packedLength, 1)), plain = ArrayPool<byte>.Shared.Rent(plainLength);
        try
        {
            if (offset > _file.Source.Length || stored > _file.Source.Length - offset)
                throw TerrainException.In(TerrainFaultKind.Damaged, Name, $"{what} would lie at bytes {offset} to {(decimal)offset + stored}, but the file has {_file.Source.Length}", "the file is cut off or damaged: copy it again from where it came");
            _file.Source.Read(offset, packed.AsSpan(0, packedLength), what);
            Span<byte> bytes = plain.AsSpan(0, plainLength);
            TiffDecoding.Decode(_raster.Compression, packed, packedLength, bytes, Name, what);
            TiffSamples.Restore(_raster, _file.IsLittleEndian, bytes);
            TiffSamples.Convert(_raster.Sample, bytes, _noData, samples);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
            ArrayPool<byte>.Shared.Return(plain);
        }
    }
}
