using System.Globalization;
using DefenseZone.Geo.LeastCost;

namespace DefenseZone.Geo.Bench.RoadSiting;

/// <summary>Least-cost paths from corner to corner of made-up mountains, ours and scikit-image's.</summary>
internal static class FrictionSuite
{
    public const string Name = "friction";

    private const string Usage = """
        usage: DefenseZone.Geo.Bench friction [--sizes 1000,4000] [--rounds N] [--seed N] [--python PATH] [--peers FOLDER] [--json FILE]
        """;

    private const string Work = "least-cost path, corner to corner";

    /// <summary>Runs the suite; the arguments are those after its name.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        int[] sizes = [1000, 4000];
        int rounds = 3, seed = 1;
        string python = "/usr/bin/python3", peers = string.Empty, json = string.Empty;
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = i + 1 < arguments.Length ? arguments[i + 1] : string.Empty;
            switch (arguments[i])
            {
                case "--sizes":
                    sizes = [.. value.Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
                    break;
                case "--rounds":
                    rounds = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--seed":
                    seed = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "--python":
                    python = value;
                    break;
                case "--peers":
                    peers = value;
                    break;
                case "--json":
                    json = value;
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return 2;
            }
        }

        List<SizeResults> all = [];
        foreach (int size in sizes)
        {
            all.Add(Measure(size, rounds, seed, python, peers));
            Report.WriteTables(Console.Out, all[^1]);
        }

        if (json.Length > 0)
        {
            using FileStream stream = File.Create(json);
            Report.WriteJson(stream, all);
        }

        return 0;
    }

    private static SizeResults Measure(int size, int rounds, int seed, string python, string peers)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dzgeo-bench-");
        try
        {
            FractalFriction friction = FractalFriction.Of(size, seed);
            var grid = new FrictionGrid(size, size, friction.Values);
            var problem = new LeastCostProblem(grid, new GridCell(0, 0), new GridCell(size - 1, size - 1));
            List<Contender> contenders = [new(Work, "LeastCostProblem.Solve", true, 3, () => Run(problem))];
            using PythonPeer? worker = Peer(friction, folder.FullName, python, peers);
            if (worker is not null)
                contenders.Add(worker.Contender(Work, "scikit-image route_through_array", "corner-to-corner") with { LeastWarmUpRuns = 0 });
            List<Result> results = Arena.Compete(contenders, rounds, text => Console.Error.WriteLine($"{size}²: {text}"));
            return new SizeResults(
                string.Create(CultureInfo.InvariantCulture, $"{size:#,0} × {size:#,0}"),
                results,
                new Dictionary<string, double>(StringComparer.Ordinal),
                new Dictionary<string, double>(StringComparer.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PythonPeer? Peer(FractalFriction friction, string folder, string python, string peers)
    {
        if (peers.Length == 0)
            return null;
        friction.Write(Path.Combine(folder, "friction.f32"));
        return new PythonPeer(python, Path.Combine(peers, "friction_peer.py"), folder);
    }

    private static Run Run(LeastCostProblem problem) => Bench.Run.Of(
        () => problem.Solve(),
        path => new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["cost"] = path.Cost,
            ["cells"] = path.Cells.Length,
            ["exploredShare"] = (double)path.ExploredCells / problem.Friction.Values.Length,
            ["peakProcessMegabytes"] = PeakMegabytes(),
        });

    // The whole process with the grid, the runtime and whatever made the grid.
    private static double PeakMegabytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
