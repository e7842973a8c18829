using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Io.Elevation;

/// <summary>What reading terrain gave: the surface over all files that could be understood, and what is wrong with the rest.</summary>
/// <param name="Surface">The surface; empty where no file is.</param>
/// <param name="Problems">What was found.</param>
public sealed record TerrainReading(ElevationSurface Surface, ImmutableArray<PlanProblem> Problems)
{
    /// <summary>True when any problem is an error.</summary>
    public bool HasErrors => ProblemLog.HasErrors(Problems);
}

/// <summary>
/// Opens terrain: SRTM <c>.hgt</c> tiles, GeoTIFFs, ESRI ASCII grids and recipes for invented relief, one or many, as
/// one seamless surface. Only heads of files are read; samples are read when they are asked for.
/// </summary>
public static class TerrainFiles
{
    /// <summary>The name of the folder of a plan that its terrain is in.</summary>
    public const string FolderName = "terrain";

    private const int LargestRecipeBytes = 64 << 20;

    private static readonly string[] Formats = [".hgt", ".tif", ".tiff", ".asc"];
    private static readonly string[] LikelyFormats = [".zip", ".gz", ".vrt", ".img", ".bil", ".flt", ".dem", ".dt0", ".dt1", ".dt2", ".nc", ".grd", ".xyz", ".gpkg", ".adf"];

    /// <summary>Opens files, and folders of files, as one surface.</summary>
    /// <param name="paths">Files, folders of tiles, and plan folders, whose terrain is in <c>terrain/</c>.</param>
    /// <exception cref="PlanException">Something is wrong with one of them; it lists all problems.</exception>
    public static ElevationSurface Open(params IEnumerable<string> paths)
    {
        TerrainReading reading = Read(paths);
        return reading.HasErrors ? throw new PlanException(reading.Problems) : reading.Surface;
    }

    /// <summary>Opens files, and folders of files, as one surface, and says all that is wrong. Bad content is reported, never thrown.</summary>
    /// <inheritdoc cref="Open"/>
    public static TerrainReading Read(params IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var problems = new ProblemLog(string.Empty, string.Empty);
        var files = new List<FileInfo>();
        foreach (string path in paths)
        {
            string folder = Path.Combine(path, FolderName);
            if (File.Exists(path))
            {
                files.Add(new FileInfo(path));
                continue;
            }

            if (!Directory.Exists(path))
            {
                problems.Error(string.Empty, $"there is no file or folder '{path}'", "give .hgt, GeoTIFF or .asc files, a folder of them, or a plan with a folder terrain/");
                continue;
            }

            List<FileInfo> inFolder = List(Directory.Exists(folder) ? folder : path, problems, string.Empty);
            if (inFolder.Count == 0)
                problems.Error(string.Empty, $"there is no terrain in '{path}'", "give .hgt, GeoTIFF or .asc files, a folder of them, or a plan with a folder terrain/");
            files.AddRange(inFolder);
        }

        ElevationSurface surface = Assemble(files, string.Empty, problems, Identity(files));
        return new TerrainReading(surface, problems.ToImmutable());
    }

    /// <summary>The terrain files of a folder, in the order of their names; warns of what looks like terrain and is not read.</summary>
    internal static List<FileInfo> List(string folder, ProblemLog? problems, string prefix)
    {
        var files = new List<FileInfo>();
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles())
        {
            if (IsTerrain(file))
                files.Add(file);
            else if (LikelyFormats.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
                problems?.Add(Problem(ProblemSeverity.Warning, prefix + file.Name, "the file looks like terrain and is not read", "terrain is .hgt, GeoTIFF (.tif) or ESRI ASCII grid (.asc): gdal_translate IN OUT.tif"));
        }

        files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    /// <summary>A text that changes when a file does: their names, lengths and times.</summary>
    internal static string Identity(IEnumerable<FileInfo> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        bool isEmpty = true;
        foreach (FileInfo file in files)
        {
            isEmpty = false;
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.FullName}\0{(file.Exists ? file.Length : -1)}\0{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}\0"));
        }

        return isEmpty ? string.Empty : Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>The surface over files; what is wrong goes to the log, and the file is left out.</summary>
    internal static ElevationSurface Assemble(IEnumerable<FileInfo> files, string prefix, ProblemLog problems, string identity)
    {
        var sources = new List<TileSource>();
        foreach (FileInfo file in files)
        {
            try
            {
                sources.Add(OpenTile(file));
            }
            catch (TerrainException error)
            {
                problems.Add(Problem(ProblemSeverity.Error, prefix + file.Name, error.Problem, error.Remedy));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add(Problem(ProblemSeverity.Error, prefix + file.Name, $"the file cannot be read: {error.Message}", "see that it can be"));
            }
        }

        try
        {
            return sources.Count == 0 ? ElevationSurface.Empty : new TiledSurface(sources, identity, BlockCache.Shared);
        }
        catch (TerrainException error)
        {
            problems.Add(Problem(ProblemSeverity.Error, prefix + error.File, error.Problem, error.Remedy));
            return ElevationSurface.Empty;
        }
    }

    /// <summary>One file as a tile.</summary>
    /// <exception cref="TerrainException">It cannot be used; the message says why.</exception>
    internal static TileSource OpenTile(FileInfo file)
    {
        var bytes = new DiskBytes(file.FullName, file.Length);
        switch (file.Extension.ToLowerInvariant())
        {
            case ".hgt":
                return HgtFile.Open(bytes);
            case ".tif" or ".tiff":
                return GeoTiffFile.Open(bytes);
            case ".asc":
                string projection = Path.ChangeExtension(file.FullName, ".prj");
                return AsciiGridFile.Open(bytes, File.Exists(projection) && new FileInfo(projection).Length < 65_536 ? File.ReadAllText(projection) : string.Empty);
            case ".json" when file.Length <= LargestRecipeBytes:
                return new Terrain.Relief.GeneratedRelief(file.Name, ReliefRecipeJson.Read(File.ReadAllBytes(file.FullName), file.Name));
            default:
                throw TerrainException.In(TerrainFaultKind.UnknownFormat, file.Name, "its ending is none of a terrain file", "terrain is .hgt, .tif, .tiff, .asc, or generated.json: gdal_translate IN OUT.tif");
        }
    }

    private static bool IsTerrain(FileInfo file) =>
        Formats.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) || string.Equals(file.Name, ReliefRecipeJson.FileName, StringComparison.Ordinal);

    private static PlanProblem Problem(ProblemSeverity severity, string file, string message, string remedy) =>
        new() { Severity = severity, File = file, Layer = string.Empty, Message = message, Remedy = remedy };
}
