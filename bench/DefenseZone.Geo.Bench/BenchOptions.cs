using DefenseZone.Geo.Planning;

namespace DefenseZone.Geo.Bench;

/// <summary>What the harness is told on its command line.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        usage: DefenseZone.Geo.Bench [--sizes S,M,L] [--rounds N] [--seed N] [--python PATH] [--peers FOLDER]
                                     [--exact FILE] [--dzgeo DLL] [--json FILE]
          --sizes   which sample plans (S,M,L)
          --rounds  how often all contenders take their turn (7)
          --seed    of the sample plans (1)
          --python  a Python with shapely, pyproj and numpy (/usr/bin/python3)
          --peers   the folder of the Python peers; without it there are none
          --exact   the script that gives the exact answer; without it there is none
          --dzgeo   dzgeo.dll; without it whole processes are not measured
          --json    where to write all numbers
        """;

    public IReadOnlyList<SampleSize> Sizes { get; init; } = [SampleSize.Small, SampleSize.Medium, SampleSize.Large];

    public int Rounds { get; init; } = 7;

    public int Seed { get; init; } = 1;

    public string Python { get; init; } = "/usr/bin/python3";

    public string Peers { get; init; } = string.Empty;

    public string Exact { get; init; } = string.Empty;

    public string Dzgeo { get; init; } = string.Empty;

    public string Json { get; init; } = string.Empty;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An argument is not known, lacks its value or cannot be read.</exception>
    public static BenchOptions Parse(ReadOnlySpan<string> arguments)
    {
        var options = new BenchOptions();
        if (arguments.Length % 2 != 0)
            throw new FormatException($"{arguments[^1]} has no value.");
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--sizes" => options with { Sizes = [.. value.Split(',').Select(Size)] },
                "--rounds" => options with { Rounds = int.Parse(value) },
                "--seed" => options with { Seed = int.Parse(value) },
                "--python" => options with { Python = value },
                "--peers" => options with { Peers = value },
                "--exact" => options with { Exact = value },
                "--dzgeo" => options with { Dzgeo = value },
                "--json" => options with { Json = value },
                _ => throw new FormatException($"{arguments[i]} is not known."),
            };
        }

        return options;
    }

    private static SampleSize Size(string letter) => letter switch
    {
        "S" => SampleSize.Small,
        "M" => SampleSize.Medium,
        "L" => SampleSize.Large,
        _ => throw new FormatException($"A size is S, M or L, not {letter}."),
    };
}
