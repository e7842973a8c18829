using System.Diagnostics;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Geodesy;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Bench.Sight;

/// <summary>Sight coverage of the border of a large plan over a large grid: no peer does this, so time and memory are all there is to say.</summary>
internal static class SightCoverageBench
{
    public static void Run(int posts, int cells, int seed, int rounds, TextWriter output)
    {
        Plan plan = SamplePlan.Generate(SampleSize.Large, seed);
        Facility[] all = [.. plan.Facilities.Where(facility => facility.Kind == FacilityKind.MilitiaPost)];
        Facility[] chosen = [.. Enumerable.Range(0, posts).Select(i => all[(int)((long)i * all.Length / posts)])];
        ElevationGrid grid = BenchTerrain.Of(Around(plan, cells), seed);
        plan = plan with { Terrain = ElevationSurface.Of(grid), Facilities = [.. chosen] };
        var border = BorderLine.Of(plan);
        var problem = new CoverageProblem(plan) { Model = SightCoverage.OwnRange };
        problem.Solve();
        var seconds = new List<double>();
        CoverageReport? report = null;
        for (int round = 0; round < rounds; round++)
        {
            GC.Collect();
            long begin = Stopwatch.GetTimestamp();
            report = problem.Solve();
            seconds.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }

        seconds.Sort();
        double radius = new CoverageProblem(plan).Solve().CoveredMetres;
        using var self = Process.GetCurrentProcess();
        output.WriteLine();
        output.WriteLine($"### Sight coverage of a border of {border.LengthMetres / 1000:0} km by {posts} posts, {cells} × {cells} cells of {plan.Terrain switch { ElevationSurface surface => surface.ResolutionMetres, _ => 0 }:0} m");
        output.WriteLine();
        output.WriteLine("| median s | fastest s | peak memory of the process | covered by sight | by radius | gaps |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|");
        output.WriteLine($"| {seconds[seconds.Count / 2]:0.000} | {seconds[0]:0.000} | {self.PeakWorkingSet64 / 1e6:0} MB | {report!.CoveredMetres / 1000:0.0} km | {radius / 1000:0.0} km | {report.GapCount} |");
    }

    // A square in degrees about the whole border.
    private static GridFrame Around(Plan plan, int cells)
    {
        var box = new NetTopologySuite.Geometries.Envelope();
        foreach (BorderSegment segment in plan.BorderSegments)
            box.ExpandToInclude(segment.Geometry.EnvelopeInternal);
        double side = Math.Max(box.Width, box.Height) + 0.3, step = side / cells;
        return new GridFrame(CoordinateSystem.Of(4326), box.Centre.X - (side / 2) + (step / 2), box.Centre.Y + (side / 2) - (step / 2), step, step, cells, cells);
    }
}
