namespace DefenseZone.Geo.Geodesy;

/// <summary>
/// Nodes and weights of Gauss–Legendre quadrature on [0, 1]: the nodes are the roots of the Legendre polynomial,
/// found by Newton's method from their asymptotic places (Abramowitz and Stegun 1964, 22.16.6 and 25.4.29).
/// </summary>
internal sealed class GaussLegendre
{
    private readonly double[] _nodes;
    private readonly double[] _weights;

    private GaussLegendre(int count)
    {
        _nodes = new double[count];
        _weights = new double[count];
        for (int i = 0; i < count; i++)
        {
            double root = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < 8; step++)
            {
                double before = 1, value = root;
                for (int degree = 2; degree <= count; degree++)
                    (before, value) = (value, ((((2 * degree) - 1) * root * value) - ((degree - 1) * before)) / degree);
                slope = count * ((root * value) - before) / ((root * root) - 1);
                root -= value / slope;
            }

            _nodes[i] = 0.5 * (1 - root);
            _weights[i] = 1 / ((1 - (root * root)) * slope * slope);
        }
    }

    /// <summary>Four nodes: exact to rounding for arcs up to 0.05 rad.</summary>
    internal static GaussLegendre Four { get; } = new(4);

    /// <summary>Eight nodes: exact to rounding for arcs up to 0.6 rad.</summary>
    internal static GaussLegendre Eight { get; } = new(8);

    /// <summary>Sixteen nodes: exact to rounding for arcs up to half a circle.</summary>
    internal static GaussLegendre Sixteen { get; } = new(16);

    /// <summary>Where to evaluate, as fractions of the interval.</summary>
    internal ReadOnlySpan<double> Nodes => _nodes;

    /// <summary>What each value counts for; they sum to 1.</summary>
    internal ReadOnlySpan<double> Weights => _weights;
}
