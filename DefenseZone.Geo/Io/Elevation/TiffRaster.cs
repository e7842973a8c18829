using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>How a sample is kept.</summary>
internal enum TiffSample
{
    UInt8,
    Int8,
    UInt16,
    Int16,
    UInt32,
    Int32,
    Float32,
    Float64,
}

/// <summary>How the image of a TIFF is laid out: checked, so that nothing absurd is allocated or decoded later.</summary>
internal sealed record TiffRaster
{
    /// <summary>The largest block that is decoded, in samples: 256 MB as they are kept.</summary>
    public const long MostSamplesPerBlock = 64L << 20;

    public required int Columns { get; init; }

    public required int Rows { get; init; }

    /// <summary>How many columns a strip or tile has.</summary>
    public required int BlockColumns { get; init; }

    /// <summary>How many rows a strip or tile has.</summary>
    public required int BlockRows { get; init; }

    public required bool IsTiled { get; init; }

    public required TiffSample Sample { get; init; }

    /// <summary>The number of the compression: 1 none, 5 LZW, 8 and 32946 Deflate, 32773 PackBits.</summary>
    public required int Compression { get; init; }

    /// <summary>The number of the predictor: 1 none, 2 differences, 3 differences of floating-point bytes.</summary>
    public required int Predictor { get; init; }

    /// <summary>Where blocks are, row by row.</summary>
    public required long[] Offsets { get; init; }

    /// <summary>How many bytes they take.</summary>
    public required long[] ByteCounts { get; init; }

    public int BlocksAcross => (int)(((long)Columns + BlockColumns - 1) / BlockColumns);

    public int BlocksDown => (int)(((long)Rows + BlockRows - 1) / BlockRows);

    public int SampleBytes => BytesOf(Sample);

    /// <summary>Reads and checks the layout.</summary>
    /// <exception cref="TerrainException">It is damaged, or of a kind that is not read.</exception>
    public static TiffRaster Read(TiffFile file, TiffDirectory image)
    {
        int columns = Side(file, image, TiffTag.ImageWidth), rows = Side(file, image, TiffTag.ImageLength);
        TiffSample sample = SampleOf(file, image);
        bool isTiled = image.Has(TiffTag.TileWidth);
        int blockColumns = isTiled ? Side(file, image, TiffTag.TileWidth) : columns;
        int blockRows = isTiled ? Side(file, image, TiffTag.TileLength) : (int)Math.Min(Positive(file, TiffTag.RowsPerStrip, image.Number(TiffTag.RowsPerStrip, rows)), rows);
        if ((long)blockColumns * blockRows > MostSamplesPerBlock)
        {
            throw TerrainException.In(
                TerrainFaultKind.TooLarge, file.Name, $"its {(isTiled ? "tiles" : "strips")} have {blockColumns} × {blockRows} samples, which would have to be decoded at once",
                "write it in smaller pieces: gdal_translate -co TILED=YES IN.tif OUT.tif");
        }

        long blocks = (((long)columns + blockColumns - 1) / blockColumns) * (((long)rows + blockRows - 1) / blockRows);
        return new TiffRaster
        {
            Columns = columns,
            Rows = rows,
            BlockColumns = blockColumns,
            BlockRows = blockRows,
            IsTiled = isTiled,
            Sample = sample,
            Compression = CompressionOf(file, image),
            Predictor = PredictorOf(file, image, sample),
            Offsets = Blocks(file, image, isTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets, blocks),
            ByteCounts = Blocks(file, image, isTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts, blocks),
        };
    }

    private static int BytesOf(TiffSample sample) => sample switch
    {
        TiffSample.UInt8 or TiffSample.Int8 => 1,
        TiffSample.UInt16 or TiffSample.Int16 => 2,
        TiffSample.Float64 => 8,
        _ => 4,
    };

    private static int Side(TiffFile file, TiffDirectory image, TiffTag tag) => (int)Positive(file, tag, image.Number(tag));

    private static long Positive(TiffFile file, TiffTag tag, long value)
    {
        // RowsPerStrip of 2^32 − 1 means all rows in one strip; the caller bounds it.
        long most = tag == TiffTag.RowsPerStrip ? long.MaxValue : int.MaxValue / 2;
        return value >= 1 && value <= most
            ? value
            : throw TerrainException.In(TerrainFaultKind.Damaged, file.Name, $"{TiffDirectory.Described(tag)} is {value}", $"it is 1 to {most}: the file is damaged");
    }

    private static TiffSample SampleOf(TiffFile file, TiffDirectory image)
    {
        long bands = image.Number(TiffTag.SamplesPerPixel, 1);
        if (bands != 1)
            throw TerrainException.In(TerrainFaultKind.NotSupported, file.Name, $"it has {bands} bands ({TiffDirectory.Described(TiffTag.SamplesPerPixel)})", "elevations are one band: gdal_translate -b 1 IN.tif OUT.tif");
        long bits = image.Number(TiffTag.BitsPerSample, 1), format = image.Number(TiffTag.SampleFormat, 1);
        return (format, bits) switch
        {
            (1, 8) => TiffSample.UInt8,
            (2, 8) => TiffSample.Int8,
            (1, 16) => TiffSample.UInt16,
            (2, 16) => TiffSample.Int16,
            (1, 32) => TiffSample.UInt32,
            (2, 32) => TiffSample.Int32,
            (3, 32) => TiffSample.Float32,
            (3, 64) => TiffSample.Float64,
            _ => throw TerrainException.In(
                TerrainFaultKind.NotSupported, file.Name, $"a sample has {bits} bits of format {format} ({TiffDirectory.Described(TiffTag.BitsPerSample)}, {TiffDirectory.Described(TiffTag.SampleFormat)})",
                "whole numbers of 8, 16 or 32 bits and floating-point numbers of 32 or 64 are read: gdal_translate -ot Float32 IN.tif OUT.tif"),
        };
    }

    private static int CompressionOf(TiffFile file, TiffDirectory image)
    {
        long compression = image.Number(TiffTag.Compression, 1);
        return compression is 1 or 5 or 8 or 32946 or 32773 ? (int)compression : throw TerrainException.In(
            TerrainFaultKind.NotSupported, file.Name, $"{TiffDirectory.Described(TiffTag.Compression)} is {compression}",
            "none (1), LZW (5), Deflate (8, 32946) and PackBits (32773) are read: gdal_translate -co COMPRESS=DEFLATE IN.tif OUT.tif");
    }

    private static int PredictorOf(TiffFile file, TiffDirectory image, TiffSample sample)
    {
        // A predictor is part of LZW and Deflate, and means nothing elsewhere.
        if (CompressionOf(file, image) is 1 or 32773)
            return 1;
        long predictor = image.Number(TiffTag.Predictor, 1);
        bool isFloating = sample is TiffSample.Float32 or TiffSample.Float64;
        return predictor is 1 or 2 || (predictor == 3 && isFloating) ? (int)predictor : throw TerrainException.In(
            TerrainFaultKind.NotSupported, file.Name, $"{TiffDirectory.Described(TiffTag.Predictor)} is {predictor} for samples of type {sample}", "it is 1, 2, or (for floating-point numbers) 3");
    }

    private static long[] Blocks(TiffFile file, TiffDirectory image, TiffTag tag, long blocks)
    {
        if (!image.Has(tag))
            throw TerrainException.In(TerrainFaultKind.Damaged, file.Name, $"there is no {TiffDirectory.Described(tag)}", "a TIFF says where its strips or tiles are: the file is damaged");
        return image.Numbers(tag, blocks, blocks);
    }
}
