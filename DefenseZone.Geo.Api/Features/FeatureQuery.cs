using System.Collections.Immutable;
using System.Globalization;
using DefenseZone.Geo.Api.Http;
using DefenseZone.Geo.Io;

namespace DefenseZone.Geo.Api.Features;

/// <summary>Which features of a collection are asked for, and which page of them.</summary>
internal sealed record FeatureQuery
{
    public const string LimitParameter = "limit";
    public const int DefaultLimit = 100;
    public const int MaximumLimit = 10_000;

    /// <summary>The parameters that every collection has; a property of such a name cannot be filtered by.</summary>
    public static ImmutableArray<string> Parameters { get; } =
        [BoundingBox.Parameter, DatetimeInterval.Parameter, LimitParameter, PageStart.Parameter, DespiteErrors.Name];

    /// <summary>Everything, the first page of it.</summary>
    public static FeatureQuery All { get; } = new();

    public BoundingBox? Box { get; init; }

    public DatetimeInterval? Interval { get; init; }

    public ImmutableArray<PropertyFilter> Filters { get; init; } = [];

    /// <summary>The most features that a page has.</summary>
    public int Limit { get; init; } = DefaultLimit;

    public PageStart Start { get; init; }

    /// <summary>True where the parameter name is one by which features can be filtered.</summary>
    public static bool IsFilter(string property) =>
        !Parameters.Contains(property) && !string.Equals(property, Negotiation.Parameter, StringComparison.Ordinal);

    /// <summary>Reads the query of a request; what cannot be read is added to the faults, all of it.</summary>
    public static FeatureQuery Read(IQueryCollection query, ImmutableArray<LayerProperty> properties, FaultList faults)
    {
        FeatureQuery read = All;
        var filters = ImmutableArray.CreateBuilder<PropertyFilter>();
        foreach ((string name, var values) in query)
        {
            string text = values.Count > 0 ? values[0] ?? string.Empty : string.Empty;
            switch (name)
            {
                case DespiteErrors.Name when text is not ("true" or "false"):
                    faults.Add(new Fault(name, $"'{name}' is '{text}'.", "It must be true or false."));
                    break;
                case BoundingBox.Parameter when BoundingBox.TryParse(text, faults, out BoundingBox box):
                    read = read with { Box = box };
                    break;
                case DatetimeInterval.Parameter when DatetimeInterval.TryParse(text, faults, out DatetimeInterval interval):
                    read = read with { Interval = interval };
                    break;
                case LimitParameter when TryParseLimit(text, faults, out int limit):
                    read = read with { Limit = limit };
                    break;
                case PageStart.Parameter when PageStart.TryParse(text, faults, out PageStart start):
                    read = read with { Start = start };
                    break;
                default:
                    LayerProperty? property = properties.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.Ordinal));
                    if (property is not null && IsFilter(name)
                        && PropertyFilter.TryParse(property, text, faults, out PropertyFilter filter))
                        filters.Add(filter);
                    break;
            }
        }

        return read with { Filters = filters.DrainToImmutable() };
    }

    /// <summary>Reads a limit. More than the most is the most, however many digits it has; less than one is a mistake.</summary>
    public static bool TryParseLimit(string text, FaultList faults, out int limit)
    {
        limit = MaximumLimit;
        bool isWhole = text.Length > 0 && text.All(char.IsAsciiDigit);
        if (isWhole && text.Any(digit => digit != '0'))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int given))
                limit = Math.Min(given, MaximumLimit);
            return true;
        }

        faults.Add(new Fault(
            LimitParameter,
            $"The limit '{text}' is not a number of features.",
            $"It must be a whole number from 1; more than {MaximumLimit} counts as {MaximumLimit}."));
        return false;
    }
}
