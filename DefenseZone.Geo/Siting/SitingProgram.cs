using DefenseZone.Geo.Coverage;
using DefenseZone.Geo.Siting.Search;

namespace DefenseZone.Geo.Siting;

/// <summary>What a metre of a piece is worth to an objective.</summary>
/// <param name="First">When one more covers it.</param>
/// <param name="Second">When a second one does, on top; at most the first.</param>
internal readonly record struct Worth(double First, double Second = 0);

/// <summary>How an objective reads the border: what is wanted, what options cost it, and which limits hold.</summary>
internal sealed record Reading
{
    /// <summary>What a metre of each piece is worth; nothing where no more cover is wanted.</summary>
    internal required Func<GroundPiece, Worth> WorthOf { get; init; }

    /// <summary>True for pieces that must be looked at though more cover of them is worth nothing.</summary>
    internal Func<GroundPiece, bool> AlsoOf { get; init; } = static _ => false;

    /// <summary>True where all that is wanted and can be covered must be.</summary>
    internal bool MustCover { get; init; }

    /// <summary>What taking an option takes away from the objective.</summary>
    internal Func<SitingOption, double> PriceOf { get; init; } = static _ => 0;

    /// <summary>How many others must dominate an option for it to be left out: 2 where a second cover counts.</summary>
    internal int Dominators { get; init; } = 1;

    /// <summary>How many sites there may be, required ones included; none for no limit.</summary>
    internal int? MaximumSites { get; init; }

    /// <summary>The budget; none for no limit.</summary>
    internal double? Budget { get; init; }

    /// <summary>Differences of objectives below this, relative to their size, are rounding.</summary>
    internal double RelativeTolerance { get; init; } = 1e-10;
}

/// <summary>A siting problem as a cover program, with the way back to its options.</summary>
internal sealed class SitingProgram
{
    private readonly List<int> _pieceOf;

    private SitingProgram(CoverProgram program, DemandCut cut, List<int> pieceOf)
    {
        Program = program;
        Cut = cut;
        _pieceOf = pieceOf;
    }

    internal CoverProgram Program { get; }

    /// <summary>The cut, which knows which options were left out and why.</summary>
    internal DemandCut Cut { get; }

    internal static SitingProgram Of(SitingField field, SitingDemand demand, IReadOnlyList<OptionCap> caps, CoverStretch[] stretches, Reading reading)
    {
        var demands = new List<Demand>();
        var pieceOf = new List<int>();
        for (int i = 0; i < demand.Pieces.Count; i++)
        {
            GroundPiece piece = demand.Pieces[i];
            Worth worth = reading.WorthOf(piece);
            if (worth.First <= 0 && !reading.AlsoOf(piece) && !(piece.Depth == 0 && demand.Zones.Count > 0))
                continue;
            demands.Add(new Demand(piece.FromMetres, piece.ToMetres, worth.First, worth.Second));
            pieceOf.Add(i);
        }

        Claim[] claims = ClaimsOf(field, caps, reading);
        var cut = DemandCut.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(demands), claims, stretches, reading.Dominators);
        int atoms = cut.AtomFrom.Length;
        var first = new double[atoms];
        var second = new double[atoms];
        var metres = new double[atoms];
        bool hasSecond = false;
        for (int a = 0; a < atoms; a++)
        {
            metres[a] = cut.AtomTo[a] - cut.AtomFrom[a];
            Demand wanted = demands[cut.AtomDemand[a]];
            first[a] = reading.MustCover ? 0 : wanted.First * metres[a];
            second[a] = reading.MustCover ? 0 : wanted.Second * metres[a];
            hasSecond |= second[a] > 0;
        }

        int[] kept = cut.Kept;
        var column = new Dictionary<int, int>(caps.Count == 0 ? 0 : kept.Length);
        for (int j = 0; j < kept.Length && caps.Count > 0; j++)
            column.Add(kept[j], j);
        var program = new CoverProgram
        {
            First = first,
            Second = second,
            Metres = metres,
            MustCover = reading.MustCover,
            HasSecond = hasSecond,
            Starts = cut.RunStarts,
            Runs = cut.Runs,
            Prices = Array.ConvertAll(kept, option => claims[option].Price),
            Costs = Array.ConvertAll(kept, option => claims[option].Cost),
            Uses = Array.ConvertAll(kept, option => claims[option].Uses),
            Sources = kept,
            MostUses = reading.MaximumSites is { } most ? most - field.Required.Length : int.MaxValue,
            Budget = reading.Budget is { } budget ? budget - field.Required.Sum(site => site.Cost ?? 0) - field.ClosingCosts : double.PositiveInfinity,
            Caps = [.. CapsOf(caps, column)],
            Regions = [.. RegionsOf(demand, cut, pieceOf)],
            RelativeTolerance = reading.RelativeTolerance,
        };
        return new SitingProgram(program, cut, pieceOf);
    }

    /// <summary>The piece of border that an atom is part of.</summary>
    internal GroundPiece PieceOf(SitingDemand demand, int atom) => demand.Pieces[_pieceOf[Cut.AtomDemand[atom]]];

    private static Claim[] ClaimsOf(SitingField field, IReadOnlyList<OptionCap> caps, Reading reading)
    {
        var capsOf = new List<int>?[field.Options.Length];
        for (int q = 0; q < caps.Count; q++)
        {
            foreach (int option in caps[q].Options)
                (capsOf[option] ??= []).Add(q);
        }

        var claims = new Claim[field.Options.Length];
        for (int i = 0; i < claims.Length; i++)
        {
            SitingOption option = field.Options[i];
            double cost = reading.Budget is null ? 0 : option.Cost;
            claims[i] = new Claim(i, cost, reading.PriceOf(option), option.IsBuilt ? 1 : 0, capsOf[i] is { } mine ? [.. mine] : []);
        }

        return claims;
    }

    private static IEnumerable<Cap> CapsOf(IReadOnlyList<OptionCap> caps, Dictionary<int, int> column)
    {
        foreach (OptionCap cap in caps)
        {
            int[] members = [.. cap.Options.Where(column.ContainsKey).Select(option => column[option]).Order()];
            if (members.Length > cap.AtMost)
                yield return new Cap(members, cap.AtMost);
        }
    }

    private static IEnumerable<Region> RegionsOf(SitingDemand demand, DemandCut cut, List<int> pieceOf)
    {
        foreach (ZoneDemand zone in demand.Zones)
        {
            double least = zone.DemandedMetres - zone.StandingMetres;
            if (least <= 0)
                continue;
            var ranges = new List<AtomRange>();
            for (int a = 0; a < cut.AtomFrom.Length; a++)
            {
                GroundPiece piece = demand.Pieces[pieceOf[cut.AtomDemand[a]]];
                if (piece.Depth > 0 || !SitingDemand.IsIn(zone.Stretches, piece))
                    continue;
                if (ranges.Count > 0 && ranges[^1].To == a)
                    ranges[^1] = new AtomRange(ranges[^1].From, a + 1);
                else
                    ranges.Add(new AtomRange(a, a + 1));
            }

            yield return new Region([.. ranges], least);
        }
    }
}
