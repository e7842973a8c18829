using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Planning;

namespace DefenseZone.Geo.Bench.Siting;

/// <summary>The suite of <c>bench/run-siting</c>.</summary>
internal static class SitingSuite
{
    private const string Usage = """
        usage: DefenseZone.Geo.Bench siting [--sizes S,M,L] [--sites 10,30,60,0] [--rounds N] [--seed N] [--cbc yes|no] [--python PATH] [--peers FOLDER]
          --sizes   of the plans (S,M,L)
          --sites   numbers of sites; 0 is for the fewest that cover all (10,30,60,0)
          --rounds  how often all contenders take their turn, after warming up (3)
          --seed    of the plans (1)
          --cbc     whether CBC takes part, which is slow on large plans (yes)
          --python  a Python with SciPy and PuLP (/usr/bin/python3)
          --peers   the folder of the Python peers
        """;

    /// <summary>Runs the suite.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["--sizes"] = "S,M,L",
            ["--sites"] = "10,30,60,0",
            ["--rounds"] = "3",
            ["--seed"] = "1",
            ["--cbc"] = "yes",
            ["--python"] = "/usr/bin/python3",
            ["--peers"] = string.Empty,
        };
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !values.ContainsKey(arguments[i]))
            {
                Console.Error.WriteLine($"{arguments[i]} is not understood.");
                Console.Error.WriteLine(Usage);
                return 2;
            }

            values[arguments[i]] = arguments[i + 1];
        }

        int Number(string name) => int.Parse(values[name], CultureInfo.InvariantCulture);
        ImmutableArray<int> limits = [.. values["--sites"].Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        var results = new List<Result>();
        foreach (string word in values["--sizes"].Split(','))
        {
            SampleSize size = Enum.GetValues<SampleSize>().First(known => known.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase));
            foreach (bool ignoreExisting in (bool[])[false, true])
            {
                DirectoryInfo folder = Directory.CreateTempSubdirectory("dzgeo-bench-siting-");
                try
                {
                    results.AddRange(new SitingBench(size, Number("--seed"), ignoreExisting).Measure(
                        folder.FullName, limits, Number("--rounds"), values["--cbc"] == "yes", values["--python"], Path.Combine(values["--peers"], "siting_peer.py")));
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
            }
        }

        Write(results);
        return 0;
    }

    private static void Write(List<Result> results)
    {
        Console.WriteLine();
        Console.WriteLine("| problem | ours, same points | ours, exact | HiGHS | CBC | faster peer ÷ ours | objective: ours, HiGHS, CBC | proven |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---|---|");
        foreach (IGrouping<string, Result> work in results.GroupBy(result => result.Contender.Work))
        {
            Result same = work.First(), exact = work.ElementAt(1);
            Result[] peers = [.. work.Skip(2)];
            double ratio = peers.Min(peer => peer.Median) / same.Median;
            string cbc = peers.Length > 1 ? Milliseconds(peers[1]) : "–";
            string objectives = string.Join(", ", work.Where(result => result != exact).Select(result => result.Answers["objective"].ToString("0.##", CultureInfo.InvariantCulture)));
            bool proven = same.Answers["optimal"] == 1 && exact.Answers["optimal"] == 1;
            Console.WriteLine(
                $"| {work.Key} | {Milliseconds(same)} | {Milliseconds(exact)} | {Milliseconds(peers[0])} | {cbc} | {ratio.ToString("0.0", CultureInfo.InvariantCulture)}× | {objectives} | {(proven ? "yes" : "no")} |");
        }
    }

    private static string Milliseconds(Result result) => (result.Median * 1e3).ToString("0.0", CultureInfo.InvariantCulture) + " ms";
}
