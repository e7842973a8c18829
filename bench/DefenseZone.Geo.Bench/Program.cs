using DefenseZone.Geo.Bench;
using DefenseZone.Geo.Bench.Roads;
using DefenseZone.Geo.Bench.RoadSiting;
using DefenseZone.Geo.Bench.Sight;
using DefenseZone.Geo.Bench.Siting;
using DefenseZone.Geo.Bench.Terrain;
using DefenseZone.Geo.Io;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;

if (args is [FrictionSuite.Name, .. var rest])
    return FrictionSuite.Run(rest);
if (args is ["siting", ..])
    return SitingSuite.Run(args.AsSpan(1));
if (args is ["sight", ..])
    return SightSuite.Run(args.AsSpan(1));
if (args is ["terrain", ..])
    return TerrainSuite.Run(args.AsSpan(1));
if (args is ["roads", ..])
    return RoadsSuite.Run(args.AsSpan(1));

BenchOptions options;
try
{
    options = BenchOptions.Parse(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

var all = new List<SizeResults>();
foreach (SampleSize size in options.Sizes)
{
    DirectoryInfo folder = Directory.CreateTempSubdirectory("dzgeo-bench-");
    try
    {
        SizeResults results = Measure(size, Path.Combine(folder.FullName, "plan"), options);
        Report.WriteTables(Console.Out, results);
        all.Add(results);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

if (options.Json.Length > 0)
{
    using FileStream stream = File.Create(options.Json);
    Report.WriteJson(stream, all);
}

return 0;

static SizeResults Measure(SampleSize size, string folder, BenchOptions options)
{
    void Tell(string text) => Console.Error.WriteLine($"{size}: {text}");

    Tell("making the plan");
    Plan plan = SamplePlan.Generate(size, options.Seed);
    PlanFolder.Write(plan, folder);
    var plane = new PlaneBorder(plan);
    List<Contender> contenders = [.. new OurWorks(plan).Contenders(), .. new NtsCoverage(plane).Contenders(), new NtsDepth(plane).Contender(), new NtsZones(plane).Contender()];

    string shapely = Path.Combine(options.Peers, "shapely_peer.py");
    using PythonPeer? worker = options.Peers.Length == 0 ? null : new PythonPeer(options.Python, shapely, folder);
    if (worker is not null)
    {
        contenders.Add(worker.Contender(Works.Coverage, "Shapely, union and difference", "union-difference"));
        contenders.Add(worker.Contender(Works.Coverage, "Shapely, union, prepared by chunks", "union-prepared"));
        contenders.Add(worker.Contender(Works.Coverage, "Shapely, chunk by chunk", "chunk-by-chunk"));
        contenders.Add(worker.Contender(Works.Depth, "Shapely, linear referencing", "depth"));
    }

    var processes = new List<(string Name, bool IsOurs, WholeProcess Process)>();
    if (options.Dzgeo.Length > 0)
    {
        processes.Add(("dotnet dzgeo.dll coverage", true, new WholeProcess("dotnet", options.Dzgeo, "coverage", folder)));
        processes.Add(("the same, --format json", true, new WholeProcess("dotnet", options.Dzgeo, "coverage", folder, "--format", "json")));
    }

    if (worker is not null)
        processes.Add(("Shapely script, chunk by chunk", false, new WholeProcess(options.Python, shapely, folder)));
    contenders.AddRange(processes.Select(entry => new Contender(Works.Process, entry.Name, entry.IsOurs, 1, entry.Process.Do)));

    List<Result> results = Arena.Compete(contenders, options.Rounds, Tell);
    Tell("peak memory and the exact answer");
    return new SizeResults(
        size.ToString(),
        results,
        options.Exact.Length == 0
            ? new Dictionary<string, double>(StringComparer.Ordinal)
            : new WholeProcess(options.Python, options.Exact, "--plan", folder).Do().Answers,
        processes.ToDictionary(entry => entry.Name, entry => entry.Process.PeakMegabytes(), StringComparer.Ordinal));
}
