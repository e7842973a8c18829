using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Model;
using DefenseZone.Geo.Planning;
using DefenseZone.Geo.Siting;

namespace DefenseZone.Geo.Bench.Siting;

/// <summary>Siting on one plan, with existing posts or without: ours exactly, ours at the peers' points, and the peers.</summary>
internal sealed class SitingBench
{
    private const double PointSpacingMetres = 250;

    private readonly Plan _plan;
    private readonly bool _ignoreExisting;
    private readonly SampledCoverage _sampled;
    private readonly string _name;

    public SitingBench(SampleSize size, int seed, bool ignoreExisting)
    {
        _plan = SamplePlan.Generate(size, seed);
        _ignoreExisting = ignoreExisting;
        double length = BorderLine.Of(_plan).LengthMetres;
        _sampled = new SampledCoverage(RadiusCoverage.OwnRadius, length / Math.Ceiling(length / PointSpacingMetres));
        _name = $"{size}, {(ignoreExisting ? "empty border" : "existing posts")}";
    }

    /// <summary>Measures every instance.</summary>
    /// <param name="folder">An empty folder for what the peers read.</param>
    /// <param name="limits">Numbers of sites; 0 for set cover.</param>
    /// <param name="rounds">How often all take their turn.</param>
    /// <param name="withCbc">Whether CBC takes part.</param>
    /// <param name="python">A Python with SciPy and PuLP.</param>
    /// <param name="script">The peer.</param>
    public IEnumerable<Result> Measure(string folder, ImmutableArray<int> limits, int rounds, bool withCbc, string python, string script)
    {
        WriteCover(Path.Combine(folder, "cover.json"));
        using var peer = new PythonPeer(python, script, folder);
        foreach (int limit in limits)
        {
            string work = $"{_name}, {(limit == 0 ? "fewest sites that cover all" : $"most border by {limit} sites")}";
            string asked = limit == 0 ? "all" : limit.ToString(CultureInfo.InvariantCulture);
            List<Contender> contenders =
            [
                new(work, "ours, at the same points", true, 1, () => Solve(_sampled, limit)),
                new(work, "ours, exact", true, 1, () => Solve(RadiusCoverage.OwnRadius, limit)),
                peer.Contender(work, "HiGHS", $"highs {asked}"),
            ];
            if (withCbc)
                contenders.Add(peer.Contender(work, "CBC", $"cbc {asked}"));
            foreach (Result result in Arena.Compete(contenders, rounds, Console.Error.WriteLine))
                yield return result;
        }
    }

    private Run Solve(CoverageModel model, int limit)
    {
        SitingProblem problem = Problem(model) with
        {
            Objective = limit == 0 ? new SetCover() : new MaximalCover(),
            MaximumSites = limit == 0 ? null : limit,
        };
        return Run.Of(() => problem.Solve(), plan => new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["objective"] = limit == 0 ? plan.ObjectiveValue
                : model is SampledCoverage sampled ? Math.Round(plan.NewlyCoveredMetres / sampled.CellMetres, 6)
                : plan.NewlyCoveredMetres,
            ["sites"] = plan.Chosen.Length,
            ["relativeGap"] = plan.RelativeGap,
            ["optimal"] = plan.Status == SitingStatus.Optimal ? 1 : 0,
        });
    }

    private SitingProblem Problem(CoverageModel model) => new(_plan) { Model = model, IgnoreExisting = _ignoreExisting };

    private void WriteCover(string file)
    {
        BorderLine border = BorderLine.Of(_plan);
        int count = (int)Math.Round(border.LengthMetres / _sampled.CellMetres);
        var covered = new bool[count];
        if (!_ignoreExisting)
        {
            foreach (Facility facility in FacilityFilter.Default.Select(_plan))
            {
                foreach (int cell in Cells(border, facility))
                    covered[cell] = true;
            }
        }

        using FileStream stream = File.Create(file);
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteNumber("points", count);
        json.WriteStartArray("candidates");
        foreach (CandidateSite site in _plan.CandidateSites)
        {
            json.WriteStartArray();
            var facility = new Facility { Id = site.Id, Kind = site.Kind, Geometry = site.Geometry, CoverageRadiusMetres = site.CoverageRadiusMetres };
            foreach (int cell in Cells(border, facility).Where(cell => !covered[cell]))
                json.WriteNumberValue(cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private IEnumerable<int> Cells(BorderLine border, Facility facility) =>
        RadiusCoverage.OwnRadius.Cover(_plan, border, facility).SelectMany(stretch =>
        {
            (int first, int end) = _sampled.CellsIn(stretch);
            return Enumerable.Range(first, Math.Max(0, end - first));
        });
}
