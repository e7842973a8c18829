using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;

namespace DefenseZone.Geo.Bench.Roads;

/// <summary>The suite of <c>bench/run-roads</c>.</summary>
internal static class RoadsSuite
{
    private const string Usage = """
        usage: DefenseZone.Geo.Bench roads [--sizes S,M,L] [--rounds N] [--seed N] [--python PATH] [--peers FOLDER]
          --sizes   which sample plans (S,M,L)
          --rounds  how often all contenders take their turn (7)
          --seed    of the sample plans (1)
          --python  a Python with igraph, SciPy and NumPy (/usr/bin/python3)
          --peers   the folder of the Python peers; without it there are none
        """;

    /// <summary>Runs the suite.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        BenchOptions options;
        try
        {
            options = BenchOptions.Parse(arguments);
        }
        catch (FormatException problem)
        {
            Console.Error.WriteLine(problem.Message);
            Console.Error.WriteLine(Usage);
            return 2;
        }

        foreach (SampleSize size in options.Sizes)
            Measure(size, options);
        return 0;
    }

    private static void Measure(SampleSize size, BenchOptions options)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dzgeo-bench-roads-");
        try
        {
            Plan plan = SamplePlan.Generate(size, options.Seed);
            var bench = new RoadsBench(plan);
            bench.Write(folder.FullName);
            using PythonPeer? peer = options.Peers.Length == 0
                ? null
                : new PythonPeer(options.Python, Path.Combine(options.Peers, "roads_peer.py"), folder.FullName);
            List<Result> results = Arena.Compete([.. bench.Contenders(peer)], options.Rounds, text => Console.Error.WriteLine($"{size}: {text}"));
            var none = new Dictionary<string, double>(StringComparer.Ordinal);
            Report.WriteTables(Console.Out, new SizeResults($"{size}, {bench.Describe()}", results, none, none));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
