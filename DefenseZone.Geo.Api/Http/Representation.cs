using Microsoft.Net.Http.Headers;

namespace DefenseZone.Geo.Api.Http;

/// <summary>The forms in which a resource is to be had.</summary>
internal enum Representation
{
    Json,
    Html,
}

/// <summary>Chooses the form of an answer from the <c>f</c> parameter, else the <c>Accept</c> header.</summary>
internal static class Negotiation
{
    /// <summary>Names the parameter that overrides the Accept header.</summary>
    public const string Parameter = "f";

    /// <summary>The form asked for by name; false where the request asks for none or for one there is not (then a fault is added).</summary>
    public static bool TryByName(IQueryCollection query, FaultList faults, out Representation representation)
    {
        representation = Representation.Json;
        if (!query.TryGetValue(Parameter, out var values))
            return false;
        switch (values.ToString())
        {
            case "json":
                return true;
            case "html":
                representation = Representation.Html;
                return true;
            default:
                faults.Add(new Fault(Parameter, $"The form '{values}' is not known.", "It must be 'json' or 'html'."));
                return false;
        }
    }

    /// <summary>The form that the Accept header likes best; JSON where it likes both alike, or says nothing.</summary>
    /// <exception cref="RequestProblem">The header allows neither (406).</exception>
    public static Representation ByAccept(HttpRequest request, string jsonMediaType)
    {
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
            return Representation.Json;
        double json = Math.Max(Quality(accepted, jsonMediaType), Quality(accepted, MediaTypes.Json));
        double html = Quality(accepted, MediaTypes.Html);
        if (json <= 0 && html <= 0)
            throw RequestProblem.NotAcceptable([jsonMediaType, MediaTypes.Html]);
        return json >= html ? Representation.Json : Representation.Html;
    }

    /// <summary>The quality that the Accept header gives a media type, by the most specific range that holds it; 0 where none does.</summary>
    public static double Quality(IList<MediaTypeHeaderValue> accepted, string mediaType)
    {
        // Parameters, such as the version of OpenAPI, are not asked about: there is one of each.
        ReadOnlySpan<char> name = mediaType.AsSpan(0, mediaType.IndexOf(';') is var end and >= 0 ? end : mediaType.Length);
        ReadOnlySpan<char> type = name[..name.IndexOf('/')];
        int best = 0;
        double quality = 0;
        foreach (MediaTypeHeaderValue range in accepted)
        {
            int specific = range.MediaType.AsSpan().Equals(name, StringComparison.OrdinalIgnoreCase) ? 3
                : range.MatchesAllSubTypes && range.Type.AsSpan().Equals(type, StringComparison.OrdinalIgnoreCase) ? 2
                : range.MatchesAllTypes ? 1
                : 0;
            if (specific > best)
            {
                best = specific;
                quality = range.Quality ?? 1;
            }
        }

        return quality;
    }
}
