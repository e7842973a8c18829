using System.Buffers.Binary;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Tests.Io.Elevation;

[TestClass]
public sealed class HostileTerrainTests
{
    private const long MemoryBound = 64L << 20;

    private static readonly Lazy<Dictionary<string, byte[]>> Files = new(() =>
    {
        using var folder = new TemporaryFolder();
        return GdalRasters.Write(folder.Path, "kinds").ToDictionary(raster => Path.GetFileName(raster.Path), raster => File.ReadAllBytes(raster.Path), StringComparer.Ordinal);
    });

    [TestMethod]
    [DataRow("int16-lzw-p2-strips-little-classic.tif")]
    [DataRow("float32-deflate-p3-tiles-little-bigtiff.tif")]
    [DataRow("float64-packbits-p1-strips-big-classic.tif")]
    public void A_file_cut_off_anywhere_is_an_error_that_names_it_or_is_whole(string name)
    {
        byte[] whole = Files.Value[name];
        float[] samples = Samples(whole);
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            try
            {
                Samples(cut).Should().Equal(samples, "nothing that matters is missing from the first {0} bytes", length);
            }
            catch (TerrainException error)
            {
                error.Message.Should().StartWith("x.tif: ").And.Contain("; ");
            }
        }
    }

    [TestMethod]
    [DataRow("int16-lzw-p2-strips-little-classic.tif")]
    [DataRow("float32-deflate-p3-tiles-little-bigtiff.tif")]
    [DataRow("int32-none-p1-tiles-little-classic.tif")]
    public void Any_byte_may_be_wrong_and_is_either_read_or_reported_within_bounded_memory(string name)
    {
        byte[] whole = Files.Value[name];
        var random = new Random(4);
        for (int i = 0; i < 6000; i++)
        {
            byte[] wrong = (byte[])whole.Clone();
            for (int k = 0; k <= i % 3; k++)
                wrong[random.Next(wrong.Length)] = (byte)(random.Next(4) == 0 ? 255 : random.Next(256));
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                GeoTiffFile file = GeoTiffFile.Open(new MemoryBytes("x.tif", wrong));
                if ((long)file.BlockColumns * file.BlockRows < 1 << 20)
                    file.ReadBlock(0, 0, new float[file.BlockColumns * file.BlockRows]);
            }
            catch (TerrainException error)
            {
                error.Problem.Should().NotBeEmpty();
                error.Remedy.Should().NotBeEmpty();
            }

            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MemoryBound);
        }
    }

    [TestMethod]
    public void Directories_in_a_circle_are_reported()
    {
        byte[] file = (byte[])Files.Value["int16-none-p1-strips-little-classic.tif"].Clone();
        int first = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(first));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(first + 2 + (12 * count)), first);

        Opening(file).Should().Throw<TerrainException>().WithMessage($"x.tif: its directories go in a circle: that at byte {first} is reached twice;*");
    }

    [TestMethod]
    [DataRow(256, 0u, "*ImageWidth (tag 256) is 0;*")]
    [DataRow(256, 0xFFFFFFFFu, "*ImageWidth (tag 256) is 4294967295;*")]
    [DataRow(257, 0x3FFFFFFFu, "*StripOffsets (tag 273) has 7 values;*")]
    [DataRow(278, 0u, "*RowsPerStrip (tag 278) is 0;*")]
    [DataRow(258, 12u, "*12 bits*BitsPerSample (tag 258)*")]
    [DataRow(259, 7u, "*Compression (tag 259) is 7;*")]
    [DataRow(277, 3u, "*3 bands (SamplesPerPixel (tag 277))*")]
    [DataRow(339, 6u, "*format 6*")]
    public void An_absurd_field_is_named(int tag, uint value, string message) =>
        Opening(With("int16-none-p1-strips-little-classic.tif", tag, value)).Should().Throw<TerrainException>().WithMessage(message);

    [TestMethod]
    [DataRow(256, 0u, TerrainFaultKind.Damaged)]
    [DataRow(259, 7u, TerrainFaultKind.NotSupported)]
    [DataRow(273, 0xFFFFFFF0u, TerrainFaultKind.Damaged)]
    public void What_kind_of_thing_is_wrong_is_said_beside_the_message(int tag, uint value, TerrainFaultKind kind)
    {
        TerrainException fault = Opening(With("int16-none-p1-strips-little-classic.tif", tag, value)).Should().Throw<TerrainException>().Which;
        fault.Kind.Should().Be(kind);
        fault.Message.Should().Be($"{fault.File}: {fault.Problem}; {fault.Remedy}");
    }

    [TestMethod]
    public void A_strip_that_unpacks_to_more_than_it_may_is_cut_and_one_too_large_to_unpack_is_refused()
    {
        // A million bytes of zeros pack to a thousand: as a strip of 6 rows only what it has room for is unpacked.
        using var packed = new MemoryStream();
        using (var deflate = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(new byte[64 << 20]);
        byte[] plain = new byte[600];
        byte[] bomb = packed.ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TiffDecoding.Decode(8, bomb, bomb.Length, plain, "x.tif", "strip 0");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1 << 20);

        byte[] huge = With("int16-none-p1-tiles-little-classic.tif", 322, 1u << 20);
        Opening(Edit(huge, 323, 1u << 20)).Should().Throw<TerrainException>().WithMessage("*its tiles have 1048576 × 1048576 samples, which would have to be decoded at once; write it in smaller pieces*");
    }

    [TestMethod]
    public void Numbers_that_are_not_metres_as_they_stand_and_bytes_the_other_way_round_are_refused()
    {
        using var folder = new TemporaryFolder();
        Dictionary<string, byte[]> files = GdalRasters.Write(folder.Path, "refused").ToDictionary(raster => Path.GetFileName(raster.Path), raster => File.ReadAllBytes(raster.Path), StringComparer.Ordinal);

        Opening(files["scale.tif"]).Should().Throw<TerrainException>().WithMessage("x.tif: its samples have a scale of 0.1*gdal_translate -unscale*");
        Opening(files["offset.tif"]).Should().Throw<TerrainException>().WithMessage("x.tif: its samples have an offset of 100*gdal_translate -unscale*");
        Opening(files["feet.tif"]).Should().Throw<TerrainException>().WithMessage("x.tif: its heights are in 'ft'*");
        Opening(files["metres.tif"]).Should().NotThrow();
        Opening(With("int16-none-p1-strips-little-classic.tif", 262, 2, renamed: 266)).Should().Throw<TerrainException>().WithMessage("x.tif: the bits of its bytes stand the other way round*");
    }

    [TestMethod]
    [DataRow(33550, 1e300, "*it would reach from*nothing on Earth is there*")]
    [DataRow(33550, 1e-300, "*its cells are 1E-300 by 30 metres*")]
    [DataRow(33550, double.NaN, "*its cells are NaN by 30*")]
    public void A_place_that_nothing_on_Earth_has_is_reported(int tag, double value, string message)
    {
        byte[] file = (byte[])Files.Value["int16-none-p1-strips-little-classic.tif"].Clone();
        BinaryPrimitives.WriteDoubleLittleEndian(file.AsSpan(BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(FieldOf(file, tag) + 8))), value);
        Opening(file).Should().Throw<TerrainException>().WithMessage(message).WithMessage("x.tif: *");
    }

    [TestMethod]
    public void One_strip_that_promises_more_than_the_file_has_is_reported_before_anything_is_allocated()
    {
        byte[] file = With("int16-none-p1-strips-little-classic.tif", 257, 0x3FFFFFFFu);
        file = Edit(file, 278, 0x3FFFFFFFu);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(FieldOf(file, 273) + 4), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(FieldOf(file, 279) + 4), 1);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Opening(file).Should().Throw<TerrainException>().WithMessage("x.tif: its strip of 53 × 1073741823 samples would lie at bytes*");

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1 << 20);
    }

    [TestMethod]
    public void Offsets_beyond_the_file_are_reported()
    {
        byte[] file = With("int16-none-p1-strips-little-classic.tif", 273, 0xFFFFFFF0u);
        Opening(file).Should().Throw<TerrainException>().WithMessage("x.tif: tag 273 would lie at byte 4294967280, but the file has*");
    }

    [TestMethod]
    [DataRow("<Item ", "<Item ")]
    [DataRow("<Item ", "role=\"scale\" ")]
    public void A_description_made_to_take_long_is_read_or_reported(string beginning, string repeated)
    {
        const int GeoAsciiParams = 34737, GdalMetadata = 42112;
        byte[] text = System.Text.Encoding.ASCII.GetBytes(beginning + string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length)));
        byte[] file = Files.Value["int32-none-p1-tiles-little-classic.tif"];
        int field = FieldOf(file, GeoAsciiParams), end = file.Length;
        file = [.. file, .. text];
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(field), GdalMetadata);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(field + 4), text.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(field + 8), end);

        try
        {
            GeoTiffFile.Open(new MemoryBytes("x.tif", file)).Frame.Count.Should().BePositive();
        }
        catch (TerrainException error)
        {
            error.Message.Should().StartWith("x.tif: ").And.Contain("is no text of items; ");
        }
    }

    [TestMethod]
    [DataRow("", "*bytes 0 to 8*")]
    [DataRow("hello world, this is no TIFF", "*does not begin as a TIFF does*")]
    public void What_is_no_TIFF_is_said(string content, string message) =>
        Opening(System.Text.Encoding.ASCII.GetBytes(content)).Should().Throw<TerrainException>().WithMessage(message);

    [TestMethod]
    [DataRow("", "*no ncols*")]
    [DataRow("ncols 2\nnrows 2\nxllcorner 106\nyllcorner 22\ncellsize 0\n1 2 3 4", "*cellsize is 0*")]
    [DataRow("ncols -2\nnrows 2\nxllcorner 106\nyllcorner 22\ncellsize 1\n1 2 3 4", "*ncols is -2*")]
    [DataRow("ncols 2000000000\nnrows 2000000000\nxllcorner 106\nyllcorner 22\ncellsize 1e-9\n1 2 3 4", "*ncols is 2000000000*")]
    [DataRow("ncols 20000\nnrows 20000\nxllcorner 106\nyllcorner 22\ncellsize 1e-9\n1 2 3 4", "*promise 400000000 samples*")]
    [DataRow("ncols 2\nnrows 2\nxllcorner 500000\nyllcorner 22\ncellsize 1\n1 2 3 4", "*no .prj file beside it*")]
    [DataRow("ncols 2\nncols 2\nxllcorner 500000\nyllcorner 22\ncellsize 1\n1 2 3 4", "*ncols stands there twice*")]
    [DataRow("ncols 2\ncolour 2\n1 2 3 4", "*'colour' has no meaning*")]
    [DataRow("ncols 2\nnrows 2\nxllcorner 106\nyllcorner 22\ncellsize 1\n1 2 3", "*it has 3 samples, and 2 columns of 2 rows take 4*")]
    [DataRow("ncols 2\nnrows 2\nxllcorner 106\nyllcorner 22\ncellsize 1\n1 2 x3 4", "*row 2, column 1 is 'x3'*")]
    public void What_is_wrong_with_an_ASCII_grid_is_said(string content, string message)
    {
        Action reading = () =>
        {
            AsciiGridFile file = AsciiGridFile.Open(new MemoryBytes("x.asc", System.Text.Encoding.ASCII.GetBytes(content)), string.Empty);
            file.ReadBlock(0, 0, new float[file.BlockColumns * file.BlockRows]);
        };
        reading.Should().Throw<TerrainException>().WithMessage(message).WithMessage("x.asc: *");
    }

    [TestMethod]
    [DataRow("N22E106.hgt", 100, "*it has 100 bytes*")]
    [DataRow("terrain.hgt", 2884802, "*its name does not say where it is*")]
    [DataRow("N22E1066.hgt", 2884802, "*its name does not say where it is*")]
    public void What_is_wrong_with_a_tile_is_said(string name, int length, string message)
    {
        Action opening = () => HgtFile.Open(new MemoryBytes(name, new byte[length]));
        opening.Should().Throw<TerrainException>().WithMessage(message).WithMessage("*N22E106.hgt, and has 25934402 bytes*");
    }

    private static Action Opening(byte[] content) => () => GeoTiffFile.Open(new MemoryBytes("x.tif", content));

    private static byte[] With(string name, int tag, uint value, int renamed = 0)
    {
        byte[] file = Edit((byte[])Files.Value[name].Clone(), tag, value);
        if (renamed != 0)
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(FieldOf(file, tag)), (ushort)renamed);
        return file;
    }

    // Where the twelve bytes of a field of a little-endian classic TIFF begin.
    private static int FieldOf(byte[] file, int tag)
    {
        int first = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)), count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(first));
        return Enumerable.Range(0, count).Select(i => first + 2 + (12 * i)).Single(at => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)) == tag);
    }

    // Puts a value in a field of a little-endian classic TIFF: as LONG where it does not fit in what is there.
    private static byte[] Edit(byte[] file, int tag, uint value)
    {
        Span<byte> field = file.AsSpan(FieldOf(file, tag), 12);
        BinaryPrimitives.WriteUInt16LittleEndian(field[2..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(field[8..], value);
        return file;
    }

    private static float[] Samples(byte[] content)
    {
        GeoTiffFile file = GeoTiffFile.Open(new MemoryBytes("x.tif", content));
        var surface = new TiledSurface([file], "x", new BlockCache(1 << 20));
        return surface.ReadWindow(0, 0, file.Frame.Columns, file.Frame.Rows).Samples.ToArray();
    }
}
