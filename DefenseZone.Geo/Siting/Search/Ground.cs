using DefenseZone.Geo.Coverage;

namespace DefenseZone.Geo.Siting.Search;

/// <summary>A stretch of border that is alike all along: covered by the same ones that stand, of one weight, in the same zones.</summary>
/// <param name="FromMetres">Chainage of its start.</param>
/// <param name="ToMetres">Chainage of its end.</param>
/// <param name="Depth">How many that stand cover it: 0, 1, or 2 for more.</param>
/// <param name="Owner">The only one that covers it, where it is one; else −1.</param>
/// <param name="Weight">What a metre counts.</param>
internal readonly record struct GroundPiece(double FromMetres, double ToMetres, int Depth, int Owner, double Weight)
{
    internal double LengthMetres => ToMetres - FromMetres;
}

/// <summary>The border before anything is chosen, in pieces.</summary>
internal static class Ground
{
    /// <summary>Cuts the border.</summary>
    /// <param name="border">The border.</param>
    /// <param name="stretches">What those that stand cover.</param>
    /// <param name="weights">Stretches that count otherwise than 1, with their weights.</param>
    /// <param name="cuts">Further chainages to cut at, such as where zones begin.</param>
    internal static List<GroundPiece> Of(
        BorderLine border, ReadOnlySpan<CoverStretch> stretches, IReadOnlyList<(BorderStretch Stretch, double Weight)> weights, IReadOnlyList<double> cuts)
    {
        // An event is a chainage and what happens there: one begins (number + 1), one ends (−number − 1), or a cut (0).
        int count = (stretches.Length * 2) + border.Parts.Length + cuts.Count + (weights.Count * 2);
        var places = new double[count];
        var events = new int[count];
        int at = 0;
        foreach (CoverStretch stretch in stretches)
        {
            (places[at], events[at++]) = (stretch.FromMetres, stretch.Facility + 1);
            (places[at], events[at++]) = (stretch.ToMetres, -stretch.Facility - 1);
        }

        foreach (BorderStretch part in border.Parts)
            places[at++] = part.FromMetres;
        foreach (double cut in cuts)
            places[at++] = cut;
        foreach ((BorderStretch stretch, _) in weights)
        {
            places[at++] = stretch.FromMetres;
            places[at++] = stretch.ToMetres;
        }

        Array.Sort(places, events);
        return Sweep(border, places, events, weights);
    }

    private static List<GroundPiece> Sweep(
        BorderLine border, double[] places, int[] events, IReadOnlyList<(BorderStretch Stretch, double Weight)> weights)
    {
        var pieces = new List<GroundPiece>();
        int depth = 0;
        long owners = 0;
        double reached = 0;
        bool mustCut = true;
        int weight = 0;
        for (int i = 0; i <= places.Length; i++)
        {
            double here = i < places.Length ? places[i] : border.LengthMetres;
            if (here > reached)
            {
                while (weight < weights.Count && weights[weight].Stretch.ToMetres <= reached)
                    weight++;
                double counts = weight < weights.Count && weights[weight].Stretch.FromMetres <= reached ? weights[weight].Weight : 1;
                var piece = new GroundPiece(reached, here, Math.Min(depth, 2), depth == 1 ? (int)owners : -1, counts);
                if (!mustCut && pieces.Count > 0 && pieces[^1].Depth == piece.Depth && pieces[^1].Owner == piece.Owner && pieces[^1].Weight == piece.Weight)
                    pieces[^1] = pieces[^1] with { ToMetres = here };
                else
                    pieces.Add(piece);
                mustCut = false;
                reached = here;
            }

            if (i == places.Length)
                break;
            int sign = Math.Sign(events[i]);
            depth += sign;
            owners += sign * (Math.Abs(events[i]) - 1);
            mustCut |= sign == 0;
        }

        return pieces;
    }
}
