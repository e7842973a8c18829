namespace DefenseZone.Geo.Geodesy;

/// <summary>Angles in degrees, with care for the values that have to stay exact.</summary>
internal static class Angles
{
    /// <summary>
    /// Sine and cosine of degrees, exact at every multiple of 90°: a pole has no equatorial radius left, and a
    /// meridian no east component.
    /// </summary>
    internal static (double Sine, double Cosine) SinCosDegrees(double degrees)
    {
        double rest = Math.IEEERemainder(degrees, 360);
        int quarters = (int)Math.Round(rest / 90);
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(rest - (90 * quarters)));
        return (quarters & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    /// <summary>The same direction between −180 and 180 degrees, both possible.</summary>
    internal static double Wrap(double degrees) => degrees is >= -180 and <= 180 ? degrees : Math.IEEERemainder(degrees, 360);

    /// <summary>The way from one longitude to another, −180 to 180, positive eastwards; opposite meridians are 180 apart.</summary>
    internal static double LongitudeDifference(double fromDegrees, double toDegrees)
    {
        double difference = Math.IEEERemainder(toDegrees - fromDegrees, 360);
        return difference == -180 ? 180 : difference;
    }
}
