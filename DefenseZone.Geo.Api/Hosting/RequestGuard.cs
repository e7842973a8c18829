using System.Collections.Immutable;
using System.Net;
using DefenseZone.Geo.Api.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DefenseZone.Geo.Api.Hosting;

/// <summary>
/// Lets in what is addressed to this service and comes from its own pages. A page of another site may make a browser
/// send requests to a service on the same machine, under a name of its own that leads here (DNS rebinding): so the
/// <c>Host</c> has to be one of this service, and what changes something or opens the map's connection has to come from
/// an origin of this service.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, ApiSettings settings, IServer server)
{
    private static readonly PathString CircuitPath = new("/_blazor");
    private static readonly ImmutableArray<string> EveryAddress = ["*", "+", "0.0.0.0", "[::]"];
    private ImmutableArray<string> _listening;

    /// <summary>Answers with a refusal, or hands the request on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        if (!IsOurs(request.Host, http.Connection.LocalIpAddress))
        {
            return ProblemResponse.Write(
                http,
                StatusCodes.Status421MisdirectedRequest,
                "about:blank",
                "Not this service.",
                $"The Host '{FaultList.Shorten(request.Host.Value ?? string.Empty, 100)}' is not a name of this service. Names besides those of this machine are allowed by the setting AllowedHosts.",
                []);
        }

        bool changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if ((changes || request.Path.StartsWithSegments(CircuitPath, StringComparison.OrdinalIgnoreCase)) && !request.Headers.Origin.All(origin => IsAllowed(origin ?? string.Empty, request.Host)))
        {
            return ProblemResponse.Write(
                http,
                StatusCodes.Status403Forbidden,
                "about:blank",
                "Another origin.",
                $"Pages of '{FaultList.Shorten(request.Headers.Origin.ToString(), 100)}' may not do this here. Origins are allowed by the setting AllowedOrigins.",
                []);
        }

        return next(http);
    }

    /// <summary>The hosts that addresses such as <c>http://127.0.0.1:5080</c> listen on.</summary>
    internal static ImmutableArray<string> HostsOf(IEnumerable<string> addresses) =>
        [.. addresses.Select(address => BindingAddress.Parse(address).Host).Distinct(StringComparer.OrdinalIgnoreCase)];

    private bool IsOurs(HostString host, IPAddress? local)
    {
        // Only programs without a browser leave it out, by HTTP 1.0.
        if (!host.HasValue)
            return true;
        string name = host.Host;
        if (Same(name, "localhost") || settings.AllowedHosts.Any(allowed => Matches(name, allowed)))
            return true;
        if (Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out Uri? known) && Same(name, known.Host))
            return true;

        // An address leads where it says: nobody can make it lead here.
        ImmutableArray<string> listening = Listening();
        bool isEverywhere = listening.Any(address => EveryAddress.Contains(address));
        if (IPAddress.TryParse(name.Trim('[', ']'), out IPAddress? address))
            return isEverywhere || IPAddress.IsLoopback(address) || (local is not null && Plain(address).Equals(Plain(local)));
        return listening.Any(allowed => Same(name, allowed)) || (isEverywhere && Same(name, Environment.MachineName));
    }

    private bool IsAllowed(string origin, HostString host)
    {
        if (settings.AllowedOrigins.Any(allowed => allowed == "*" || Same(allowed, origin)))
            return true;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri))
            return false;

        // The scheme is not compared: a proxy that speaks TLS to the world speaks plain HTTP here.
        bool isHere = Same(uri.Authority, host.Value ?? string.Empty)
            || (Same(uri.Host, host.Host) && uri.Port == (host.Port ?? (uri.Scheme == "https" ? 443 : 80)));
        return isHere || (Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out Uri? known) && Same(known.GetLeftPart(UriPartial.Authority), uri.GetLeftPart(UriPartial.Authority)));
    }

    // What is listened on is known when the server has started, which is before the first request.
    private ImmutableArray<string> Listening()
    {
        if (_listening.IsDefault)
            _listening = HostsOf(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        return _listening;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool Matches(string name, string allowed) => allowed == "*" || Same(name, allowed)
        || (allowed.StartsWith("*.", StringComparison.Ordinal) && name.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
