using DefenseZone.Geo.Bench.Sight;
using DefenseZone.Geo.Io.Elevation;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Bench.Terrain;

/// <summary>The suite of <c>bench/run-terrain</c>: hillshade and slope of one grid, ours and GDAL's, in process and as whole processes.</summary>
internal static class TerrainSuite
{
    private const string Usage = """
        usage: DefenseZone.Geo.Bench terrain [--rounds N] [--seed N] [--cells N] [--dzgeo DLL] [--python PATH] [--peers FOLDER]
          --rounds   how often all contenders take their turn (7)
          --seed     of the terrain (1)
          --cells    of a side of the grid (4000)
          --dzgeo    the built command line; without it whole processes are left out
          --python   a Python with GDAL and NumPy (/usr/bin/python3)
          --peers    the folder of the Python peers
        """;

    private static readonly string[] Names = ["hillshade", "slope"];

    /// <summary>Runs the suite.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { ["--rounds"] = 7, ["--seed"] = 1, ["--cells"] = 4_000 };
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["--python"] = "/usr/bin/python3", ["--peers"] = string.Empty, ["--dzgeo"] = string.Empty };
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = i + 1 < arguments.Length ? arguments[i + 1] : string.Empty;
            if (texts.ContainsKey(arguments[i]) && value.Length > 0)
            {
                texts[arguments[i]] = value;
            }
            else if (numbers.ContainsKey(arguments[i]) && int.TryParse(value, out int number))
            {
                numbers[arguments[i]] = number;
            }
            else
            {
                Console.Error.WriteLine($"{arguments[i]} {value} is not understood.");
                Console.Error.WriteLine(Usage);
                return 2;
            }
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("dzgeo-bench-terrain-");
        try
        {
            Measure(folder.FullName, numbers, texts);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string folder, Dictionary<string, int> numbers, Dictionary<string, string> texts)
    {
        ElevationGrid grid = BenchTerrain.Square(numbers["--cells"], numbers["--seed"]);
        string dem = Path.Combine(folder, "dem.tif");
        using (FileStream file = File.Create(dem))
            GeoTiff.Write(file, grid);
        using var peer = new PythonPeer(texts["--python"], Path.Combine(texts["--peers"], "terrain_peer.py"), folder);
        List<Result> results = Arena.Compete([.. InProcess(grid, peer), .. WholeProcesses(folder, dem, texts["--dzgeo"])], numbers["--rounds"], Console.Error.WriteLine);
        var nothing = new Dictionary<string, double>(StringComparer.Ordinal);
        Report.WriteTables(Console.Out, new SizeResults($"{grid.Columns} × {grid.Rows} cells of 30 m", results, nothing, nothing));
    }

    // The grid is in memory, and so is what comes out of it.
    private static IEnumerable<Contender> InProcess(ElevationGrid grid, PythonPeer peer)
    {
        yield return new("hillshade, in process", "ours", true, 3, () => Bench.Run.Of(() => new Hillshade(grid).Shade(), static shades => Mean(shades.Select(static shade => (double)shade))));
        yield return peer.Contender("hillshade, in process", "GDAL DEMProcessing, MEM to MEM", "hillshade");
        yield return new("slope, in process", "ours", true, 3, () => Bench.Run.Of(() => new SlopeAspect(grid).SlopeDegrees(), static slopes => Mean(slopes.Select(static slope => (double)slope))));
        yield return peer.Contender("slope, in process", "GDAL DEMProcessing, MEM to MEM", "slope");
    }

    // From one GeoTIFF to another, packed by Deflate both; plain, too, as gdaldem has it unless it is told otherwise.
    private static IEnumerable<Contender> WholeProcesses(string folder, string dem, string dzgeo)
    {
        if (dzgeo.Length == 0)
            yield break;
        foreach (string name in Names)
        {
            string work = $"{name}, whole process", predictor = name == "slope" ? "PREDICTOR=3" : "PREDICTOR=2";
            string ours = Path.Combine(folder, name + ".tif"), theirs = Path.Combine(folder, name + "-gdal.tif");
            yield return new(work, $"dotnet dzgeo.dll {name} --out", true, 1, new WholeProcess("dotnet", dzgeo, name, dem, "--out", ours).Do);
            yield return new(work, $"gdaldem {name}, tiles, Deflate", false, 1, new WholeProcess("gdaldem", name, "-q", dem, theirs, "-co", "TILED=YES", "-co", "COMPRESS=DEFLATE", "-co", predictor, "-co", "ZLEVEL=1").Do);
            yield return new(work, $"gdaldem {name}, not packed", false, 1, new WholeProcess("gdaldem", name, "-q", dem, theirs).Do);
        }
    }

    private static Dictionary<string, double> Mean(IEnumerable<double> values) => new(StringComparer.Ordinal) { ["mean"] = Math.Round(values.Average(), 2) };
}
