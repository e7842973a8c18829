using System.Collections.Immutable;
using DefenseZone.Geo.Api.Hosting;
using Microsoft.AspNetCore.Http.Extensions;

namespace DefenseZone.Geo.Api.Http;

/// <summary>
/// A request for a resource: its form is chosen, its parameters are known by name and given once each, and the
/// public address of the service is known.
/// </summary>
internal sealed class ApiRequest
{
    private readonly string _publicBase;

    private ApiRequest(HttpContext http, Representation representation, string jsonMediaType, string publicBase)
    {
        Http = http;
        Representation = representation;
        JsonMediaType = jsonMediaType;
        _publicBase = publicBase;
    }

    public HttpContext Http { get; }

    public Representation Representation { get; }

    /// <summary>The media type of the JSON form of this resource.</summary>
    public string JsonMediaType { get; }

    /// <summary>Reads what every resource has in common.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="jsonMediaType">The media type of the resource's JSON form.</param>
    /// <param name="faults">Takes what is wrong; the caller throws when it has read the rest.</param>
    /// <param name="parameters">The names of the resource's own parameters.</param>
    public static ApiRequest Read(HttpContext http, string jsonMediaType, FaultList faults, params IEnumerable<string> parameters)
    {
        ImmutableArray<string> known = [.. parameters, Negotiation.Parameter];
        foreach ((string name, var values) in http.Request.Query)
        {
            // Names in queries are compared as they are written, unlike the framework's own look-up.
            if (!known.Contains(name, StringComparer.Ordinal))
                faults.Add(new Fault(name, $"There is no parameter '{name}' here.", $"Known are: {string.Join(", ", known)}."));
            else if (values.ToString().Contains('\0', StringComparison.Ordinal))
                faults.Add(new Fault(name, $"The parameter '{name}' has the character NUL.", "Give it without that character."));
            else if (values.Count > 1)
                faults.Add(new Fault(name, $"The parameter '{name}' is given {values.Count} times.", "Give it once."));
        }

        int before = faults.Count;
        if (!Negotiation.TryByName(http.Request.Query, faults, out Representation representation) && faults.Count == before)
            representation = Negotiation.ByAccept(http.Request, jsonMediaType);
        var settings = http.RequestServices.GetRequiredService<ApiSettings>();
        return new ApiRequest(http, representation, jsonMediaType, settings.PublicBase(http.Request));
    }

    /// <summary>As <see cref="Read"/>, for a resource without parameters of its own.</summary>
    /// <exception cref="RequestProblem">Something is wrong with the request.</exception>
    public static ApiRequest Of(HttpContext http, string jsonMediaType)
    {
        FaultList faults = [];
        ApiRequest request = Read(http, jsonMediaType, faults);
        if (faults.Count > 0)
            throw RequestProblem.BadRequest(faults);
        return request;
    }

    /// <summary>The public address of a path within the service; each piece is one path segment, escaped here.</summary>
    public string Address(params IEnumerable<string> segments) =>
        _publicBase + string.Concat(segments.Select(segment => "/" + Uri.EscapeDataString(segment)));

    /// <summary>The public address of a path, for an answer that has but one form.</summary>
    public static string Address(HttpContext http, params IEnumerable<string> segments) =>
        http.RequestServices.GetRequiredService<ApiSettings>().PublicBase(http.Request)
        + string.Concat(segments.Select(segment => "/" + Uri.EscapeDataString(segment)));

    /// <summary>An address with query parameters.</summary>
    public static string WithQuery(string address, IEnumerable<KeyValuePair<string, string>> parameters) =>
        address + new QueryBuilder(parameters).ToQueryString().ToUriComponent();

    /// <summary>The links that every resource has: to itself, and to its other forms.</summary>
    /// <param name="address">The resource's own address.</param>
    /// <param name="title">What the resource is.</param>
    /// <param name="parameters">The parameters it was asked with.</param>
    public IEnumerable<Link> SelfAndAlternates(
        string address,
        string title,
        params IEnumerable<KeyValuePair<string, string>> parameters)
    {
        yield return new Link(In(Representation), "self", MediaType(Representation), title);
        Representation other = Representation == Representation.Html ? Representation.Json : Representation.Html;
        yield return new Link(In(other), "alternate", MediaType(other), $"{title}, as {(other == Representation.Html ? "a page" : "JSON")}");

        string In(Representation form) => WithQuery(address, [.. parameters, new(Negotiation.Parameter, Name(form))]);
    }

    /// <summary>The name of a form, as the <c>f</c> parameter has it.</summary>
    public static string Name(Representation form) => form == Representation.Html ? "html" : "json";

    private string MediaType(Representation form) => form == Representation.Html ? MediaTypes.Html : JsonMediaType;
}
