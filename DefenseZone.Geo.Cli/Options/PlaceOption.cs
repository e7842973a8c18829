using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DefenseZone.Geo.Geodesy;

namespace DefenseZone.Geo.Cli.Options;

/// <summary>A place as it was typed, in a system yet to be known.</summary>
/// <param name="X">Longitude or easting.</param>
/// <param name="Y">Latitude or northing.</param>
internal sealed record TypedPlace(double X, double Y)
{
    /// <summary>The place on WGS84.</summary>
    /// <exception cref="UsageException">The system has no such place.</exception>
    public GeoPoint In(CoordinateSystem system)
    {
        try
        {
            return system.PlaceOf(X, Y);
        }
        catch (ArgumentException exception)
        {
            throw UsageException.Of(exception);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X},{Y}");
}

/// <summary>Options whose values are places, <c>X,Y</c> or several with semicolons between them.</summary>
internal static class PlaceOption
{
    /// <summary>An option for one place or several; it may be given again, too.</summary>
    public static Option<ImmutableArray<TypedPlace>> Many(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "X,Y[;X,Y…]",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result => Parse(result, name),
    };

    /// <summary>An option for one place.</summary>
    public static Option<ImmutableArray<TypedPlace>> One(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "X,Y",
        Required = true,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result =>
        {
            ImmutableArray<TypedPlace> places = Parse(result, name);
            if (places.Length > 1)
                result.AddError($"{name} is one place; '{result.Tokens[0].Value}' is {places.Length}");
            return places;
        },
    };

    private static ImmutableArray<TypedPlace> Parse(ArgumentResult result, string name)
    {
        var places = ImmutableArray.CreateBuilder<TypedPlace>();
        bool understood = true;
        foreach (Token token in result.Tokens)
        {
            foreach (string text in token.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] numbers = text.Split(',', StringSplitOptions.TrimEntries);
                if (numbers.Length == 2
                    && double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double x) && double.IsFinite(x)
                    && double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double y) && double.IsFinite(y))
                {
                    places.Add(new TypedPlace(x, y));
                }
                else
                {
                    understood = false;
                    result.AddError($"{name} needs X,Y: longitude,latitude or easting,northing; '{text}' is not a pair of numbers");
                }
            }
        }

        if (places.Count == 0 && understood)
            result.AddError($"{name} needs X,Y: longitude,latitude or easting,northing; it is empty");
        return places.ToImmutable();
    }
}
