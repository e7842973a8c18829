namespace DefenseZone.Geo.Planning;

/// <summary>How big a generated plan is.</summary>
public enum SampleSize
{
    /// <summary>S: 250 km of border in 5,000 vertices, 60 posts, 20 communes, 2,000 roads, 200 candidate sites.</summary>
    Small,

    /// <summary>M: 1,500 km of border in 50,000 vertices, 500 posts, 200 communes, 50,000 roads, 2,000 candidate sites.</summary>
    Medium,

    /// <summary>L: 4,600 km of border in 150,000 vertices, 5,000 posts, 2,000 communes, 300,000 roads, 20,000 candidate sites.</summary>
    Large,
}

/// <summary>The counts and lengths of a generated plan, and the line about which its border winds.</summary>
internal sealed record SampleShape(
    double BorderMetres,
    int BorderVertices,
    int Posts,
    int Communes,
    int DefenceAreas,
    int Provinces,
    int Roads,
    int CombatBases,
    int CandidateSites,
    int UnmannedRuns,
    double UnmannedShare,
    GridPoint[] Spine)
{
    public const int BorderSegments = 10;

    public static SampleShape Of(SampleSize size) => size switch
    {
        SampleSize.Small => new(250e3, 5_000, 60, 20, 4, 1, 2_000, 5, 200, 4, 0.47, Line((104.30, 19.00), (105.05, 18.18))),
        SampleSize.Medium => new(
            1_500e3, 50_000, 500, 200, 20, 4, 50_000, 20, 2_000, 20, 0.47, Line((102.90, 21.90), (104.40, 19.00), (106.20, 16.60))),
        SampleSize.Large => new(
            4_600e3,
            150_000,
            5_000,
            2_000,
            100,
            10,
            300_000,
            100,
            20_000,
            65,
            0.77,
            Line(
                (107.50, 21.20),
                (105.20, 22.80),
                (102.80, 22.00),
                (104.40, 19.00),
                (106.40, 16.20),
                (107.20, 13.20),
                (105.60, 11.20),
                (104.20, 9.60))),
        _ => throw new ArgumentOutOfRangeException(nameof(size), size, "A sample plan is Small, Medium or Large."),
    };

    private static GridPoint[] Line(params ReadOnlySpan<(double LongitudeDegrees, double LatitudeDegrees)> places)
    {
        var line = new GridPoint[places.Length];
        for (int i = 0; i < places.Length; i++)
            line[i] = GridPoint.OfDegrees(places[i].LongitudeDegrees, places[i].LatitudeDegrees);
        return line;
    }
}
