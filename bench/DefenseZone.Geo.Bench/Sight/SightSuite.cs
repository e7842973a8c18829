namespace DefenseZone.Geo.Bench.Sight;

/// <summary>The suite of <c>bench/run-sight</c>.</summary>
internal static class SightSuite
{
    private const string Usage = """
        usage: DefenseZone.Geo.Bench sight [--rounds N] [--seed N] [--cells N] [--observers N] [--brute N] [--coverage-posts N]
                                           [--coverage-cells N] [--python PATH] [--peers FOLDER]
          --rounds          how often all contenders take their turn (7)
          --seed            of terrains, observers and the plan (1)
          --cells           of a side of the grid for viewsheds (4000)
          --observers       who look 10 km far (50)
          --brute           for how many of them brute force is done (5; 0 for none)
          --coverage-posts  for sight coverage (1000; 0 for none)
          --coverage-cells  of a side of its grid (12000)
          --python          a Python with GDAL and NumPy (/usr/bin/python3)
          --peers           the folder of the Python peers
        """;

    /// <summary>Runs the suite.</summary>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["--rounds"] = 7,
            ["--seed"] = 1,
            ["--cells"] = 4_000,
            ["--observers"] = 50,
            ["--brute"] = 5,
            ["--coverage-posts"] = 1_000,
            ["--coverage-cells"] = 12_000,
        };
        string python = "/usr/bin/python3", peers = string.Empty;
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = i + 1 < arguments.Length ? arguments[i + 1] : string.Empty;
            if (arguments[i] == "--python" && value.Length > 0)
            {
                python = value;
            }
            else if (arguments[i] == "--peers" && value.Length > 0)
            {
                peers = value;
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

        Viewsheds(numbers, python, Path.Combine(peers, "viewshed_peer.py"));
        if (numbers["--coverage-posts"] > 0)
            SightCoverageBench.Run(numbers["--coverage-posts"], numbers["--coverage-cells"], numbers["--seed"], Math.Min(3, numbers["--rounds"]), Console.Out);
        return 0;
    }

    private static void Viewsheds(Dictionary<string, int> numbers, string python, string script)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dzgeo-bench-sight-");
        try
        {
            var bench = new ViewshedBench(numbers["--cells"], numbers["--observers"], numbers["--seed"]);
            bench.Write(folder.FullName);
            using var peer = new PythonPeer(python, script, folder.FullName);
            List<Result> results = Arena.Compete([.. bench.Contenders(peer)], numbers["--rounds"], Console.Error.WriteLine);
            string size = $"{numbers["--observers"]} observers, {numbers["--cells"]} × {numbers["--cells"]} cells of 30 m, 10 km";
            Report.WriteTables(Console.Out, new SizeResults(size, results, new Dictionary<string, double>(StringComparer.Ordinal), new Dictionary<string, double>(StringComparer.Ordinal)));
            if (numbers["--brute"] == 0)
                return;
            Console.WriteLine();
            Console.WriteLine("| cells seen, against brute force in NumPy | Jaccard |");
            Console.WriteLine("|---|---:|");
            foreach ((string who, double jaccard) in bench.Agreement(peer, folder.FullName, Math.Min(numbers["--brute"], numbers["--observers"])))
                Console.WriteLine($"| {who} | {jaccard:0.00000} |");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
